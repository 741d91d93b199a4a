/** Countries by name, nationality word or people, where the word means the country. */
import type { CountryWord } from "../../lexicon/countries.ts";
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { CountryCode } from "../../model.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, isAllCapitals, isCapitalized, type Reading } from "./reading.ts";
import { OPENS } from "./word-facets.ts";

const LANGUAGE_VERBS = new Set(["speak", "learn", "teach", "translate", "understand"]);
const SPEAKER_SUFFIXES = new Set(["speaking", "language", "speaker", "speakers", "born"]);

export interface CountryMatch extends NamedSpan {
  readonly word: CountryWord;
}

/** The country word that begins at this token; `undefined` also where it is part of a phrase that names no country. */
export function countryAt(reading: Reading, first: number, end: number): CountryMatch | undefined {
  const { keys, lexicon, tokens } = reading;
  if (!(reading.opens[first]! & OPENS.country) || !isCapitalized(tokens.form[first]!))
    return undefined;
  const half = firstHalfAt(reading, first, end);
  if (half) return half;
  const match = longestPhrase(lexicon.countries.words, keys, first, end);
  if (!match) return undefined;
  const blocked = longestPhrase(lexicon.notCountries, keys, first, end);
  if (blocked && blocked.to >= match.to) return undefined;
  const word = match.values.find((value) => isWrittenSo(reading, value, first, match.to));
  if (!word || word.sort === "capital" || tokens.form[match.to]?.startsWith("$")) return undefined;
  if (word.sort === "adjective" && isLanguage(reading, first, match.to)) return undefined;
  if (word.sort === "adjective" && hasTag(reading, first, "VERB")) return undefined;
  const country = countryOf(reading, word, match.key);
  if (!country) return undefined;
  return {
    first,
    last: match.to,
    kind: "country",
    form: word.sort === "adjective" || word.sort === "people" ? "adjective" : "name",
    rule: word.sort === "name" ? "country-name" : word.sort === "people" ? "people" : "demonym",
    country,
    word,
  };
}

/** *Franco* of *Franco-German*. */
function firstHalfAt(
  { keys, lexicon, tokens }: Reading,
  first: number,
  end: number,
): CountryMatch | undefined {
  const country = lexicon.countries.prefixes.get(keys[first]!);
  if (!country || keys[first + 1] !== "" || first + 2 >= end) return undefined;
  if (!isCapitalized(tokens.form[first + 2]!)) return undefined;
  const other = longestPhrase(lexicon.countries.words, keys, first + 2, end);
  if (!other?.values.some(({ sort }) => sort === "adjective")) return undefined;
  return {
    first,
    last: first + 1,
    kind: "country",
    form: "adjective",
    rule: "double-adjective",
    country,
    word: { country, sort: "adjective" },
  };
}

function isWrittenSo(
  { tokens, article, keys }: Reading,
  word: CountryWord,
  first: number,
  last: number,
): boolean {
  if (word.afterThe && keys[first - 1] !== "the") return false;
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

/** Georgia, Congo, Korea: the meaning that most other words of the article speak for. */
function countryOf(
  { lexicon, vocabulary }: Reading,
  word: CountryWord,
  key: string,
): CountryCode | undefined {
  const meanings = lexicon.countries.namesakes.get(key);
  if (!meanings) return word.country;
  let best = meanings[0]!;
  let most = 0;
  for (const meaning of meanings) {
    const count = meaning.witnesses.filter((witness) => vocabulary.has(witness)).length;
    if (count > most) [best, most] = [meaning, count];
  }
  return best.country;
}
