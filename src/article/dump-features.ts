/**
 * Features of a line that only a dump needs, where no tree tells the story from what stands below it: the names that
 * it shares with the story, marks of comments, and lines of one shape that come again every few lines, as teasers do.
 */
import { bestRun } from "./context-features.ts";
import type { LineFacts } from "./line-facts.ts";
import type { Line } from "./lines.ts";
import { phraseBit } from "./phrases.ts";

export const DUMP_FEATURES: readonly string[] = [
  "names",
  "names in best run share",
  "names in best run share within 3",
  "names in first long lines share",
  "comment mark",
  "lines since comment mark",
  "comment marks within 12",
  "same shape every few lines",
  "same shape within 8",
  "sentence lines within 5 before",
  "sentence lines within 5 after",
  "short lines within 5 before",
  "short lines within 5 after",
  "clock or date lines within 6",
  "capitalized within 4",
  "credit since sentence",
];

const FAR = 60;
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’-]{2,40}/gu;
/** So much of a line is looked through. */
const READ = 1000;
/** *Alex on September 17, 2018 at 6:34 am said:*, *MightyMidwest says:*, *34 responses to ...*, *12 Kommentare*. */
const COMMENT_MARK =
  /(?:\b(?:says?|said|wrote|writes|schrieb|schreibt|escribió|dice|dijo|a écrit|a dit|scrive|skrev|napisał)\s?:|^\d{1,4} (?:responses?|comments?|replies|thoughts|kommentare?|commentaires?|comentarios?|commenti|reacties)\b.{0,80}|^(?:reply|permalink|flag|upvote|report comment|antworten|répondre|responder|rispondi)\b.{0,30})$/iu;
const LONGEST_MARK = 100;
const CLOCK_OR_DATE =
  /\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}|\b\d{1,2} ?(?:min|hours?|h|days?|std|tage)\b/i;
const CREDIT = phraseBit("credit");
/** How many lines apart the lines of one shape are looked for: a title, a time and a name make three. */
const PERIODS = [2, 3, 4, 5];
const FIRST_LONG_LINES = 3;

/** Writes the features of all lines; a row has `width` numbers, these begin at `at`. */
export function writeDumpFeatures(
  rows: Float32Array,
  width: number,
  at: number,
  lines: readonly Line[],
  facts: readonly LineFacts[],
): void {
  const n = lines.length;
  const names = namesOf(lines, facts);
  const isMark = lines.map(
    ({ text }, i) => facts[i]!.length <= LONGEST_MARK && COMMENT_MARK.test(text),
  );
  const marks = sumsOf(n, (i) => (isMark[i] ? 1 : 0));
  const sentences = sumsOf(n, (i) => (facts[i]!.endsSentence && facts[i]!.words >= 6 ? 1 : 0));
  const short = sumsOf(n, (i) => (facts[i]!.words <= 5 ? 1 : 0));
  const dated = sumsOf(n, (i) =>
    facts[i]!.length < 80 && facts[i]!.digits > 0 && CLOCK_OR_DATE.test(lines[i]!.text) ? 1 : 0,
  );
  const capitalized = sumsOf(n, (i) => facts[i]!.capitalized / facts[i]!.words);
  const shapes = facts.map(shapeOf);
  let [sinceMark, sinceCredit] = [FAR, FAR];
  for (let i = 0; i < n; i++) {
    const within = (sums: Float32Array, from: number, to: number): number =>
      sums[Math.min(n, Math.max(0, to))]! - sums[Math.max(0, Math.min(n, from))]!;
    let o = i * width + at;
    rows[o++] = Math.min(30, names.counts[i]!);
    rows[o++] = names.runShares[i]!;
    rows[o++] = names.nearShares[i]!;
    rows[o++] = names.firstShares[i]!;
    rows[o++] = isMark[i] ? 1 : 0;
    rows[o++] = sinceMark;
    rows[o++] = within(marks, i - 12, i + 13);
    rows[o++] = repeatsOfShape(shapes, i);
    rows[o++] = sameShape(shapes, i);
    rows[o++] = within(sentences, i - 5, i);
    rows[o++] = within(sentences, i + 1, i + 6);
    rows[o++] = within(short, i - 5, i);
    rows[o++] = within(short, i + 1, i + 6);
    rows[o++] = within(dated, i - 6, i + 7);
    rows[o++] = within(capitalized, i - 4, i + 5) / (Math.min(n, i + 5) - Math.max(0, i - 4));
    rows[o++] = sinceCredit;
    sinceMark = isMark[i] ? 1 : Math.min(FAR, sinceMark + 1);
    sinceCredit = (facts[i]!.phrases & CREDIT) !== 0 ? 1 : Math.min(FAR, sinceCredit + 1);
  }
}

function sumsOf(n: number, value: (i: number) => number): Float32Array {
  const sums = new Float32Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + value(i);
  return sums;
}

/** Length in steps, and what the line ends with. */
function shapeOf({ words, endsSentence, digits }: LineFacts): number {
  const length =
    words <= 2 ? 0 : words <= 5 ? 1 : words <= 9 ? 2 : words <= 16 ? 3 : words <= 35 ? 4 : 5;
  return length * 4 + (endsSentence ? 2 : 0) + (digits > 0 ? 1 : 0);
}

/** The most lines, up to six, that stand in the same distance from each other and have the shape of this one. */
function repeatsOfShape(shapes: readonly number[], i: number): number {
  let most = 0;
  for (const period of PERIODS) {
    let count = 0;
    for (let k = 1; k <= 3 && shapes[i - k * period] === shapes[i]; k++) count++;
    for (let k = 1; k <= 3 && shapes[i + k * period] === shapes[i]; k++) count++;
    most = Math.max(most, count);
  }
  return most;
}

function sameShape(shapes: readonly number[], i: number): number {
  let count = 0;
  for (let k = Math.max(0, i - 8); k <= i + 8 && k < shapes.length; k++)
    if (shapes[k] === shapes[i]) count++;
  return count;
}

interface Names {
  readonly counts: Uint16Array;
  /** Share of the names of a line that other lines of the best run have, -1 without names; the mean of seven lines. */
  readonly runShares: Float32Array;
  readonly nearShares: Float32Array;
  /** Share that stands in the first long lines of the best run. */
  readonly firstShares: Float32Array;
}

/** Words with a capital, wherever they stand: in a language that writes nouns so, nouns. */
function namesOf(lines: readonly Line[], facts: readonly LineFacts[]): Names {
  const n = lines.length;
  const run = bestRun(facts);
  const names = lines.map(({ text }) => new Set(text.slice(0, READ).match(NAME)));
  const inRun = new Map<string, number>();
  const inFirst = new Set<string>();
  let longLines = 0;
  for (let i = run.start; i < run.end; i++) {
    for (const name of names[i]!) inRun.set(name, (inRun.get(name) ?? 0) + 1);
    if (facts[i]!.isLong && longLines++ < FIRST_LONG_LINES) {
      for (const name of names[i]!) inFirst.add(name);
    }
  }
  const counts = new Uint16Array(n);
  const runShares = new Float32Array(n).fill(-1);
  const firstShares = new Float32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    const own = i >= run.start && i < run.end ? 1 : 0;
    let [shared, first] = [0, 0];
    for (const name of names[i]!) {
      if ((inRun.get(name) ?? 0) > own) shared++;
      if (inFirst.has(name)) first++;
    }
    counts[i] = names[i]!.size;
    if (names[i]!.size === 0) continue;
    runShares[i] = shared / names[i]!.size;
    firstShares[i] = first / names[i]!.size;
  }
  const nearShares = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    let [sum, count] = [0, 0];
    for (let k = Math.max(0, i - 3); k <= i + 3 && k < n; k++) {
      if (runShares[k]! < 0) continue;
      sum += runShares[k]!;
      count++;
    }
    nearShares[i] = count === 0 ? -1 : sum / count;
  }
  return { counts, runShares, nearShares, firstShares };
}
