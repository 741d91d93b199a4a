/**
 * Cuts a sentence that is too long to be parsed in one piece: at the last semicolon, colon, dash or comma of the
 * second half of what fits, else where it stops fitting.
 */
import { LONGEST_SENTENCE } from "./sentence-words.ts";
import type { TokenList } from "./tokenize.ts";

const BREAKS: readonly RegExp[] = [/^[.!?;…]+$/, /^(?:[:–—•|]|--+)$/, /^,$/];

/** `ends` with further ends put in, so that no piece is longer than the parser takes. */
export function cutLongSentences(text: string, list: TokenList, ends: readonly number[]): number[] {
  const cut: number[] = [];
  let start = 0;
  for (const end of ends) {
    while (end - start > LONGEST_SENTENCE) {
      start = bestBreak(text, list, start);
      cut.push(start);
    }
    cut.push(end);
    start = end;
  }
  return cut;
}

function bestBreak(text: string, list: TokenList, start: number): number {
  for (const pattern of BREAKS) {
    for (let at = start + LONGEST_SENTENCE - 1; at > start + LONGEST_SENTENCE / 2; at--) {
      // Marks are short: long tokens are not worth cutting out of the text.
      if (list.end[at]! - list.start[at]! > 3) continue;
      if (pattern.test(text.slice(list.start[at], list.end[at]))) return at + 1;
    }
  }
  return start + LONGEST_SENTENCE;
}
