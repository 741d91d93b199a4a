/** A country word and a noun of state make an organisation: *US military*, *China's foreign ministry*. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, type Reading } from "./reading.ts";

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
  if (!match || !isWholeNoun(reading, match.to)) return undefined;
  return {
    first: country.first,
    last: match.to,
    kind: "organization",
    form: "name",
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

/** Not where the noun only describes another: *the Russian army chief*, *US government official*. */
function isWholeNoun(reading: Reading, after: number): boolean {
  const { tokens, keys } = reading;
  if (after >= tokens.count || keys[after] === "") return keys[after] !== "";
  return !(
    hasTag(reading, after, "NOUN", "PROPN") &&
    tokens.head[after - 1] === after &&
    !isPosturing(reading, after)
  );
}

/** An act named after its doer: *US military posturing*, *Russian army advances*. */
function isPosturing({ tokens }: Reading, token: number): boolean {
  return /(?:ing|tion|ment|nce|advance|attack|strike|raid|presence|drill|exercise|operation)s?$/.test(
    tokens.form[token]!,
  );
}
