/** Cuts in a sentence of an article: words, blanks, commas at exactly one place. Offsets are those of the article. */
import type { SentenceRecord } from "./records.ts";

export const WORD = /[$€£]?[\p{L}\p{N}](?:[\p{L}\p{N}’'$%-]|[.,](?=\p{N}))*/uy;
export const BLANKS = /\s*/y;
export const COMMA = /,\s/y;

export function piece({ start, quote }: SentenceRecord, from: number, to: number): string {
  return quote.slice(from - start, to - start);
}

/** Where a match at exactly this place of the article ends. */
export function after(
  pattern: RegExp,
  { start, quote }: SentenceRecord,
  at: number,
): number | undefined {
  pattern.lastIndex = at - start;
  return pattern.test(quote) ? start + pattern.lastIndex : undefined;
}
