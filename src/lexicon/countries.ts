/** Countries: their codes and every word that the news names them by. */
import type { CountryCode } from "../model.ts";
import type { DataSource } from "./data.ts";
import { type PhraseTable, phraseTable } from "./phrases.ts";
import { parseTable } from "./tables.ts";

export interface CountryWord {
  readonly country: CountryCode;
  readonly sort: "name" | "adjective" | "people" | "capital";
  /** The word counts only when it is written so: *US* is a country, *us* is not. */
  readonly exact?: string;
  /** Counts only behind *the*: the Emirates. */
  readonly afterThe?: boolean;
  /** Also a common name of other things: counts only with support from the context. */
  readonly doubtful?: boolean;
}

export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** One meaning of a word such as *Georgia*, and the words of an article that speak for it. */
export interface Namesake {
  /** Missing when it is no country. */
  readonly country?: CountryCode;
  readonly witnesses: readonly string[];
}

export interface Countries {
  readonly byCode: ReadonlyMap<CountryCode, Country>;
  readonly words: PhraseTable<CountryWord>;
  /** The meanings of words with more than one, by folded word. */
  readonly namesakes: ReadonlyMap<string, readonly Namesake[]>;
  /** First halves of double adjectives, folded: `franco`. */
  readonly prefixes: ReadonlyMap<string, CountryCode>;
  /** The first nationality word of each country. */
  readonly adjectives: ReadonlyMap<CountryCode, string>;
}

/** Marks before a name: exactly so, and behind *the*. */
const MARKS = /^(?:=|the )/;

/** Adjectives that give a plural noun by adding an s: Russian, Iraqi, Uzbek. */
const TAKES_PLURAL = /(?:an|i|ek)$/;

export function loadCountries(data: DataSource): Countries {
  const byCode = new Map<CountryCode, Country>();
  const words: [string, CountryWord][] = [];
  const firstAdjectives = new Map<CountryCode, string>();
  for (const [code = "", , name = "", latitude, longitude] of parseTable(
    data.text("countries.tsv"),
  )) {
    const point = latitude ? { latitude: Number(latitude), longitude: Number(longitude) } : {};
    byCode.set(code, { code, name, ...point });
    words.push([name, nameWord(code, name)]);
  }
  for (const [code = "", names = ""] of parseTable(data.text("en/country-names.tsv"))) {
    for (const name of names.split("|"))
      words.push([name.replace(MARKS, ""), nameWord(code, name)]);
  }
  for (const [country = "", adjectives = "", people = ""] of parseTable(
    data.text("en/demonyms.tsv"),
  )) {
    firstAdjectives.set(country, adjectives.split("|")[0]!);
    for (const adjective of adjectives.split("|")) {
      words.push([adjective, { country, sort: "adjective" }]);
      if (TAKES_PLURAL.test(adjective)) words.push([`${adjective}s`, { country, sort: "people" }]);
    }
    for (const noun of people.split("|")) if (noun) words.push([noun, { country, sort: "people" }]);
  }
  for (const [country = "", names = ""] of parseTable(data.text("en/capitals.tsv"))) {
    for (const name of names.split("|")) {
      const doubtful = name.endsWith("?");
      words.push([name.replace("?", ""), { country, sort: "capital", doubtful }]);
    }
  }
  const namesakes = new Map<string, Namesake[]>();
  for (const [word = "", code = "", witnesses = ""] of parseTable(data.text("en/namesakes.tsv"))) {
    const meaning = { ...(code === "-" ? {} : { country: code }), witnesses: witnesses.split(" ") };
    namesakes.set(word, [...(namesakes.get(word) ?? []), meaning]);
  }
  return {
    byCode,
    words: phraseTable(withoutCopies(words)),
    adjectives: firstAdjectives,
    namesakes,
    prefixes: new Map(
      parseTable(data.text("en/country-prefixes.tsv")).map(([word = "", code = ""]) => [
        word,
        code,
      ]),
    ),
  };
}

function nameWord(country: CountryCode, name: string): CountryWord {
  const exact = name.startsWith("=") ? { exact: name.slice(1) } : {};
  const afterThe = name.startsWith("the ") ? { afterThe: true } : {};
  return { country, sort: "name", ...exact, ...afterThe };
}

function* withoutCopies(
  words: readonly (readonly [string, CountryWord])[],
): Generator<readonly [string, CountryWord]> {
  const seen = new Set<string>();
  for (const [phrase, word] of words) {
    const id = `${phrase.toLowerCase()}|${word.country}|${word.sort}|${word.exact ?? ""}|${word.afterThe ?? false}`;
    if (seen.has(id)) continue;
    seen.add(id);
    yield [phrase, word];
  }
}
