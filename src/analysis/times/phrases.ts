/** Finds the longest phrase of the tables that stands at a place. */
import { type Reading, wordAt } from "./reading.ts";
import type { Phrase } from "./word.ts";

export function readPhrase(
  reading: Reading,
  at: number,
  accepts: (phrase: Phrase) => boolean = () => true,
): { readonly end: number; readonly phrase: Phrase } | undefined {
  for (const phrase of wordAt(reading, at).phrases ?? []) {
    if (!accepts(phrase)) continue;
    if (phrase.words.every((word, i) => wordAt(reading, at + i).text === word)) {
      return { end: at + phrase.words.length, phrase };
    }
  }
  return undefined;
}
