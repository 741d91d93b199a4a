/**
 * *China's government*, *the Chinese government*, *US Congress*: the nation before a common name says whose it is, however it is written. A name
 * that is also a state's or a town's (*the Georgia supreme court*) says nothing.
 */
import { loadCountries } from "../lexicon/countries.ts";
import type { DataSource } from "../lexicon/data.ts";
import { longestPhrase } from "../lexicon/phrases.ts";
import type { CountryCode } from "../model.ts";
import { nameKey } from "../text/fold.ts";

export interface NationName {
  readonly country: CountryCode;
  /** What stands behind the nation, as it is written. */
  readonly rest: string;
}

export type NationNameOf = (name: string) => NationName | undefined;

const ARTICLE = /^the /i;
const POSSESSIVE = /['’]s?$/;

export function createNationNames(data: DataSource): NationNameOf {
  const { words, namesakes } = loadCountries(data);
  return (name) => {
    const written = name.replace(ARTICLE, "").split(" ");
    const keys = written.map((word) => nameKey(word.replace(POSSESSIVE, "")));
    const match = longestPhrase(words, keys, 0, keys.length);
    if (!match || match.to >= keys.length || namesakes.has(match.key)) return undefined;
    const nation = written.slice(0, match.to).join(" ").replace(POSSESSIVE, "");
    const word = match.values.find(
      ({ sort, exact }) =>
        (sort === "name" || sort === "adjective") && (exact === undefined || exact === nation),
    );
    return word && { country: word.country, rest: written.slice(match.to).join(" ") };
  };
}
