/** Countries and capitals that are also the names of persons: Jordan, Chad, Washington. */
import type { NameSpan } from "../parsed.ts";
import type { Reading } from "./reading.ts";
import { titleBefore } from "./titles.ts";

/** The words of persons named in full: *Michael Jordan* makes a later *Jordan* the man. */
export function wordsOfFullPersons(
  { keys }: Reading,
  names: readonly NameSpan[],
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, firstToken, lastToken } of names) {
    if (kind !== "person" || lastToken - firstToken < 2) continue;
    for (let i = firstToken; i < lastToken; i++) words.add(keys[i]!);
  }
  return words;
}

/** What the name finder took for a person is one only where the article names such a person in full, or a title stands before it. */
export function isPerson(
  reading: Reading,
  first: number,
  name: NameSpan | undefined,
  fullPersons: ReadonlySet<string>,
): boolean {
  if (name?.kind !== "person") return false;
  if (name.lastToken - name.firstToken > 1 || fullPersons.has(reading.keys[first]!)) return true;
  const { titles } = reading.lexicon;
  const before = reading.keys[first - 1] ?? "";
  return (
    titles.honorifics.has(before) ||
    titleBefore(reading, first, Math.max(0, first - 4)) !== undefined
  );
}
