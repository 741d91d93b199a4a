/**
 * Names the relation of each arc once the tree stands: from the root down, children from left to right, each told
 * what its head and its left siblings were called (two stages, as in McDonald, Lerman and Pereira 2006).
 */
import { RELATION_ID, RELATIONS } from "../tag-sets.ts";
import type { ParseState } from "./arc-hybrid.ts";
import { addScores, type LabelWeights } from "./label-weights.ts";
import { LABELER_FEATURES, labelerFeatures } from "./labeler-features.ts";
import { FIRST, LONGEST_SENTENCE, type SentenceWords } from "./sentence-words.ts";

export const ROOT_RELATION = RELATION_ID.get("root")!;
const SIZE = LONGEST_SENTENCE + 8;

/** Returns relation + 1 by place; the array is reused by the next call. */
export type LabelArcs = (sentence: SentenceWords, state: ParseState) => Int32Array;

export function createLabeler(weights: LabelWeights): LabelArcs {
  const label = new Int32Array(SIZE);
  const features = new Int32Array(LABELER_FEATURES);
  const scores = new Int32Array(128);
  return (sentence, state) => {
    label.fill(0, 0, FIRST + sentence.count + 4);
    visitArcs(state, (child, previous, following) => {
      if (state.head[child] === state.root) {
        label[child] = ROOT_RELATION + 1;
        return;
      }
      const count = labelerFeatures(sentence, state, child, previous, following, label, features);
      scores.fill(0);
      addScores(weights, features, count, scores);
      label[child] = bestRelation(scores) + 1;
    });
    return label;
  };
}

export function bestRelation(scores: Int32Array | Float64Array): number {
  let best = 0;
  for (let id = 1; id < RELATIONS.length; id++) {
    if (id !== ROOT_RELATION && scores[id]! > scores[best]!) best = id;
  }
  return best;
}

const queue = new Int32Array(SIZE);
const firstChild = new Int32Array(SIZE);
const nextSibling = new Int32Array(SIZE);

/** Calls for each token: its place and those of its siblings to the left and right, 0 for none. Heads come first. */
export function visitArcs(
  state: ParseState,
  visit: (child: number, previous: number, following: number) => void,
): void {
  const { head, root } = state;
  firstChild.fill(0, 0, root + 1);
  for (let at = root - 1; at >= FIRST; at--) {
    const h = head[at]!;
    nextSibling[at] = firstChild[h]!;
    firstChild[h] = at;
  }
  let first = 0;
  let last = 0;
  queue[last++] = root;
  while (first < last) {
    const h = queue[first++]!;
    let previous = 0;
    for (let child = firstChild[h]!; child !== 0; child = nextSibling[child]!) {
      visit(child, previous, nextSibling[child]!);
      previous = child;
      queue[last++] = child;
    }
  }
}
