/**
 * Scores of the actions in a state, group of features by group: what a group adds is kept with the state, and a state
 * takes over from those it came from what has not changed since. Sums of whole numbers: the same in any order.
 */
import type { Kernel } from "../kernel/index.ts";
import type { ActionWeights } from "./action-weights.ts";
import { ACTION, BELOW, LEFT, MOST_STATES, PREVIOUS, RIGHT, SHIFT, STRIDE } from "./arc-hybrid.ts";
import type { ScoreActions } from "./parser.ts";
import {
  jointFeatures,
  nextChildFeatures,
  nextFeatures,
  PARSER_FEATURES,
  stackFeatures,
  topRightFeatures,
} from "./parser-features.ts";

/** Where the sums of a group stand in the row of a state: three numbers each and one that is not used. */
const OF_NEXT = 0;
const OF_NEXT_CHILDREN = 4;
const OF_STACK = 8;
const OF_TOP_RIGHT = 12;
const OF_JOINT = 16;
const ROW = 20;

/** Bytes of a kernel that a scorer takes. */
export function actionScorerBytes({ slots }: ActionWeights): number {
  return slots.byteLength + 4 * (PARSER_FEATURES + MOST_STATES * ROW) + 64;
}

export function createActionScorer(weights: ActionWeights, kernel: Kernel): ScoreActions {
  const table = kernel.slotsFrom(weights.slots);
  const features = kernel.int32(PARSER_FEATURES);
  const kept = kernel.int32(MOST_STATES * ROW);

  return (sentence, states, state, scores) => {
    const { cells } = states;
    const action = cells[state * STRIDE + ACTION]!;
    const from = cells[state * STRIDE + PREVIOUS]!;
    const at = state * ROW;
    // Where the features of each group end that is worked out anew; the others are taken over.
    const next = action === SHIFT ? nextFeatures(sentence, states, state, features, 0) : 0;
    const children =
      action === RIGHT ? next : nextChildFeatures(sentence, states, state, features, next);
    const stack =
      action === SHIFT ? stackFeatures(sentence, states, state, features, children) : children;
    const topRight =
      action === LEFT ? stack : topRightFeatures(sentence, states, state, features, stack);
    const all = jointFeatures(sentence, states, state, features, topRight);
    kernel.sumGroups(features, table, kept, at, next, children, stack, topRight, all);
    if (action !== SHIFT) {
      // The state that had this top before: of what lies below it nothing has changed.
      const below = cells[from * STRIDE + BELOW]! * ROW;
      copySums(kept, from * ROW + OF_NEXT, at + OF_NEXT);
      copySums(kept, below + OF_STACK, at + OF_STACK);
      if (action === LEFT) copySums(kept, below + OF_TOP_RIGHT, at + OF_TOP_RIGHT);
      else copySums(kept, from * ROW + OF_NEXT_CHILDREN, at + OF_NEXT_CHILDREN);
    }
    for (let i = 0; i < 3; i++) {
      scores[i] =
        kept[at + OF_NEXT + i]! +
        kept[at + OF_NEXT_CHILDREN + i]! +
        kept[at + OF_STACK + i]! +
        kept[at + OF_TOP_RIGHT + i]! +
        kept[at + OF_JOINT + i]!;
    }
  };
}

function copySums(kept: Int32Array, from: number, to: number): void {
  for (let i = 0; i < 3; i++) kept[to + i] = kept[from + i]!;
}
