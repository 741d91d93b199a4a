/** Countries by name, nationality word or people, where the word means the country. */
import type { CountryWord } from "../../lexicon/countries.ts";
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, isAllCapitals, isCapitalized, type Reading } from "./reading.ts";

/** What speaks for the country and what for its namesake, as places and countries named in the same article. */
const GEORGIA_THE_COUNTRY: readonly string[] = [
  "tbilisi",
  "abkhazia",
  "south ossetia",
  "georgian",
  "georgians",
  "saakashvili",
  "batumi",
  "caucasus",
  "armenia",
  "azerbaijan",
  "russia",
  "russian",
  "moldova",
];
const GEORGIA_THE_STATE: readonly string[] = [
  "atlanta",
  "savannah",
  "alabama",
  "florida",
  "tennessee",
  "carolina",
  "texas",
  "ohio",
  "pennsylvania",
  "michigan",
  "arizona",
  "senator",
  "republican",
  "democrat",
  "trump",
  "biden",
  "county",
];

const LANGUAGE_VERBS = new Set(["speak", "learn", "teach", "translate", "understand"]);
const SPEAKER_SUFFIXES = new Set(["speaking", "language", "speaker", "speakers", "born"]);

export interface CountryMatch extends NamedSpan {
  readonly word: CountryWord;
}

/** The country word that begins at this token; `undefined` also where it is part of a phrase that names no country. */
export function countryAt(reading: Reading, first: number, end: number): CountryMatch | undefined {
  const { keys, lexicon, tokens } = reading;
  if (!isCapitalized(tokens.form[first]!)) return undefined;
  const match = longestPhrase(lexicon.countries.words, keys, first, end);
  if (!match) return undefined;
  const blocked = longestPhrase(lexicon.notCountries, keys, first, end);
  if (blocked && blocked.to >= match.to) return undefined;
  const word = match.values.find((value) => isWrittenSo(reading, value, first, match.to));
  if (!word || word.sort === "capital") return undefined;
  if (word.sort === "adjective" && isLanguage(reading, first, match.to)) return undefined;
  if (word.sort === "adjective" && hasTag(reading, first, "VERB")) return undefined;
  if (word.doubtful && !isMeant(reading, match.key)) return undefined;
  return {
    first,
    last: match.to,
    kind: "country",
    form: word.sort === "adjective" || word.sort === "people" ? "adjective" : "name",
    rule: word.sort === "name" ? "country-name" : word.sort === "people" ? "people" : "demonym",
    country: countryOf(reading, word, match.key),
    word,
  };
}

function isWrittenSo(
  { tokens, article }: Reading,
  word: CountryWord,
  first: number,
  last: number,
): boolean {
  const written = article.text.slice(tokens.start[first]!, tokens.end[last - 1]!);
  if (word.exact === undefined) return true;
  if (written.replace(/\s/g, "") !== word.exact.replace(/\s/g, "")) return false;
  // "TELL US MORE": in a line of capitals the pronoun is written like the country.
  if (word.exact !== "US") return true;
  return !(isAllCapitals(tokens.form[first - 1] ?? "") && isAllCapitals(tokens.form[last] ?? ""));
}

/** *spoke in Russian*, *the Russian-language station*: the language, not the country. */
function isLanguage(reading: Reading, first: number, last: number): boolean {
  const { keys, tokens } = reading;
  const after = keys[last] === "" ? keys[last + 1] : undefined;
  if (after !== undefined && SPEAKER_SUFFIXES.has(after) && after !== "born") return true;
  if (keys[last] === "language" || keys[last] === "speakers") return true;
  const before = tokens.lemma[first - 1];
  if (before !== undefined && LANGUAGE_VERBS.has(before)) return true;
  const standsAlone = last >= tokens.count || !hasTag(reading, last, "NOUN", "ADJ", "PROPN", "NUM");
  return (before === "in" || before === "into") && standsAlone && keys[last] !== "";
}

function isMeant(reading: Reading, key: string): boolean {
  if (key !== "georgia") return true;
  return count(reading, GEORGIA_THE_STATE) <= count(reading, GEORGIA_THE_COUNTRY);
}

/** Korea and Congo: the better known one, unless the text is about the other. */
function countryOf(reading: Reading, word: CountryWord, key: string): CountryCode {
  if (key === "congo" || key === "congolese") {
    return count(reading, ["brazzaville"]) > count(reading, ["kinshasa", "drc"]) ? "COG" : "COD";
  }
  if (key === "macedonia" || key === "macedonian") return "MKD";
  return word.country;
}

/** How many of these words the article has. */
function count(reading: Reading, words: readonly string[]): number {
  return words.filter((word) => reading.vocabulary.has(word)).length;
}
