/**
 * Analyses of any number out of a seed, shaped like news: people with few last names for many bearers, the famous in every tenth
 * article (Zipf), half of the later mentions by last name only, offices without a name, stories of about five articles within three
 * days, a hundred articles a day, words by Zipf, one article in ten a reprint with another headline.
 */
import { createRandom, type Random } from "../src/graph/random.ts";
import type { Act, Analysis, Chain, EventMention, Mention, Sentence } from "../src/model.ts";
import { contentHash } from "../src/text/hash.ts";

export const ACTS: readonly Act[] = ["CONSULT", "ACCUSE", "ASSAULT", "AID", "AGREE", "PROTEST"];
export const LEMMAS = ["meet", "accuse", "attack", "give aid", "sign deal", "protest"];
const COUNTRIES = [
  "RUS",
  "USA",
  "CHN",
  "UKR",
  "DEU",
  "FRA",
  "JPN",
  "BRA",
  "IND",
  "GBR",
  "TUR",
  "KEN",
];
export const PER_DAY = 100;
export const PER_STORY = 5;
export const FIRST_DAY = Date.UTC(2020, 0, 1);
export const DAY_MS = 86_400_000;

export function* syntheticAnalyses(count: number, seed = 1): Generator<Analysis> {
  const random = createRandom(seed);
  const stories: Story[] = [];
  let reprinted: readonly string[] | undefined;
  for (let i = 0; i < count; i++) {
    const day = Math.floor(i / PER_DAY);
    if (i % PER_STORY === 0) stories.push(makeStory(random, day));
    const open = stories.slice(-60).filter((story) => day - story.day <= 2);
    const story = open[Math.floor(random() * open.length)] ?? stories.at(-1)!;
    const isReprint = reprinted !== undefined && random() < 0.1;
    const lines = isReprint ? reprinted! : makeLines(random, story);
    reprinted = lines;
    yield makeAnalysis(i, day, story, [`Headline ${word(random)} ${i}`, ...lines], random);
  }
}

interface Story {
  readonly day: number;
  readonly people: readonly string[];
  readonly country: string;
  readonly act: number;
  readonly words: readonly string[];
}

function makeStory(random: Random, day: number): Story {
  return {
    day,
    people: [person(random), person(random), person(random)],
    country: COUNTRIES[zipf(random, COUNTRIES.length)]!,
    act: Math.floor(random() * ACTS.length),
    words: Array.from({ length: 12 }, () => word(random)),
  };
}

function makeLines(random: Random, { people, words }: Story): string[] {
  const [a, b, c] = people as [string, string, string];
  const last = (name: string) => name.slice(name.indexOf(" ") + 1);
  const some = () =>
    Array.from({ length: 8 }, () =>
      random() < 0.5 ? words[Math.floor(random() * words.length)]! : word(random),
    ).join(" ");
  return [
    `${a} met ${b} ${some()}.`,
    `${last(a)} said ${some()}.`,
    `${c} ${some()} with ${random() < 0.5 ? last(b) : b}.`,
    `${some()} ${some()}.`,
  ];
}

function makeAnalysis(
  i: number,
  day: number,
  { people, country, act }: Story,
  lines: readonly string[],
  random: Random,
): Analysis {
  const text = lines.join("\n\n");
  const sentences: Sentence[] = [];
  let at = 0;
  for (const line of lines) {
    const block = at === 0 ? "headline" : "body";
    sentences.push({ start: at, end: at + line.length, firstToken: 0, lastToken: 0, block });
    at += line.length + 2;
  }
  const chains: Chain[] = people.map((name, id) => ({ id, kind: "person", name }));
  chains.push({ id: 3, kind: "country", name: country, country });
  const onlyLast = random() < 0.2;
  if (onlyLast) chains[0] = { ...chains[0]!, name: people[0]!.slice(people[0]!.indexOf(" ") + 1) };
  const mentions: Mention[] = chains.map(({ kind, name }, entity) => {
    const sentence = entity === 2 ? 3 : 1;
    const { start } = sentences[sentence]!;
    const span = { start, end: start + 1, text: text.slice(start, start + 1) };
    return { ...span, text: name, kind, form: "name", entity, sentence, rule: "bench" };
  });
  const date = new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
  const { start } = sentences[1]!;
  const event: EventMention = {
    start,
    end: start + 1,
    sentence: 1,
    act: ACTS[act]!,
    plover: ACTS[act]!,
    lemma: LEMMAS[act]!,
    status: "actual",
    polarity: "asserted",
    roles: [
      { role: "actor", mention: 0 },
      { role: "recipient", mention: 1 },
      { role: "participant", mention: 3 },
    ],
    ...(random() < 0.5
      ? { interval: { from: date, to: date, precision: "day", basis: "resolved" } as const }
      : {}),
    confidence: 1,
    rule: "bench",
  };
  return {
    article: {
      id: contentHash(`${i}\t${text}`),
      title: lines[0]!,
      text,
      blocks: sentences.map(({ start: from, end, block }) => ({ start: from, end, kind: block })),
      published: date,
      language: "en",
      origin: `bench:${i}`,
    },
    sentences,
    mentions,
    chains,
    times: [],
    events: [event],
    statements: [],
    roles: [],
    notes: [],
  };
}

/** Twenty thousand people with five thousand last names. */
export function person(random: Random): string {
  const n = zipf(random, 20_000);
  return `${syllables(n % 977)} ${syllables(1000 + ((n * 7919) % 5000))}`;
}

export function word(random: Random): string {
  return syllables(10_000 + zipf(random, 40_000)).toLowerCase();
}

/** 0 the most often; the chance falls as 1/n. */
export function zipf(random: Random, size: number): number {
  return Math.floor(size ** random()) - 1 + (size === 1 ? 1 : 0);
}

const CONSONANTS = "bcdfghklmnprstvz";
const VOWELS = "aeiou";

export function syllables(n: number): string {
  let name = "";
  for (let rest = n + 80; rest > 0; rest = Math.floor(rest / 80)) {
    name += CONSONANTS[Math.floor((rest % 80) / 5)]! + VOWELS[rest % 5]!;
  }
  return name[0]!.toUpperCase() + name.slice(1);
}
