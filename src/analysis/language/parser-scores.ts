/**
 * Scores of the actions in a state, group of features by group: what a group adds is kept with the state, and a state
 * takes over from those it came from what has not changed since. Sums of whole numbers: the same in any order.
 */
import { featureSetBytes, type Kernel } from "../kernel/index.ts";
import type { ActionWeights } from "./action-weights.ts";
import { ACTION, BELOW, LEFT, MOST_STATES, PREVIOUS, SHIFT, STRIDE } from "./arc-hybrid.ts";
import type { ScoreActions } from "./parser.ts";
import {
  JOINT,
  NEXT_CHILDREN,
  PARSER_FEATURES,
  PARSER_TEMPLATES,
  PARSER_VALUES,
  STACK,
  TOP_RIGHTS_FROM,
  writeParserValues,
} from "./parser-features.ts";

/** Where the sums of a group stand in the row of a state: three numbers each and one that is not used. */
const OF_NEXT = 0;
const OF_STACK = 4;
const OF_NEXT_CHILDREN = 8;
const OF_JOINT = 12;
const OF_TOP_RIGHT = 16;
const ROW = 20;

/** Bytes of a kernel that a scorer takes. */
export function actionScorerBytes({ slots }: ActionWeights): number {
  return slots.byteLength + featureSetBytes(PARSER_VALUES) + 4 * MOST_STATES * ROW + 64;
}

export function createActionScorer(weights: ActionWeights, kernel: Kernel): ScoreActions {
  const table = kernel.slotsFrom(weights.slots);
  const asked = kernel.featureSet(PARSER_TEMPLATES, PARSER_VALUES);
  const kept = kernel.int32(MOST_STATES * ROW);

  return (sentence, states, state, scores) => {
    const { cells } = states;
    const action = cells[state * STRIDE + ACTION]!;
    const from = cells[state * STRIDE + PREVIOUS]!;
    const at = state * ROW;
    writeParserValues(sentence, states, state, asked.values);
    if (action === SHIFT) sum(at, 0, STACK, NEXT_CHILDREN, JOINT, TOP_RIGHTS_FROM, PARSER_FEATURES);
    else {
      // The state that had this top before: of what lies below it nothing has changed.
      const below = cells[from * STRIDE + BELOW]! * ROW;
      if (action === LEFT) {
        const [first, last] = [NEXT_CHILDREN, TOP_RIGHTS_FROM];
        sum(at, first, first, first, JOINT, last, last);
        copySums(kept, below + OF_TOP_RIGHT, at + OF_TOP_RIGHT);
      } else {
        sum(at, JOINT, JOINT, JOINT, JOINT, TOP_RIGHTS_FROM, PARSER_FEATURES);
        copySums(kept, from * ROW + OF_NEXT_CHILDREN, at + OF_NEXT_CHILDREN);
      }
      copySums(kept, from * ROW + OF_NEXT, at + OF_NEXT);
      copySums(kept, below + OF_STACK, at + OF_STACK);
    }
    for (let i = 0; i < 3; i++) {
      scores[i] =
        kept[at + OF_NEXT + i]! +
        kept[at + OF_STACK + i]! +
        kept[at + OF_NEXT_CHILDREN + i]! +
        kept[at + OF_JOINT + i]! +
        kept[at + OF_TOP_RIGHT + i]!;
    }
  };

  /** Works out the features from `first` on and sums each group, as far as its end; what has no features is 0. */
  function sum(
    at: number,
    first: number,
    next: number,
    stack: number,
    nextChildren: number,
    joint: number,
    topRight: number,
  ): void {
    kernel.hash(asked, first, topRight);
    kernel.sumGroups(
      asked.features,
      table,
      kept,
      at,
      first,
      next,
      stack,
      nextChildren,
      joint,
      topRight,
    );
  }
}

function copySums(kept: Int32Array, from: number, to: number): void {
  for (let i = 0; i < 3; i++) kept[to + i] = kept[from + i]!;
}
