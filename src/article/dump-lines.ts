/** Scraped text -> lines. Bullets and indents of the scraper go; a line that says nothing is no line. */
import type { Line } from "./lines.ts";

/** More lines than any page has: a line takes about a kilobyte of memory, and a dump of 20 MB may have ten million. */
export const MOST_LINES = 200_000;

/** At most `MOST_LINES` of them, from the beginning. */
export function dumpLines(dump: string): Line[] {
  const lines: Line[] = [];
  let blanksBefore = 0;
  let from = 0;
  while (from <= dump.length && lines.length < MOST_LINES) {
    LINE_BREAK.lastIndex = from;
    const lineBreak = LINE_BREAK.exec(dump);
    const raw = dump.slice(from, lineBreak?.index ?? dump.length);
    from = lineBreak === null ? dump.length + 1 : LINE_BREAK.lastIndex;
    const trimmed = raw.replace(SPACES, " ").trim();
    const text = trimmed.replace(BULLET, "");
    if (trimmed === "") blanksBefore++;
    if (!HAS_LETTER_OR_DIGIT.test(text)) continue;
    lines.push({ text, blanksBefore, isListed: text.length < trimmed.length });
    blanksBefore = 0;
  }
  return lines;
}

const LINE_BREAK = /\r\n?|[\n\u2028\u2029\f\v]/g;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;
const BULLET = /^(?:[•·▪●○■►▶*]\s{0,3}){1,3}(?=\S)/;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
