/** What private people say to each other and do for each other: news only where somebody with an office, a country or a name of a body takes part. */
import type { Candidate } from "./candidate.ts";
import type { Filler } from "./fillers.ts";
import type { Sides } from "./participants.ts";
import type { Reading } from "./reading.ts";

/** Acts that everybody does every day. Arrests, attacks and charges are news whomever they befall. */
const EVERYDAY: ReadonlySet<string> = new Set(
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID REQUEST REJECT THREATEN".split(" "),
);

/** Nobody's neighbours, though the text says nowhere which ones: *the countries had agreed*. */
const PUBLIC: ReadonlySet<string> = new Set("country nation state government power".split(" "));

/** *She met her partner on a ferry*, *he promised his mother to finish school*. Two people with names are told of for a reason. */
export function isPrivate(
  reading: Reading,
  { act }: Candidate,
  { actors, recipients }: Sides,
): boolean {
  if (!EVERYDAY.has(act)) return false;
  const people = [...actors, ...recipients];
  if (people.length === 0 || !people.every(isLay)) return false;
  if (people.some(({ head }) => PUBLIC.has(reading.tokens.lemma[head]!))) return false;
  // "The two men": people whom the text has named.
  if (people.some(({ mention }) => reading.mentions[mention]?.rule === "plural")) return false;
  const named = people.filter(({ unnamed, chain }) => !unnamed && isName(reading, chain));
  return new Set(named.map(({ chain }) => chain)).size < 2;
}

/** Without a country or an office, and no body with a name; a crowd acts in public. */
function isLay({ country, sector, kind, unnamed }: Filler): boolean {
  if (country !== undefined || kind === "country") return false;
  if (kind === "organization") return unnamed && sector === undefined;
  return sector === undefined || (kind === "person" && sector === "CVL");
}

/** Whether the text names the one whom a pronoun means: a chain of pronouns alone is called by one of them. */
function isName({ chains, mentions, mentionsOf }: Reading, chain: number): boolean {
  const name = chains[chain]?.name;
  return mentionsOf(chain).some((index) => {
    const { form, text } = mentions[index]!;
    return form !== "pronoun" && text === name;
  });
}
