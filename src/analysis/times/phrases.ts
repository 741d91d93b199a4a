/** Finds the longest phrase of the tables that stands at a place; with `isReference` none that names a holiday. */
import { type Reading, wordAt } from "./reading.ts";
import type { Phrase } from "./word.ts";

export function readPhrase(
  reading: Reading,
  at: number,
  isReference = false,
): { readonly end: number; readonly phrase: Phrase } | undefined {
  const { phrases } = wordAt(reading, at);
  if (phrases === undefined) return undefined;
  for (const phrase of phrases) {
    if (isReference && phrase.timex === undefined) continue;
    if (standsAt(reading, at, phrase.words)) return { end: at + phrase.words.length, phrase };
  }
  return undefined;
}

function standsAt(reading: Reading, at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++)
    if (wordAt(reading, at + i).text !== words[i]) return false;
  return true;
}
