/** Scraped text -> lines. Bullets and indents of the scraper go; a line that says nothing is no line. */
import type { Line } from "./lines.ts";

export function dumpLines(dump: string): Line[] {
  const lines: Line[] = [];
  let blanksBefore = 0;
  for (const raw of dump.split(LINE_BREAK)) {
    const trimmed = raw.replace(SPACES, " ").trim();
    const text = trimmed.replace(BULLET, "");
    if (trimmed === "") blanksBefore++;
    if (!HAS_LETTER_OR_DIGIT.test(text)) continue;
    lines.push({ text, blanksBefore, isListed: text.length < trimmed.length });
    blanksBefore = 0;
  }
  return lines;
}

const LINE_BREAK = /\r\n?|[\n\u2028\u2029\f\v]/;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;
const BULLET = /^(?:[•·▪●○■►▶*]\s{0,3}){1,3}(?=\S)/;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
