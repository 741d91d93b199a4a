/** Groups of states and people without a country of their own: *Western countries*, *European leaders*, *Kurds*. */
import { longestPhrase } from "../../lexicon/phrases.ts";
import type { NamedSpan } from "./drafts.ts";
import { hasTag, isCapitalized, type Reading } from "./reading.ts";
import { OPENS } from "./word-facets.ts";

export function groupAt(reading: Reading, first: number, end: number): NamedSpan | undefined {
  const { keys, lexicon, tokens } = reading;
  if (!(reading.opens[first]! & OPENS.origin)) return undefined;
  const { origins, groupNouns } = lexicon.organizations;
  const match = longestPhrase(origins, keys, first, end);
  if (!match || !isCapitalized(tokens.form[first]!)) return undefined;
  const noun = match.to < end && groupNouns.has(keys[match.to]!);
  if (noun) {
    return { first, last: match.to + 1, kind: "group", form: "name", rule: "origin-group" };
  }
  const isPeople =
    match.values[0] !== "region" &&
    match.key.endsWith("s") &&
    hasTag(reading, match.to - 1, "PROPN", "NOUN");
  if (!isPeople) return undefined;
  return { first, last: match.to, kind: "group", form: "name", rule: "people-group" };
}
