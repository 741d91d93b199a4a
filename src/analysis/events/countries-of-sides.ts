/**
 * Countries for actors that the text leaves bare. *Police*, *the government*, *rebels* belong to the country their
 * sentence is set in; *President X* who faces *the Zambian people* is of Zambia. What a text says of unnamed actors goes
 * to their chain; of named ones only to the event, since it is a guess from one sentence.
 */
import type { Chain, EventMention, Mention, RoleFiller } from "../../model.ts";
import { extended } from "../../text/extended.ts";
import type { ActorBook } from "./fillers.ts";
import type { Reading } from "./reading.ts";

/** Sectors that mostly act in their own country. */
const AT_HOME: ReadonlySet<string> = new Set(
  "GOV COP JUD LEG OPP REB UAF CVL LAB AGR EDU MED JRN REL PTY CRM BUS MIL REF".split(" "),
);

/** Sectors of named actors that may take the country of whom they face. */
const OFFICES: ReadonlySet<string> = new Set("GOV LEG JUD MIL COP PTY OPP REB LAB ELI".split(" "));

/** Sectors of the state itself. */
const ORGANS: ReadonlySet<string> = new Set("GOV COP JUD LEG MIL".split(" "));

/** *Their governments*, *the international community*, *foreign nationals*: of a country that the text may not name. */
const ELSEWHERE = /^their |\b(?:foreign|international|western|overseas|allied|both)\b/i;

const BODIES: ReadonlySet<string> = new Set(["IGO", "NGO", "MNC", "INT"]);

export function inheritCountries(
  reading: Reading,
  book: ActorBook,
  events: readonly EventMention[],
): { events: EventMention[]; chains: Chain[] } {
  const chains = [...book.chains];
  const settings = createSettings(reading, book);
  const countryOfPlace = (place: number | undefined): string | undefined =>
    place === undefined ? undefined : chains[book.mentions[place]!.entity]?.country;

  const guess = (event: EventMention, filler: RoleFiller): string | undefined => {
    const mention = book.mentions[filler.mention]!;
    const isUnnamed = chains[mention.entity]?.unnamed === true;
    const { sector } = filler;
    if (isUnnamed) {
      if (sector === undefined || !AT_HOME.has(sector)) return undefined;
      // "The Biden administration" is somebody's, not the country's that the sentence speaks of.
      const { home, ruled, setting, all, isLong } = settings(mention.sentence);
      const holder = nameInside(book, mention);
      if (holder !== undefined) return chains[holder]?.country;
      if (isLong && ELSEWHERE.test(mention.text)) return undefined;
      const at = countryOfPlace(event.place);
      if (at !== undefined) return at;
      const own = home ?? (ORGANS.has(sector) ? ruled : undefined) ?? setting;
      // "Israel's campaign has killed thousands of women": not of Israel.
      const striker = filler.role === "recipient" ? strikerOf(event) : undefined;
      return striker !== undefined && own === striker ? all.find((code) => code !== striker) : own;
    }
    const own = chains[mention.entity]?.country;
    // A people without a country here is an ethnic group: it lives where the sentence is set.
    if (mention.kind === "country") {
      return (
        countryOfPlace(event.place) ?? settings(mention.sentence).all.find((code) => code !== own)
      );
    }
    if (mention.kind === "place" || FOREIGN.has(event.act)) return undefined;
    const isPronoun = mention.form === "pronoun";
    if (!isPronoun && (sector === undefined || !OFFICES.has(sector))) return undefined;
    const facing = event.roles.filter(
      ({ role, country, mention: other }) =>
        role !== "place" &&
        role !== filler.role &&
        country !== undefined &&
        other !== filler.mention,
    );
    // In a longer text whom somebody faces says little, unless it is the country that the text is about.
    const { home, isLong } = settings(mention.sentence);
    const domestic = facing.find(
      ({ mention: other, country }) =>
        isWithin(other) && !BODIES.has(country!) && (!isLong || country === home),
    );
    if (domestic) return domestic.country;
    // A state of emergency is declared at home.
    if (event.mode === "martial-law" && facing[0]) return facing[0].country;
    const { only } = settings(mention.sentence);
    return facing.length === 0 && (!isLong || only === home) ? only : undefined;
  };

  /** The country that attacks in its own name, and not its army or police. */
  const strikerOf = ({ act, roles }: EventMention): string | undefined => {
    if (act !== "ASSAULT") return undefined;
    const doer = roles.find(({ role }) => role === "actor");
    return doer !== undefined && !isWithin(doer.mention) ? doer.country : undefined;
  };

  /** People, towns and bodies inside a country, not the country itself. */
  const isWithin = (index: number): boolean => book.mentions[index]!.kind !== "country";

  const inherited = new Map<number, string>();
  const withCountry = (event: EventMention, filler: RoleFiller): RoleFiller => {
    if (filler.country !== undefined || filler.role === "place") return filler;
    const { entity } = book.mentions[filler.mention]!;
    const country = inherited.get(entity) ?? guess(event, filler);
    if (country === undefined) return filler;
    inherited.set(entity, country);
    return extended(filler, { country });
  };
  const filled = events.map((event) => {
    const roles = event.roles.map((filler) => withCountry(event, filler));
    return roles.every((filler, i) => filler === event.roles[i])
      ? event
      : extended(event, { roles });
  });
  for (const [entity, country] of inherited) {
    const chain = chains[entity]!;
    if (chain.unnamed === true) chains[entity] = extended(chain, { country });
  }
  return { chains, events: filled };
}

/** Acts that mostly cross a border: whom they touch says nothing of where the doer is from. */
const FOREIGN: ReadonlySet<string> = new Set([
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "SANCTION",
  "MOBILIZE",
]);

interface Setting {
  /** All countries of the sentence, places first. */
  readonly all: readonly string[];
  /** A place in the sentence, else its first country, else that of a sentence shortly before. */
  readonly setting: string | undefined;
  /** The only country of the sentence. */
  readonly only: string | undefined;
  /** The country that most of a longer text speaks of. */
  readonly home: string | undefined;
  /** The country that most of its people and bodies are of. */
  readonly ruled: string | undefined;
  readonly isLong: boolean;
}

/** From so many mentions of countries on a text is long enough to have a home. */
const LONG = 6;

/** The part of a text's countries that makes one its home. */
const HOME_SHARE = 0.6;

/** The person or organisation named inside a phrase, *the Biden administration*. */
function nameInside(book: ActorBook, { start, end, sentence }: Mention): number | undefined {
  const inside = book.mentions.find(
    (other) =>
      other.sentence === sentence &&
      other.form === "name" &&
      (other.kind === "person" || other.kind === "organization") &&
      other.start >= start &&
      other.end < end,
  );
  return inside?.entity;
}

function createSettings(reading: Reading, book: ActorBook): (sentence: number) => Setting {
  const count = reading.parsed.sentences.length;
  const first: (string | undefined)[] = new Array(count).fill(undefined);
  const isPlace: boolean[] = new Array(count).fill(false);
  const all: Set<string>[] = Array.from({ length: count }, () => new Set());
  const told = new Map<string, number>();
  const held = new Map<string, number>();
  for (const { sentence, kind, entity, form } of reading.mentions) {
    const country = book.chains[entity]?.country;
    if (country === undefined || BODIES.has(country)) continue;
    all[sentence]?.add(country);
    told.set(country, (told.get(country) ?? 0) + 1);
    if (kind === "person" || kind === "organization")
      held.set(country, (held.get(country) ?? 0) + 1);
    const places = kind === "place" && form !== "adjective";
    if (first[sentence] === undefined || (places && !isPlace[sentence])) {
      first[sentence] = country;
      isPlace[sentence] = places;
    }
  }
  const isLong = totalOf(told) >= LONG;
  const home = isLong ? mostOf(told) : undefined;
  const ruled = isLong ? mostOf(held) : undefined;
  return (sentence) => {
    const countries = all[sentence];
    let setting: string | undefined;
    for (let at = sentence; at >= 0 && at >= sentence - 3 && setting === undefined; at--)
      setting = first[at];
    const own = first[sentence];
    const list = [...(countries ?? [])];
    if (own !== undefined && isPlace[sentence]) list.unshift(own);
    return {
      all: list,
      setting,
      only: countries?.size === 1 ? [...countries][0] : undefined,
      home,
      ruled,
      isLong,
    };
  };
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** The country of most mentions. */
function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  const enough = totalOf(counts) * HOME_SHARE;
  return [...counts].find(([, count]) => count >= enough)?.[0];
}
