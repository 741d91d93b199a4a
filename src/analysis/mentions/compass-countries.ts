/** *The North* and *the South* in a story about Korea. */
import type { NamedSpan } from "./drafts.ts";
import { isCapitalized, type Reading } from "./reading.ts";

const COMPASS: ReadonlyMap<string, string> = new Map([
  ["north", "PRK"],
  ["south", "KOR"],
]);
const WITNESSES: readonly string[] = ["pyongyang", "korea", "korean", "koreas", "koreans"];

export function compassCountryAt(reading: Reading, first: number): NamedSpan | undefined {
  const { keys, tokens, vocabulary } = reading;
  const country = COMPASS.get(keys[first]!);
  if (!country || keys[first - 1] !== "the" || !isCapitalized(tokens.form[first]!))
    return undefined;
  // "The North Atlantic", "the South of France", "the North-West".
  const next = keys[first + 1] ?? "";
  if (next === "of" || next === "" || isCapitalized(tokens.form[first + 1] ?? "")) return undefined;
  if (!WITNESSES.some((word) => vocabulary.has(word))) return undefined;
  return { first, last: first + 1, kind: "country", form: "short", rule: "the-north", country };
}
