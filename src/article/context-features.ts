/** Features of a line among the lines around it, in order of the page. */
import type { LineFacts } from "./line-facts.ts";
import type { Line } from "./lines.ts";
import { phraseBit } from "./phrases.ts";

export const CONTEXT_FEATURES: readonly string[] = [
  "position",
  "lines on page",
  "long lines on page",
  "words 1 before",
  "words 2 before",
  "words 3 before",
  "words 1 after",
  "words 2 after",
  "words 3 after",
  "sentence before",
  "sentence after",
  "to long line before",
  "to long line after",
  "long words before",
  "long words after",
  "long lines within 4",
  "long lines within 10",
  "furniture within 4",
  "in best run",
  "to start of best run",
  "to end of best run",
  "best run share",
  "lines since related",
  "lines since comment",
  "lines since furniture",
  "lines to furniture",
  "capitalized before",
  "capitalized after",
  "link share before",
  "link share after",
  "blank lines before",
  "blank lines after",
  "listed",
  "listed within 4",
  "lines since date",
  "words in line against median",
  "words in best run",
  "words in best run share",
  "words in best run share before",
  "words in best run share after",
  "words in other long lines share",
];

const FAR = 60;
const RELATED = phraseBit("related", "more");
const COMMENT = phraseBit("comment");
const DATED = phraseBit("date", "byline");
/** What a line that is no prose costs a run: measured for the simple rule on dumps. */
const RUN_COST = -20;

/** Writes the features of all lines; a row has `width` numbers, these begin at `at`. `wordsOfLines` are those of `comparedWords`. */
export function writeContextFeatures(
  rows: Float32Array,
  width: number,
  at: number,
  lines: readonly Line[],
  facts: readonly LineFacts[],
  wordsOfLines: readonly (readonly string[])[],
): void {
  const n = lines.length;
  const longWordsBefore = new Float64Array(n + 1);
  const longBefore = new Int32Array(n + 1);
  const furnitureBefore = new Int32Array(n + 1);
  const listedBefore = new Int32Array(n + 1);
  const lengths: number[] = [];
  for (let i = 0; i < n; i++) {
    const fact = facts[i]!;
    longWordsBefore[i + 1] = longWordsBefore[i]! + (fact.isLong ? fact.words : 0);
    longBefore[i + 1] = longBefore[i]! + (fact.isLong ? 1 : 0);
    furnitureBefore[i + 1] = furnitureBefore[i]! + (fact.isFurniture ? 1 : 0);
    listedBefore[i + 1] = listedBefore[i]! + (lines[i]!.isListed ? 1 : 0);
    if (fact.isLong) lengths.push(fact.length);
  }
  const allLongWords = Math.max(1, longWordsBefore[n]!);
  const median = lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 1;
  const run = bestRun(facts);
  const runShare = (longWordsBefore[run.end]! - longWordsBefore[run.start]!) / allLongWords;
  const cohesion = cohesionOf(facts, run, wordsOfLines);
  const nextLong = distancesAfter(facts, (fact) => fact.isLong);
  const nextFurniture = distancesAfter(facts, (fact) => fact.isFurniture);
  let [sinceLong, sinceRelated, sinceComment, sinceFurniture, sinceDate] = [
    FAR,
    FAR,
    FAR,
    FAR,
    FAR,
  ];
  const words = (i: number): number => (i < 0 || i >= n ? 0 : Math.min(facts[i]!.words, 200));
  const within = (sums: Int32Array, i: number, reach: number): number =>
    sums[Math.min(n, i + reach + 1)]! - sums[Math.max(0, i - reach)]!;
  for (let i = 0; i < n; i++) {
    const [fact, before, after] = [facts[i]!, facts[i - 1], facts[i + 1]];
    let o = i * width + at;
    rows[o++] = i / n;
    rows[o++] = Math.min(n, 2000);
    rows[o++] = Math.min(longBefore[n]!, 200);
    rows[o++] = words(i - 1);
    rows[o++] = words(i - 2);
    rows[o++] = words(i - 3);
    rows[o++] = words(i + 1);
    rows[o++] = words(i + 2);
    rows[o++] = words(i + 3);
    rows[o++] = before?.endsSentence ? 1 : 0;
    rows[o++] = after?.endsSentence ? 1 : 0;
    rows[o++] = sinceLong;
    rows[o++] = nextLong[i]!;
    rows[o++] = longWordsBefore[i]! / allLongWords;
    rows[o++] = 1 - longWordsBefore[i + 1]! / allLongWords;
    rows[o++] = within(longBefore, i, 4);
    rows[o++] = within(longBefore, i, 10);
    rows[o++] = within(furnitureBefore, i, 4);
    rows[o++] = i >= run.start && i < run.end ? 1 : 0;
    rows[o++] = Math.max(-FAR, Math.min(FAR, i - run.start));
    rows[o++] = Math.max(-FAR, Math.min(FAR, run.end - 1 - i));
    rows[o++] = runShare;
    rows[o++] = sinceRelated;
    rows[o++] = sinceComment;
    rows[o++] = sinceFurniture;
    rows[o++] = nextFurniture[i]!;
    rows[o++] = before === undefined ? 0 : before.capitalized / before.words;
    rows[o++] = after === undefined ? 0 : after.capitalized / after.words;
    rows[o++] = before?.linkShare ?? 0;
    rows[o++] = after?.linkShare ?? 0;
    rows[o++] = Math.min(9, lines[i]!.blanksBefore ?? 0);
    rows[o++] = Math.min(9, lines[i + 1]?.blanksBefore ?? 0);
    rows[o++] = lines[i]!.isListed ? 1 : 0;
    rows[o++] = within(listedBefore, i, 4);
    rows[o++] = sinceDate;
    rows[o++] = Math.min(8, fact.length / median);
    rows[o++] = cohesion.counts[i]!;
    rows[o++] = cohesion.shares[i]!;
    rows[o++] = cohesion.shares[i - 1] ?? -1;
    rows[o++] = cohesion.shares[i + 1] ?? -1;
    rows[o++] = cohesion.otherShares[i]!;
    sinceLong = fact.isLong ? 1 : Math.min(FAR, sinceLong + 1);
    sinceFurniture = fact.isFurniture ? 1 : Math.min(FAR, sinceFurniture + 1);
    sinceRelated = fact.isFurniture && fact.phrases & RELATED ? 1 : Math.min(FAR, sinceRelated + 1);
    sinceComment = fact.isFurniture && fact.phrases & COMMENT ? 1 : Math.min(FAR, sinceComment + 1);
    sinceDate = fact.length < 100 && fact.phrases & DATED ? 1 : Math.min(FAR, sinceDate + 1);
  }
}

interface Cohesion {
  /** Words of the line that other lines of the best run use. */
  readonly counts: Uint8Array;
  /** Their share of the words of the line; -1 for a line without words. */
  readonly shares: Float32Array;
  /** Share of words that two or more other long lines of the page use. */
  readonly otherShares: Float32Array;
}

/** Lines with a word. */
interface WordUse {
  /** Of the best run. */
  inRun: number;
  /** That are long. */
  inLong: number;
  /** The last of all. */
  lastLine: number;
}

/** A story speaks of the same people and things from line to line; teasers of other stories do not. */
function cohesionOf(
  facts: readonly LineFacts[],
  run: { readonly start: number; readonly end: number },
  wordsOfLines: readonly (readonly string[])[],
): Cohesion {
  const n = facts.length;
  const uses = new Map<string, WordUse>();
  const usesOfLines: WordUse[][] = [];
  for (let i = 0; i < n; i++) {
    const isInRun = i >= run.start && i < run.end;
    const { isLong } = facts[i]!;
    const usesOfLine: WordUse[] = [];
    for (const word of wordsOfLines[i]!) {
      if (word.length < CONTENT_WORD_LENGTH) continue;
      let use = uses.get(word);
      if (use === undefined) {
        use = { inRun: 0, inLong: 0, lastLine: -1 };
        uses.set(word, use);
      }
      if (use.lastLine === i) continue;
      use.lastLine = i;
      if (isInRun) use.inRun++;
      if (isLong) use.inLong++;
      usesOfLine.push(use);
    }
    usesOfLines.push(usesOfLine);
  }
  const counts = new Uint8Array(n);
  const shares = new Float32Array(n);
  const otherShares = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    // A line does not vouch for itself.
    const ownRun = i >= run.start && i < run.end ? 1 : 0;
    const ownLong = facts[i]!.isLong ? 1 : 0;
    const usesOfLine = usesOfLines[i]!;
    let [shared, others] = [0, 0];
    for (const { inRun, inLong } of usesOfLine) {
      if (inRun > ownRun) shared++;
      if (inLong > ownLong + 1) others++;
    }
    counts[i] = Math.min(50, shared);
    shares[i] = usesOfLine.length === 0 ? -1 : shared / usesOfLine.length;
    otherShares[i] = usesOfLine.length === 0 ? -1 : others / usesOfLine.length;
  }
  return { counts, shares, otherShares };
}

/** Words of fewer letters are articles and prepositions in most languages. */
const CONTENT_WORD_LENGTH = 4;

function distancesAfter(
  facts: readonly LineFacts[],
  holds: (fact: LineFacts) => boolean,
): Uint8Array {
  const distances = new Uint8Array(facts.length);
  let distance = FAR;
  for (let i = facts.length - 1; i >= 0; i--) {
    distances[i] = distance;
    distance = holds(facts[i]!) ? 1 : Math.min(FAR, distance + 1);
  }
  return distances;
}

/** The run of lines with the highest sum, sentence lines counting their words. */
export function bestRun(facts: readonly LineFacts[]): {
  readonly start: number;
  readonly end: number;
} {
  let best = 0;
  let range = { start: 0, end: 0 };
  let sum = 0;
  let start = 0;
  for (let i = 0; i < facts.length; i++) {
    const { endsSentence, words, isFurniture, linkShare } = facts[i]!;
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum +=
      endsSentence && words >= 6 && !isFurniture && linkShare < 0.5
        ? Math.min(words, 120)
        : RUN_COST;
    if (sum > best) {
      best = sum;
      range = { start, end: i + 1 };
    }
  }
  return range;
}
