/**
 * Scores of the actions in a state, group of features by group: what a group adds is kept with the state, and a state
 * takes over from those it came from what has not changed since. Sums of whole numbers: the same in any order.
 */
import { type ActionWeights, readAhead, sumActions } from "./action-weights.ts";
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

/** Where the sums of a group stand in the row of a state: three numbers each. */
const OF_NEXT = 0;
const OF_NEXT_CHILDREN = 3;
const OF_STACK = 6;
const OF_TOP_RIGHT = 9;
const ROW = 12;

export function createActionScorer(weights: ActionWeights): ScoreActions {
  const features = new Int32Array(PARSER_FEATURES);
  const begun = new Uint32Array(PARSER_FEATURES);
  const kept = new Int32Array(MOST_STATES * ROW);
  const joint = new Int32Array(3);

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
    readAhead(weights, features, all, begun);
    if (action === SHIFT) {
      sumActions(weights, features, begun, 0, next, kept, at + OF_NEXT);
      sumActions(weights, features, begun, children, stack, kept, at + OF_STACK);
    } else {
      // The state that had this top before: of what lies below it nothing has changed.
      const below = cells[from * STRIDE + BELOW]! * ROW;
      copySums(kept, from * ROW + OF_NEXT, at + OF_NEXT);
      copySums(kept, below + OF_STACK, at + OF_STACK);
      if (action === LEFT) copySums(kept, below + OF_TOP_RIGHT, at + OF_TOP_RIGHT);
      else copySums(kept, from * ROW + OF_NEXT_CHILDREN, at + OF_NEXT_CHILDREN);
    }
    if (action !== RIGHT) {
      sumActions(weights, features, begun, next, children, kept, at + OF_NEXT_CHILDREN);
    }
    if (action !== LEFT) {
      sumActions(weights, features, begun, stack, topRight, kept, at + OF_TOP_RIGHT);
    }
    sumActions(weights, features, begun, topRight, all, joint, 0);
    for (let i = 0; i < 3; i++) {
      scores[i] =
        joint[i]! +
        kept[at + OF_NEXT + i]! +
        kept[at + OF_NEXT_CHILDREN + i]! +
        kept[at + OF_STACK + i]! +
        kept[at + OF_TOP_RIGHT + i]!;
    }
  };
}

function copySums(kept: Int32Array, from: number, to: number): void {
  for (let i = 0; i < 3; i++) kept[to + i] = kept[from + i]!;
}
