/**
 * The features of the name model, as 32-bit hashes. Those that depend on one word and its distance are kept apart
 * from those that join several words: at run time the scores of the first are summed once a word (`scorer.ts`).
 */
import type { WordClusters } from "../word-clusters.ts";
import type { Clue, Clues } from "./clues.ts";
import { type NameText, Style, sentenceOf } from "./name-text.ts";
import { Case, END_WORD, isCapitalized, START_WORD, type Words } from "./words.ts";

/** Distances at which single words are looked at. */
export const OFFSETS = [-3, -2, -1, 0, 1, 2, 3] as const;

/** A buffer that features are pushed onto; `length` is set back to 0 for each token. */
export interface FeatureList {
  readonly hashes: Int32Array;
  length: number;
}

export function createFeatureList(): FeatureList {
  return { hashes: new Int32Array(320), length: 0 };
}

/** Templates of single words start at 64 × (distance + 3); templates of several words at this number. */
const JOINT = 512;
const LIST_BITS = 16;

export function pushWordFeatures(
  words: Words,
  clusters: WordClusters,
  id: number,
  offset: number,
  out: FeatureList,
): void {
  const base = 64 * (offset + 3);
  const cluster = words.cluster[id]!;
  push(out, base, words.lowerHash[id]!);
  push(out, base + 1, words.caseClass[id]!);
  if (cluster >= 0) {
    push(out, base + 3, clusters.by256[cluster]!);
    push(out, base + 4, clusters.by1024[cluster]!);
  }
  if (offset < -2 || offset > 2) return;
  const lists = words.lists[id]!;
  for (let bit = 0; bit < LIST_BITS; bit++) if (lists & (1 << bit)) push(out, base + 8 + bit, 1);
  if (offset < -1 || offset > 1) return;
  push(out, base + 6, words.shape[id]!);
  push(out, base + 7, words.suffixes[id]![2]!);
  if (cluster >= 0) {
    push(out, base + 2, clusters.by64[cluster]!);
    push(out, base + 5, clusters.by4096[cluster]!);
  } else push(out, base + 2, -1);
  if (offset !== 0) return;
  push(out, base + 30, words.hash[id]!);
  const prefixes = words.prefixes[id]!;
  const suffixes = words.suffixes[id]!;
  for (let k = 0; k < prefixes.length; k++) push(out, base + 32 + k, prefixes[k]!);
  for (let k = 0; k < suffixes.length; k++) push(out, base + 40 + k, suffixes[k]!);
  push(out, base + 50, Math.min(words.form[id]!.length, 12));
}

/** Token `i` lies in the sentence `[start, end)` of this style. */
export function pushJointFeatures(
  words: Words,
  clusters: WordClusters,
  text: NameText,
  clues: Clues,
  i: number,
  start: number,
  end: number,
  style: number,
  out: FeatureList,
): void {
  const word = text.word;
  const id = word[i]!;
  const before = i > start ? word[i - 1]! : START_WORD;
  const after = i + 1 < end ? word[i + 1]! : END_WORD;
  const lower = words.lowerHash[id]!;
  const lowerBefore = words.lowerHash[before]!;
  const lowerAfter = words.lowerHash[after]!;
  const caseClass = words.caseClass[id]!;
  const fine = clusterOf(clusters.by256, words, id);
  const fineBefore = clusterOf(clusters.by256, words, before);
  const fineAfter = clusterOf(clusters.by256, words, after);
  const shape = words.shape[id]!;
  const situation = style * 32 + caseClass * 2 + (i === start ? 1 : 0);

  push(out, JOINT, pair(lowerBefore, lower));
  push(out, JOINT + 1, pair(lower, lowerAfter));
  push(out, JOINT + 2, pair(words.shape[before]!, shape));
  push(out, JOINT + 3, pair(shape, words.shape[after]!));
  push(out, JOINT + 4, pair(pair(words.shape[before]!, shape), words.shape[after]!));
  push(out, JOINT + 5, pair(fineBefore, fine));
  push(out, JOINT + 6, pair(fine, fineAfter));
  push(out, JOINT + 7, situation);
  push(out, JOINT + 8, pair(situation, fine));
  push(out, JOINT + 16, pair(clusterOf(clusters.by64, words, before), lower));
  push(out, JOINT + 17, pair(lower, clusterOf(clusters.by64, words, after)));
  if (caseClass === Case.lower && style === Style.sentence) return;

  const lists = words.lists[id]!;
  const caseBefore = words.caseClass[before]!;
  const caseAfter = words.caseClass[after]!;
  const cases = caseBefore * 256 + caseClass * 16 + caseAfter;
  const beyond = i - 2 >= start ? words.caseClass[word[i - 2]!]! : 15;
  const further = i + 2 < end ? words.caseClass[word[i + 2]!]! : 15;
  push(out, JOINT + 18, ((cases * 16 + beyond) * 16 + further) * 8 + style);
  push(out, JOINT + 19, pair(words.lists[before]!, lists));
  push(out, JOINT + 100, pair(lists, words.lists[after]!));
  push(out, JOINT + 101, pair(lists, cases));
  push(
    out,
    JOINT + 102,
    pair(clusterOf(clusters.by1024, words, before), clusterOf(clusters.by1024, words, id)),
  );
  push(
    out,
    JOINT + 103,
    pair(clusterOf(clusters.by1024, words, id), clusterOf(clusters.by1024, words, after)),
  );
  push(out, JOINT + 104, pair(lowerBefore, fine));
  push(out, JOINT + 105, pair(fine, lowerAfter));
  if (text.phrase[i] !== 0) {
    const place = placeIn(i, text.phraseStart[i]!, text.phraseEnd[i]!);
    push(out, JOINT + 106, text.phrase[i]! * 4 + place);
    push(out, JOINT + 107, pair(text.phrase[i]! * 4 + place, lowerAfter));
  }

  push(out, JOINT + 9, pair(pair(fineBefore, fine), fineAfter));
  push(out, JOINT + 10, pair(situation, lower));
  push(out, JOINT + 11, pair(lowerBefore, lowerAfter));
  push(out, JOINT + 12, pair(fineBefore, fineAfter));
  if (i - 2 >= start) push(out, JOINT + 13, pair(words.lowerHash[word[i - 2]!]!, lowerBefore));
  if (i + 2 < end) push(out, JOINT + 14, pair(lowerAfter, words.lowerHash[word[i + 2]!]!));
  if (isBracketed(words, before, after)) push(out, JOINT + 15, caseClass);
  if (style !== Style.capitals) {
    pushRun(
      words,
      clusters,
      text.word,
      text.runStart[i]!,
      text.runEnd[i]!,
      i,
      start,
      end,
      JOINT + 20,
      out,
    );
    if (text.looseEnd[i]! - text.looseStart[i]! > text.runEnd[i]! - text.runStart[i]!) {
      pushRun(
        words,
        clusters,
        text.word,
        text.looseStart[i]!,
        text.looseEnd[i]!,
        i,
        start,
        end,
        JOINT + 40,
        out,
      );
    }
  }
  if (caseClass !== Case.punctuation && caseClass !== Case.digits) {
    const clue = clues.get(lower);
    pushClue(words, clusters, text, clue, i, situation, out);
  }
}

/** Where the word stands in its run, the ends of the run and what stands around it: *Ministry* ..., ... *Inc said*. */
function pushRun(
  words: Words,
  clusters: WordClusters,
  word: Int32Array,
  runStart: number,
  runEnd: number,
  i: number,
  start: number,
  end: number,
  base: number,
  out: FeatureList,
): void {
  if (runEnd === 0) return;
  const place = placeIn(i, runStart, runEnd);
  const first = word[runStart]!;
  const last = word[runEnd - 1]!;
  const before = runStart > start ? word[runStart - 1]! : START_WORD;
  const after = runEnd < end ? word[runEnd]! : END_WORD;
  push(out, base, place * 16 + Math.min(runEnd - runStart, 6));
  push(out, base + 1, pair(place, words.lowerHash[last]!));
  push(out, base + 2, pair(place, clusterOf(clusters.by256, words, last)));
  push(out, base + 3, pair(place, words.lowerHash[first]!));
  push(out, base + 4, pair(place, clusterOf(clusters.by256, words, first)));
  push(out, base + 5, pair(place, words.lowerHash[before]!));
  push(out, base + 6, pair(place, words.lowerHash[after]!));
  push(out, base + 7, pair(place, clusterOf(clusters.by256, words, before)));
  push(out, base + 8, pair(place, clusterOf(clusters.by256, words, after)));
  push(out, base + 9, pair(place, clusterOf(clusters.by1024, words, last)));
  push(
    out,
    base + 10,
    pair(
      place,
      pair(clusterOf(clusters.by64, words, first), clusterOf(clusters.by64, words, last)),
    ),
  );
  push(out, base + 12, pair(place, words.suffixes[last]![2]!));
  push(
    out,
    base + 13,
    pair(
      pair(place, clusterOf(clusters.by256, words, before)),
      clusterOf(clusters.by64, words, last),
    ),
  );
  push(
    out,
    base + 14,
    pair(
      pair(place, clusterOf(clusters.by256, words, after)),
      clusterOf(clusters.by64, words, last),
    ),
  );
  push(out, base + 11, pair(place, 64 * words.lists[first]! + words.lists[last]!));
}

function pushClue(
  words: Words,
  clusters: WordClusters,
  text: NameText,
  clue: Clue | undefined,
  i: number,
  situation: number,
  out: FeatureList,
): void {
  const base = JOINT + 60;
  if (clue === undefined) {
    push(out, base, situation);
    return;
  }
  const often = Math.min(clue.capital, 3);
  push(out, base + 1, pair(situation, 4 * Math.min(clue.lower, 2) + often));
  for (const at of clue.at) {
    if (at === i) continue;
    const sentence = sentenceOf(text, at);
    const before = at > text.sentenceStart[sentence]! ? text.word[at - 1]! : START_WORD;
    const after = at + 1 < text.sentenceStart[sentence + 1]! ? text.word[at + 1]! : END_WORD;
    push(out, base + 2, words.lowerHash[before]!);
    push(out, base + 3, words.lowerHash[after]!);
    push(out, base + 4, clusterOf(clusters.by256, words, before));
    push(out, base + 5, clusterOf(clusters.by256, words, after));
  }
  if (clue.runEnd - clue.runStart < 2 || (i >= clue.runStart && i < clue.runEnd)) return;
  const place = placeIn(clue.runAt, clue.runStart, clue.runEnd);
  const first = text.word[clue.runStart]!;
  const last = text.word[clue.runEnd - 1]!;
  push(out, base + 6, place * 16 + Math.min(clue.runEnd - clue.runStart, 6));
  push(out, base + 7, pair(place, clusterOf(clusters.by256, words, first)));
  push(out, base + 8, pair(place, clusterOf(clusters.by256, words, last)));
  push(out, base + 9, pair(place, words.lowerHash[first]!));
  push(out, base + 10, pair(place, words.lowerHash[last]!));
}

/** 0 alone, 1 first, 2 inside, 3 last. */
function placeIn(i: number, start: number, end: number): number {
  if (end - start === 1) return 0;
  return i === start ? 1 : i === end - 1 ? 3 : 2;
}

function isBracketed(words: Words, before: number, after: number): boolean {
  return words.form[before] === "(" && words.form[after] === ")";
}

function clusterOf(grain: Uint8Array | Uint16Array, words: Words, id: number): number {
  const row = words.cluster[id]!;
  if (row >= 0) return grain[row]!;
  return -1 - (isCapitalized(words.caseClass[id]!) ? 16 : words.caseClass[id]!);
}

function pair(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 15), 0x27d4eb2d) + b) | 0;
}

function push(out: FeatureList, template: number, value: number): void {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  out.hashes[out.length++] = hash ^ (hash >>> 16);
}
