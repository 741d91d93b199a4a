/** Features of a line by itself, 48 numbers. */
import type { LineFacts } from "./line-facts.ts";
import type { Line } from "./lines.ts";
import { PHRASE_KINDS } from "./phrases.ts";

export const TEXT_FEATURES: readonly string[] = [
  "length",
  "words",
  "letters a word",
  "capitals share",
  "capitalized share",
  "digits share",
  "marks share",
  "commas a word",
  "foreign share",
  "inner stops",
  "quotes",
  "ends sentence",
  "ends with ellipsis",
  "ends with colon",
  "ends with question mark",
  "ends with bracket",
  "starts lower",
  "starts with mark",
  "starts with quote",
  "starts with digit",
  "has address",
  "has bar",
  "has year",
  "has clock",
  "has dash",
  "has brackets",
  "repeats",
  "is repeat",
  "furniture",
  "is long",
  "has slash",
  "word length spread",
  ...PHRASE_KINDS.map((kind) => `phrase ${kind}`),
];

const ADDRESS = /@|https?:|www\.|\.com\b/;
const BAR = /[|•·»›]/;
const YEAR = /(?:19|20)\d{2}/;
const CLOCK = /\d{1,2}[:.h]\d{2}/;
const DASH = /\s[-–—]\s/;

/** Writes the features of line `i` from `at` on. */
export function writeTextFeatures(
  row: Float32Array,
  at: number,
  { text }: Line,
  facts: LineFacts,
  i: number,
): void {
  const { length, words, letters, phrases } = facts;
  const head = length > 300 ? text.slice(0, 300) : text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  let o = at;
  row[o++] = Math.min(length, 2000);
  row[o++] = Math.min(words, 400);
  row[o++] = letters / words;
  row[o++] = letters === 0 ? 0 : facts.capitals / letters;
  row[o++] = facts.capitalized / words;
  row[o++] = facts.digits / length;
  row[o++] = facts.marks / length;
  row[o++] = facts.commas / words;
  row[o++] = letters === 0 ? 0 : facts.foreign / letters;
  row[o++] = facts.innerStops;
  row[o++] = facts.quotes;
  row[o++] = facts.endsSentence ? 1 : 0;
  row[o++] = last === 0x2026 || text.endsWith("...") ? 1 : 0;
  row[o++] = last === 58 ? 1 : 0;
  row[o++] = last === 63 ? 1 : 0;
  row[o++] = last === 41 || last === 93 ? 1 : 0;
  row[o++] = first >= 97 && first <= 122 ? 1 : 0;
  row[o++] = isMark(first) ? 1 : 0;
  row[o++] = first === 34 || first === 0x201c || first === 0xab || first === 0x201e ? 1 : 0;
  row[o++] = first >= 48 && first <= 57 ? 1 : 0;
  row[o++] = ADDRESS.test(head) ? 1 : 0;
  row[o++] = BAR.test(head) ? 1 : 0;
  row[o++] = facts.digits >= 4 && YEAR.test(head) ? 1 : 0;
  row[o++] = facts.digits >= 3 && CLOCK.test(head) ? 1 : 0;
  row[o++] = facts.marks > 0 && DASH.test(head) ? 1 : 0;
  row[o++] = facts.marks > 1 && head.includes("(") ? 1 : 0;
  row[o++] = facts.repeats;
  row[o++] = facts.first < i ? 1 : 0;
  row[o++] = facts.isFurniture ? 1 : 0;
  row[o++] = facts.isLong ? 1 : 0;
  row[o++] = facts.marks > 0 && head.includes("/") ? 1 : 0;
  row[o++] = facts.capitalized === words ? 1 : 0;
  for (let kind = 0; kind < PHRASE_KINDS.length; kind++) row[o++] = (phrases >> kind) & 1;
}

function isMark(code: number): boolean {
  return (
    code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 0xaa)
  );
}
