/**
 * Countries for actors that the text leaves bare: *police*, *the government*, *rebels* belong to the country their
 * sentence is set in, else to the one the sentences before speak of. Only for sorts of actors that act at home.
 */
import type { Chain, EventMention } from "../../model.ts";
import type { ActorBook } from "./fillers.ts";
import type { Reading } from "./reading.ts";

/** Sectors that mostly act in their own country. */
const AT_HOME: ReadonlySet<string> = new Set(
  "GOV COP JUD LEG OPP REB UAF CVL LAB AGR EDU MED JRN REL PTY CRM BUS MIL REF".split(" "),
);

export function inheritCountries(
  reading: Reading,
  book: ActorBook,
  events: readonly EventMention[],
): { events: EventMention[]; chains: Chain[] } {
  const chains = [...book.chains];
  const settings = createSettings(reading, book);
  const inherited = new Map<number, string>();
  for (const { roles, place } of events) {
    for (const { mention, country, sector, role } of roles) {
      const { entity, sentence } = book.mentions[mention]!;
      const chain = chains[entity];
      if (country !== undefined || role === "place" || chain?.unnamed !== true) continue;
      if (sector === undefined || !AT_HOME.has(sector)) continue;
      const placeCountry =
        place === undefined ? undefined : chains[book.mentions[place]!.entity]?.country;
      const found = placeCountry ?? settings(sentence);
      if (found !== undefined) inherited.set(entity, inherited.get(entity) ?? found);
    }
  }
  for (const [entity, country] of inherited) chains[entity] = { ...chains[entity]!, country };
  return {
    chains,
    events: events.map((event) => ({
      ...event,
      roles: event.roles.map((filler) => {
        const country = filler.country ?? inherited.get(book.mentions[filler.mention]!.entity);
        return country === undefined ? filler : { ...filler, country };
      }),
    })),
  };
}

/** The country a sentence is set in: a place in it, else its first country, else that of the sentence before. */
function createSettings(
  reading: Reading,
  book: ActorBook,
): (sentence: number) => string | undefined {
  const count = reading.parsed.sentences.length;
  const bySentence: (string | undefined)[] = new Array(count).fill(undefined);
  const isPlace: boolean[] = new Array(count).fill(false);
  for (const { sentence, kind, entity, form } of reading.mentions) {
    const country = book.chains[entity]?.country;
    if (
      country === undefined ||
      country.length !== 3 ||
      ["IGO", "NGO", "MNC", "INT"].includes(country)
    )
      continue;
    const places = kind === "place" && form !== "adjective";
    if (bySentence[sentence] === undefined || (places && !isPlace[sentence])) {
      bySentence[sentence] = country;
      isPlace[sentence] = places;
    }
  }
  return (sentence) => {
    for (let at = sentence; at >= 0 && at >= sentence - 3; at--) {
      if (bySentence[at] !== undefined) return bySentence[at];
    }
    return undefined;
  };
}
