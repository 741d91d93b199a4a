/** A country word and a noun of state make an organisation: *US military*, *China's foreign ministry*. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, isCapitalized, type Reading } from "./reading.ts";

export function institutionAfter(
  reading: Reading,
  country: NamedSpan,
  end: number,
): NamedSpan | undefined {
  const { keys, lexicon } = reading;
  let from = country.last;
  if (keys[from] === "'s" || keys[from] === "'") from += 1;
  else if (country.form === "adjective" && country.rule === "people") return undefined;
  if (from >= end) return undefined;
  const match = longestPhrase(lexicon.organizations.institutions, keys, from, end);
  if (!match || !isWholeNoun(reading, from, match.to)) return undefined;
  return {
    first: country.first,
    last: match.to,
    kind: "organization",
    // "the US military" describes; "the US Navy" is a name.
    form: isCapitalized(reading.tokens.form[match.to - 1]!) ? "name" : "role",
    rule: "country-institution",
    sort: match.values[0]!,
    key: institutionKey(country.country, match.key),
    owner: country,
    ...(country.country ? { country: country.country } : {}),
  };
}

/** One institution of one country is one thing: *Russia's army*, *the Russian army*. */
export function institutionKey(country: string | undefined, phrase: string): string {
  return `${country ?? ""}|${phrase}`;
}

/**
 * Not where the noun only describes another: *the Russian army chief*, *US government contract*. Before an office that
 * stands by itself it is whole: *China's foreign ministry spokesman*.
 */
function isWholeNoun(reading: Reading, from: number, after: number): boolean {
  const { tokens, keys, lexicon } = reading;
  if (after >= tokens.count) return true;
  if (keys[after] === "") return false;
  for (let i = from; i < after; i++) {
    const title = longestPhrase(lexicon.titles.phrases, keys, i, tokens.count);
    if (title && title.to > after) return false;
  }
  if (!hasTag(reading, after, "NOUN", "PROPN") || tokens.head[after - 1] !== after) return true;
  return isPosturing(reading, after) || lexicon.titles.phrases.entries.has(keys[after]!);
}

/** An act named after its doer: *US military posturing*, *Russian army advances*. */
function isPosturing({ tokens }: Reading, token: number): boolean {
  return /(?:ing|tion|ment|nce|advance|attack|strike|raid|presence|drill|exercise|operation)s?$/.test(
    tokens.form[token]!,
  );
}
