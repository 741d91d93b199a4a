/**
 * Analyses as dense as news is, out of a seed: some thirty names, ten events and twenty sentences an article, a hundred articles a day. Each story
 * has its own people and organizations, and everybody else comes by Zipf, so that a few are in every tenth article and most in one; half of the
 * later mentions are by last name only; there are offices with and without a name, acronyms, towns, walks of life, events that name nobody, and
 * some outlets print a line about themselves under every article.
 */
import { createRandom, type Random } from "../src/graph/random.ts";
import type {
  Analysis,
  Chain,
  EntityKind,
  EventMention,
  Mention,
  Role,
  Sentence,
} from "../src/model.ts";
import { contentHash } from "../src/text/hash.ts";
import {
  ACTS,
  DAY_MS,
  FIRST_DAY,
  LEMMAS,
  PER_DAY,
  PER_STORY,
  person,
  syllables,
  word,
  zipf,
} from "./synthetic-analyses.ts";

const COUNTRIES =
  "RUS USA CHN UKR DEU FRA JPN BRA IND GBR TUR KEN ITA ESP POL CAN MEX NGA EGY IDN".split(" ");
const TITLES = ["president", "prime minister", "foreign minister", "spokesman"];
const SENTENCES = 20;
const STORY_NAMES = 12;
const OTHER_NAMES = 18;
const OUTLETS = 40;
/** Every so manieth outlet prints a line about itself. */
const SELF_PRAISING = 3;

export function* denseAnalyses(count: number, seed = 1): Generator<Analysis> {
  const random = createRandom(seed);
  let stories: Story[] = [];
  for (let i = 0; i < count; i++) {
    const day = Math.floor(i / PER_DAY);
    if (i % PER_STORY === 0) {
      stories = stories.filter((story) => day - story.day <= 2).slice(-60);
      stories.push(makeStory(random, day));
    }
    yield makeAnalysis(i, day, stories[Math.floor(random() * stories.length)]!, random);
  }
}

interface Named {
  readonly kind: EntityKind;
  readonly name: string;
  readonly country?: string;
  readonly unnamed?: true;
}

interface Story {
  readonly day: number;
  readonly named: readonly Named[];
  readonly words: readonly string[];
}

function makeStory(random: Random, day: number): Story {
  return {
    day,
    named: Array.from({ length: STORY_NAMES }, () => someone(random)),
    words: Array.from({ length: 30 }, () => word(random)),
  };
}

function someone(random: Random): Named {
  const kind = random();
  const country = COUNTRIES[zipf(random, COUNTRIES.length)]!;
  if (kind < 0.42) return { kind: "person", name: person(random) };
  if (kind < 0.65) return { kind: "organization", name: organization(random) };
  if (kind < 0.85) return { kind: "country", name: country, country };
  if (kind < 0.93) return { kind: "place", name: syllables(60_000 + zipf(random, 3000)), country };
  if (kind < 0.97) return { kind: "group", name: `${country} officials`, country, unnamed: true };
  const title = TITLES[zipf(random, TITLES.length)]!;
  return { kind: "person", name: `${country} ${title}`, country, unnamed: true };
}

function organization(random: Random): string {
  const n = zipf(random, 8000);
  const first = syllables(70_000 + n);
  return n % 3 === 0 ? `${first} ${syllables(80_000 + (n % 300))} Party` : `${first} Group`;
}

function makeAnalysis(i: number, day: number, story: Story, random: Random): Analysis {
  const outletNumber = zipf(random, OUTLETS);
  const outlet = `Outlet ${outletNumber}`;
  const named = uniqueOf([
    ...story.named.filter(() => random() < 0.8),
    ...Array.from({ length: OTHER_NAMES }, () => someone(random)),
  ]);
  const lines = [
    `Headline ${word(random)} ${i}`,
    ...Array.from({ length: SENTENCES - 1 }, () => sentence(story, random)),
  ];
  if (outletNumber % SELF_PRAISING === 0) {
    lines[SENTENCES - 1] =
      `${outlet} of ${syllables(outletNumber + 500)} tells the news of the world to all who read it.`;
  }
  const text = lines.join("\n\n");
  const sentences: Sentence[] = [];
  let at = 0;
  for (const line of lines) {
    const block = at === 0 ? "headline" : "body";
    sentences.push({ start: at, end: at + line.length, firstToken: 0, lastToken: 0, block });
    at += line.length + 2;
  }
  const chains: Chain[] = [];
  const mentions: Mention[] = [];
  for (const [id, { kind, name, ...rest }] of named.entries()) {
    const isLast = kind === "person" && rest.unnamed === undefined && random() < 0.2;
    const short = kind === "person" && rest.unnamed === undefined ? lastOf(name) : undefined;
    const own = isLast ? short! : name;
    const knows = kind === "person" && rest.unnamed === undefined && random() < 0.2;
    const country = knows ? COUNTRIES[name.length % COUNTRIES.length]! : rest.country;
    chains.push({ id, kind, name: own, ...rest, ...(country === undefined ? {} : { country }) });
    const times = 1 + zipf(random, 4);
    for (let n = 0; n < times; n++) {
      const where = Math.floor(random() * SENTENCES);
      const { start } = sentences[where]!;
      const form = rest.unnamed ? "role" : n > 0 && short !== undefined ? "short" : "name";
      const written = n > 0 ? (short ?? acronym(kind, name) ?? own) : own;
      mentions.push({
        ...{
          start,
          end: start + 1,
          text: written,
          kind,
          form,
          entity: id,
          sentence: where,
          rule: "bench",
        },
      });
    }
  }
  const people = chains.filter(({ kind, unnamed }) => kind === "person" && !unnamed);
  const countries = chains.filter(({ kind }) => kind === "country");
  const first = (id: number): number => mentions.findIndex(({ entity }) => entity === id);
  const roles: Role[] = people
    .filter(() => countries.length > 0 && random() < 0.1)
    .map(({ id }) => {
      const of = countries[Math.floor(random() * countries.length)]!;
      const title = TITLES[zipf(random, TITLES.length)]!;
      const own = mentions[first(id)]!;
      return {
        person: first(id),
        title,
        of: first(of.id),
        sentence: own.sentence,
        rule: "bench",
      } as Role;
    });
  const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
  const events = Array.from({ length: 10 }, (): EventMention => {
    const where = Math.floor(random() * SENTENCES);
    const act = Math.floor(random() * ACTS.length);
    const inside = mentions.flatMap((mention, at) => (mention.sentence === where ? [at] : []));
    const { start } = sentences[where]!;
    const isSilent = inside.length === 0 || random() < 0.1;
    return {
      ...{
        start,
        end: start + 1,
        sentence: where,
        act: ACTS[act]!,
        plover: ACTS[act]!,
        lemma: LEMMAS[act]!,
      },
      ...{ status: "actual", polarity: "asserted", confidence: 1, rule: "bench" },
      roles: isSilent
        ? []
        : inside.slice(0, 3).map((mention, n) => ({
            ...{ role: n === 0 ? "actor" : n === 1 ? "recipient" : "participant", mention },
          })),
      ...(isSilent && countries.length > 0 ? { place: first(countries[0]!.id) } : {}),
      ...(random() < 0.5
        ? { interval: { from: date, to: date, precision: "day", basis: "resolved" } }
        : {}),
    } as EventMention;
  });
  return {
    article: {
      id: contentHash(`${i}\t${text}`),
      title: lines[0]!,
      text,
      blocks: sentences.map(({ start: from, end, block }) => ({ start: from, end, kind: block })),
      published: date,
      outlet,
      language: "en",
      origin: `bench:${i}`,
    },
    ...{ sentences, mentions, chains, times: [], events, statements: [], roles, notes: [] },
  };
}

function uniqueOf(named: readonly Named[]): Named[] {
  return [...new Map(named.map((each) => [`${each.kind} ${each.name}`, each])).values()];
}

function lastOf(name: string): string {
  return name.slice(name.indexOf(" ") + 1);
}

/** *Abc Def Party* is the ADP in its own articles. */
function acronym(kind: EntityKind, name: string): string | undefined {
  if (kind !== "organization" || !name.endsWith("Party")) return undefined;
  return (
    name
      .split(" ")
      .map((part) => part[0]!)
      .join("") + name.length
  );
}

function sentence({ words }: Story, random: Random): string {
  return `${Array.from({ length: 16 }, () =>
    random() < 0.3 ? words[Math.floor(random() * words.length)]! : word(random),
  ).join(" ")}.`;
}
