/**
 * Finds where sentences end among the tokens of one block: a small perceptron judges each gap where an end is
 * possible at all. A blank line always ends one; after titles (*Gen.*) and before closing quotes none ends.
 */
import type { Kernel } from "../kernel/index.ts";
import type { Scores } from "../kernel/plain.ts";
import { endsAbbreviated } from "./abbreviated-ends.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { LabelWeights } from "./label-weights.ts";
import { type GapColumns, gapFeatures, MARK, SENTENCE_FEATURES } from "./sentence-features.ts";
import type { TokenList } from "./token-list.ts";
import { C256, LOWER, MARK_OF_WORD, SHAPE, WORD_ROW, type Words } from "./words.ts";

export const SENTENCES_VERSION = 1;

/** Adds the scores of "goes on" and "ends". */
export type ScoreGap = (features: Int32Array, count: number, scores: Scores) => void;

/** Tells what was found, for training; returns what is to be taken for true. */
export type AfterGap = (
  features: Int32Array,
  count: number,
  token: number,
  scores: Scores,
) => boolean;

/** The end (exclusive token number) of each sentence, ascending; the last is the number of tokens. */
export type SplitSentences = (block: BlockTokens, afterGap?: AfterGap) => number[];

export interface BlockTokens {
  readonly list: TokenList;
  readonly forms: readonly string[];
  /** Numbers of the words. */
  readonly ids: ArrayLike<number>;
}

/**
 * What a gap without a final mark must bring, in the model's units: from 0 to this the treebanks' news lost fewer
 * sentences (F1 .928 to .934), their mails hardly more (.891 to .889).
 */
const WEAK_EVIDENCE = 8000;
/** Labels of a gap. */
const ENDS_OR_NOT = 2;
const FINAL = /^(?:[.!?…。！？]+|\.{2,})$/;
const CLOSING = /^(?:[”’»)\]}]|'')$/;
const OPENING = /^(?:[“‘«([{]|``)$/;
const STRAIGHT = /^["']$/;
const BULLET = /^(?:[•●▪■◦‣·*>–—-]+|={2,}|_{2,}|\d{1,2}\))$/;
/** A bullet that is no dash. */
const ROUND = /^[•●▪■◦‣]$/;
const ELLIPSIS = /^(?:…|\.{3,})$/;
const PAUSE = /^[:;,]$/;
const INITIAL = /^\p{Lu}\.$/u;
const DOTTED = /^(?:\p{L}\.){2,}$/u;
const REPORTING = new Set(
  "said says asked asks replied added shouted wrote cried answered exclaimed tweeted wondered".split(
    " ",
  ),
);
/** Lower-case and capitalised words, all capitals, mixed, one capital: the low bits of a word's shape. */
const LOWER_SHAPE = 1;

/** Bytes of a kernel that a scorer takes. */
export function gapScorerBytes({ slots, entries }: LabelWeights): number {
  return slots.byteLength + entries.byteLength + 4 * (SENTENCE_FEATURES + ENDS_OR_NOT) + 128;
}

export function scoreWith(weights: LabelWeights, kernel: Kernel): ScoreGap {
  const table = kernel.slotsFrom(weights.slots);
  const entries = kernel.uint16From(weights.entries);
  const list = kernel.int32(SENTENCE_FEATURES);
  const sums = kernel.int32(ENDS_OR_NOT);
  return (features, count, scores) => {
    list.set(features);
    sums.fill(0);
    kernel.addRows(list, count, table, entries, sums, 0);
    for (let label = 0; label < ENDS_OR_NOT; label++) scores[label]! += sums[label]!;
  };
}

/** The words of a stretch of text, ready to be split. */
export function readBlock(text: string, list: TokenList, words: Words): BlockTokens {
  const count = list.start.length;
  const ids = new Int32Array(count);
  const forms: string[] = new Array(count);
  for (let i = 0; i < count; i++) {
    ids[i] = words.intern(text, list.start[i]!, list.end[i]!);
    forms[i] = words.forms[ids[i]!]!;
  }
  return { list, forms, ids };
}

export function createSentenceSplitter(
  words: Words,
  abbreviations: Abbreviations,
  score: ScoreGap,
): SplitSentences {
  const features = new Int32Array(SENTENCE_FEATURES);
  const scores = new Float64Array(ENDS_OR_NOT);
  let g = newColumns(1024);

  return (block, afterGap) => {
    const count = block.ids.length;
    if (count + 4 > g.lower.length) g = newColumns(2 * count + 4);
    describe(block);
    const informal = isInformal(g) ? 1 : 0;
    const ends: number[] = [];
    let first = 2;
    let quotes = 0;
    for (let at = 3; at < count + 2; at++) {
      if (g.mark[at - 1] === MARK.quote) quotes++;
      const sure = sureEnd(g, at, first, block.forms);
      let isEnd = sure === true;
      if (
        sure === undefined &&
        isPossibleEnd(g, at) &&
        !(informal === 0 && goesOnSmall(g, at, block.forms))
      ) {
        const number = gapFeatures(g, at, first, quotes, informal, features);
        scores.fill(0);
        score(features, number, scores);
        isEnd = scores[1]! - scores[0]! > (isFinal(g, at) ? 0 : WEAK_EVIDENCE);
        if (afterGap !== undefined) isEnd = afterGap(features, number, at - 2, scores);
      }
      if (!isEnd) continue;
      ends.push(at - 2);
      first = at;
      quotes = 0;
    }
    if (count > 0) ends.push(count);
    return ends;
  };

  function describe({ list, forms, ids }: BlockTokens): void {
    const { facts } = words;
    const count = ids.length;
    g.count = count;
    for (let i = 0; i < count; i++) {
      const id = ids[i]!;
      const row = id * WORD_ROW;
      if (facts[row + MARK_OF_WORD]! < 0) {
        facts[row + MARK_OF_WORD] = markOf(forms[i]!, facts[row + SHAPE]!);
      }
      g.lower[i + 2] = facts[row + LOWER]!;
      g.shape[i + 2] = facts[row + SHAPE]!;
      g.cluster[i + 2] = facts[row + C256]!;
      g.gap[i + 2] = list.gap[i]!;
      g.mark[i + 2] = facts[row + MARK_OF_WORD]!;
    }
    for (const at of [count + 2, count + 3]) {
      g.lower[at] = 0;
      g.shape[at] = 0;
      g.cluster[at] = 0;
      g.gap[at] = 0;
      g.mark[at] = 0;
    }
  }

  function markOf(form: string, shape: number): number {
    if (shape === LOWER_SHAPE) return REPORTING.has(form) ? MARK.reporting : MARK.word;
    if (form.length > 16) return MARK.word;
    if (FINAL.test(form)) return MARK.final;
    if (CLOSING.test(form)) return MARK.closing;
    if (OPENING.test(form)) return MARK.opening;
    if (STRAIGHT.test(form)) return MARK.quote;
    if (BULLET.test(form)) return MARK.bullet;
    if (PAUSE.test(form)) return MARK.pause;
    if (form.endsWith(".") && form.length > 1) {
      if (INITIAL.test(form)) return MARK.initial;
      if (DOTTED.test(form)) return MARK.abbreviation;
      return abbreviations.leadsOn(form.slice(0, -1)) ? MARK.leading : MARK.abbreviation;
    }
    return MARK.word;
  }
}

function newColumns(size: number): GapColumns {
  return {
    count: 0,
    lower: new Int32Array(size),
    shape: new Int32Array(size),
    cluster: new Int32Array(size),
    gap: new Uint8Array(size),
    mark: new Uint8Array(size),
  };
}

/** What needs no weighing: a blank line, a line that begins with a bullet, an abbreviation. */
function sureEnd(
  g: GapColumns,
  at: number,
  first: number,
  forms: readonly string[],
): boolean | undefined {
  if (g.gap[at] === 3) return true;
  if (g.gap[at] === 2 && g.mark[at] === MARK.bullet && ROUND.test(forms[at - 2]!)) return true;
  const mark = g.mark[at - 1]!;
  if (mark === MARK.bullet)
    return ROUND.test(forms[at - 3]!) && at - 1 === first ? false : undefined;
  return endsAbbreviated({ forms, mark, at: at - 2, first: first - 2 });
}

/** After a final mark (and what closes behind it), or before what is not a plain lower-case word. */
function isPossibleEnd(g: GapColumns, at: number): boolean {
  const { mark, shape, gap } = g;
  const before = mark[at - 1]!;
  if (before === MARK.leading || before === MARK.opening) return false;
  if (mark[at] === MARK.final || mark[at] === MARK.closing || mark[at] === MARK.pause) {
    return false;
  }
  if (isFinal(g, at)) return true;
  return gap[at]! > 0 && (shape[at]! & 7) !== LOWER_SHAPE;
}

/** Behind a final mark, or what closes behind one. */
function isFinal({ mark }: GapColumns, at: number): boolean {
  const before = mark[at - 1]!;
  if (before === MARK.final) return true;
  return (before === MARK.closing || before === MARK.quote) && mark[at - 2] === MARK.final;
}

/** *"Why now?" he asked*, *and then … nothing*. */
function goesOnSmall({ mark, shape }: GapColumns, at: number, forms: readonly string[]): boolean {
  const before = mark[at - 1]!;
  if (before !== MARK.closing && before !== MARK.quote && !ELLIPSIS.test(forms[at - 3]!))
    return false;
  return (shape[at]! & 7) === LOWER_SHAPE;
}

/** Some people write without capitals: most words after a final mark begin small. */
function isInformal({ count, mark, shape }: GapColumns): boolean {
  let small = 0;
  let large = 0;
  for (let at = 2; at < count + 2; at++) {
    if (at > 2 && mark[at - 1] !== MARK.final) continue;
    if ((shape[at]! & 7) === LOWER_SHAPE) small++;
    else large++;
  }
  return small > large;
}
