/**
 * Names the relation of each arc once the tree stands: from the root down, children from left to right, each told
 * what its head and its left siblings were called (two stages, as in McDonald, Lerman and Pereira 2006).
 */
import { ANY, type Kernel } from "../kernel/index.ts";
import { createPlainKernel, type Scores } from "../kernel/plain.ts";
import { RELATION_ID, RELATIONS, UPOS_ID } from "../tag-sets.ts";
import { hashWord } from "../word-clusters.ts";
import {
  LABELER_CORE,
  LABELER_FEATURES,
  LABELER_TEMPLATES,
  LABELER_VALUES,
  type LabelColumns,
  writeLabelerValues,
} from "./labeler-features.ts";
import { FIRST, LONGEST_SENTENCE, type SentenceWords } from "./sentence-words.ts";
import type { TreeColumns } from "./tree-columns.ts";

/** Adds the scores of all labels for an arc with these features. */
export type ScoreLabels<S extends Scores> = (
  features: Int32Array,
  count: number,
  scores: S,
) => void;

/** Called with what was chosen, for training. */
export type AfterLabel = (
  features: Int32Array,
  count: number,
  child: number,
  chosen: number,
  scores: Scores,
) => void;

/** Returns relation + 1 by place; the array is reused by the next call. */
export type LabelArcs = (
  sentence: SentenceWords,
  tree: TreeColumns,
  afterLabel?: AfterLabel,
) => Int32Array;

/**
 * A relation that leads by so much with the core of the features is taken (as a tag in `tagger.ts`): half of the arcs of news pages.
 * One of 7,000 then differs from what all features say, and LAS on EWT dev does not fall; with 8,000 it is one of 4,000.
 */
const CLEAR = 9000;

const ROOT_RELATION = RELATION_ID.get("root")!;
const SIZE = LONGEST_SENTENCE + 8;

/** `scores` is room for the scores of all labels: whole numbers for the quantised weights, floats in training. */
export function createLabeler<S extends Scores>(
  scores: S,
  score: ScoreLabels<S>,
  kernel: Kernel = createPlainKernel(),
): LabelArcs {
  const asked = kernel.featureSet(LABELER_TEMPLATES, LABELER_VALUES);
  const others = asked.features.subarray(LABELER_CORE);
  const columns: LabelColumns = {
    label: new Int32Array(SIZE),
    kinds: new Int32Array(SIZE),
    auxiliary: new Int32Array(SIZE),
  };
  const { label } = columns;
  const queue = new Int32Array(SIZE);
  const firstChild = new Int32Array(SIZE);
  const nextSibling = new Int32Array(SIZE);
  const coordinators = new Int32Array(SIZE);

  return (sentence, tree, afterLabel) => {
    const { head, root } = tree;
    label.fill(0, 0, root + 4);
    describeChildren(sentence, tree, columns);
    countCoordinators(sentence, coordinators);
    firstChild.fill(0, 0, root + 1);
    for (let at = root - 1; at >= FIRST; at--) {
      nextSibling[at] = firstChild[head[at]!]!;
      firstChild[head[at]!] = at;
    }
    let first = 0;
    let last = 0;
    queue[last++] = root;
    while (first < last) {
      const h = queue[first++]!;
      let previous = 0;
      for (let child = firstChild[h]!; child !== 0; child = nextSibling[child]!) {
        queue[last++] = child;
        if (h === root) {
          label[child] = ROOT_RELATION + 1;
          continue;
        }
        const following = nextSibling[child]!;
        writeLabelerValues(sentence, tree, columns, child, previous, following, asked.values);
        scores.fill(0, 0, RELATIONS.length);
        scores[ROOT_RELATION] = LEAST;
        if (!isCoordinated(sentence, coordinators, child, h)) scores[CONJ] = LEAST;
        add(0, LABELER_CORE, asked.features);
        let chosen = afterLabel ? -1 : kernel.leader(scores, RELATIONS.length, CLEAR);
        if (chosen < 0) {
          add(LABELER_CORE, LABELER_FEATURES, others);
          chosen = kernel.leader(scores, RELATIONS.length, ANY);
        }
        label[child] = chosen + 1;
        afterLabel?.(asked.features, LABELER_FEATURES, child, chosen, scores);
        previous = child;
      }
    }
    return label;
  };

  function add(from: number, to: number, features: Int32Array): void {
    kernel.hash(asked, from, to);
    score(features, to - from, scores);
  }
}

const CONJ = RELATION_ID.get("conj")!;
const LEAST = -1e9;
/** Punctuation that coordinates nothing. */
const QUOTES = new Set(
  ['"', "“", "”", "„", "''", "``", "‘", "’", "'", "«", "»", "(", ")", "[", "]", "."].map(
    (form) => hashWord(form) | 0,
  ),
);
/** *rather than*, *as well as*, *etc*: coordinate without a conjunction. */
const LIKE_CONJUNCTIONS = new Set(
  ["than", "as", "not", "etc", "etc."].map((form) => hashWord(form) | 0),
);

/** Of each place how many before it can stand between two that are coordinated. */
function countCoordinators({ pos, form, lower, count }: SentenceWords, into: Int32Array): void {
  let seen = 0;
  for (let at = FIRST; at <= FIRST + count; at++) {
    into[at] = seen;
    const tag = pos[at]!;
    const isMark = tag === PUNCT || tag === SYM;
    if (tag === CCONJ || (isMark ? !QUOTES.has(form[at]!) : LIKE_CONJUNCTIONS.has(lower[at]!)))
      seen++;
  }
}

/** In the treebanks one *conj* in a hundred has nothing between it and its head that coordinates, mostly by mistake. */
function isCoordinated(
  { count }: SentenceWords,
  coordinators: Int32Array,
  child: number,
  head: number,
): boolean {
  const last = Math.min(FIRST + count, Math.max(child, head) + 1);
  return coordinators[last]! > coordinators[Math.min(child, head)]!;
}

const PUNCT = UPOS_ID.get("PUNCT")! + 1;
const SYM = UPOS_ID.get("SYM")! + 1;
const AUX = UPOS_ID.get("AUX")! + 1;
const VERB = UPOS_ID.get("VERB")! + 1;
const ADP = UPOS_ID.get("ADP")! + 1;
const SCONJ = UPOS_ID.get("SCONJ")! + 1;
const PART = UPOS_ID.get("PART")! + 1;
const CCONJ = UPOS_ID.get("CCONJ")! + 1;
const DET = UPOS_ID.get("DET")! + 1;
const NOUNS = new Set(["NOUN", "PROPN", "PRON", "NUM"].map((tag) => UPOS_ID.get(tag)! + 1));

/** Bits: a bare noun to the left, to the right, two to the right; auxiliary, verb, case or mark, conjunction, determiner. */
function describeChildren(s: SentenceWords, tree: TreeColumns, columns: LabelColumns): void {
  const { pos } = s;
  const { head, left, root } = tree;
  const { kinds, auxiliary } = columns;
  kinds.fill(0, 0, root + 4);
  auxiliary.fill(0, 0, root + 4);
  for (let at = FIRST; at < root; at++) {
    const h = head[at]!;
    const tag = pos[at]!;
    const firstTag = pos[left[at]!]!;
    if (NOUNS.has(tag) && firstTag !== ADP && firstTag !== CCONJ) {
      if (at < h) kinds[h]! |= 1;
      else kinds[h]! |= (kinds[h]! & 2) !== 0 ? 4 : 2;
    } else if (tag === AUX) {
      kinds[h]! |= 8;
      if (at < h || auxiliary[h] === 0) auxiliary[h] = at;
    } else if (tag === VERB) kinds[h]! |= at < h ? 16 : 32;
    else if (tag === ADP || tag === SCONJ || tag === PART) kinds[h]! |= at < h ? 64 : 128;
    else if (tag === CCONJ) kinds[h]! |= 256;
    else if (tag === DET) kinds[h]! |= 512;
  }
}
