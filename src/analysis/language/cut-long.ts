/**
 * Cuts a sentence that is too long to be parsed in one piece: at the last full stop, colon, dash or comma of the
 * second half of what fits, else where it stops fitting.
 */
import { LONGEST_SENTENCE } from "./sentence-words.ts";

/** Best first. */
const BREAKS: readonly ReadonlySet<string>[] = [
  new Set([".", "!", "?", ";", "…", "..."]),
  new Set([":", "–", "—", "--", "•", "|"]),
  new Set([","]),
];

/** `ends` with further ends put in, so that no piece is longer than the parser takes. */
export function cutLongSentences(forms: readonly string[], ends: readonly number[]): number[] {
  const cut: number[] = [];
  let start = 0;
  for (const end of ends) {
    while (end - start > LONGEST_SENTENCE) {
      start = bestBreak(forms, start);
      cut.push(start);
    }
    cut.push(end);
    start = end;
  }
  return cut;
}

function bestBreak(forms: readonly string[], start: number): number {
  for (const marks of BREAKS) {
    for (let at = start + LONGEST_SENTENCE - 1; at > start + LONGEST_SENTENCE / 2; at--) {
      if (marks.has(forms[at]!)) return at + 1;
    }
  }
  return start + LONGEST_SENTENCE;
}
