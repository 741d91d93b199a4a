/**
 * Countries for actors that the text leaves bare. *Police*, *the government*, *rebels* belong to the country their
 * sentence is set in; *President X* who faces *the Zambian people* is of Zambia. What a text says of unnamed actors goes
 * to their chain; of named ones only to the event, since it is a guess from one sentence.
 */
import type { Chain, EventMention, RoleFiller } from "../../model.ts";
import type { ActorBook } from "./fillers.ts";
import type { Reading } from "./reading.ts";

/** Sectors that mostly act in their own country. */
const AT_HOME: ReadonlySet<string> = new Set(
  "GOV COP JUD LEG OPP REB UAF CVL LAB AGR EDU MED JRN REL PTY CRM BUS MIL REF".split(" "),
);

/** Sectors of named actors that may take the country of whom they face. */
const OFFICES: ReadonlySet<string> = new Set("GOV LEG JUD MIL COP PTY OPP REB LAB ELI".split(" "));

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
      return countryOfPlace(event.place) ?? settings(mention.sentence).setting;
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
    const domestic = facing.find(
      ({ mention: other, country }) => isWithin(other) && !BODIES.has(country!),
    );
    if (domestic) return domestic.country;
    // A state of emergency is declared at home.
    if (event.mode === "martial-law" && facing[0]) return facing[0].country;
    return facing.length === 0 ? settings(mention.sentence).only : undefined;
  };

  /** People, towns and bodies inside a country, not the country itself. */
  const isWithin = (index: number): boolean => book.mentions[index]!.kind !== "country";

  const inherited = new Map<number, string>();
  const filled = events.map((event) => ({
    ...event,
    roles: event.roles.map((filler) => {
      if (filler.country !== undefined || filler.role === "place") return filler;
      const { entity } = book.mentions[filler.mention]!;
      const country = inherited.get(entity) ?? guess(event, filler);
      if (country === undefined) return filler;
      inherited.set(entity, country);
      return { ...filler, country };
    }),
  }));
  for (const [entity, country] of inherited) {
    const chain = chains[entity]!;
    if (chain.unnamed === true) chains[entity] = { ...chain, country };
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
}

function createSettings(reading: Reading, book: ActorBook): (sentence: number) => Setting {
  const count = reading.parsed.sentences.length;
  const first: (string | undefined)[] = new Array(count).fill(undefined);
  const isPlace: boolean[] = new Array(count).fill(false);
  const all: Set<string>[] = Array.from({ length: count }, () => new Set());
  for (const { sentence, kind, entity, form } of reading.mentions) {
    const country = book.chains[entity]?.country;
    if (country === undefined || BODIES.has(country)) continue;
    all[sentence]?.add(country);
    const places = kind === "place" && form !== "adjective";
    if (first[sentence] === undefined || (places && !isPlace[sentence])) {
      first[sentence] = country;
      isPlace[sentence] = places;
    }
  }
  return (sentence) => {
    const countries = all[sentence];
    let setting: string | undefined;
    for (let at = sentence; at >= 0 && at >= sentence - 3 && setting === undefined; at--)
      setting = first[at];
    const own = first[sentence];
    const list = [...(countries ?? [])];
    if (own !== undefined && isPlace[sentence]) list.unshift(own);
    return { all: list, setting, only: countries?.size === 1 ? [...countries][0] : undefined };
  };
}
