/**
 * Finds the head of each word: greedy arc-hybrid transitions, an averaged perceptron over hashed features that was
 * trained with a dynamic oracle (Goldberg and Nivre 2013).
 */
import { type ActionWeights, addActionScores } from "./action-weights.ts";
import {
  applyAction,
  createParseState,
  isDone,
  isLegal,
  type ParseState,
  SHIFT,
  startParse,
} from "./arc-hybrid.ts";
import { PARSER_FEATURES, parserFeatures } from "./parser-features.ts";
import type { SentenceWords } from "./sentence-words.ts";

export const PARSER_VERSION = 1;

/** Returns the final state: `head` by place. It is reused by the next call. */
export type FindHeads = (sentence: SentenceWords) => ParseState;

export function createParser(weights: ActionWeights): FindHeads {
  const state = createParseState();
  const features = new Int32Array(PARSER_FEATURES);
  const scores = new Int32Array(3);
  return (sentence) => {
    startParse(state, sentence.count);
    while (!isDone(state)) {
      addActionScores(weights, features, parserFeatures(sentence, state, features), scores);
      applyAction(state, bestLegal(state, scores));
    }
    return state;
  };
}

export function bestLegal(state: ParseState, scores: Int32Array | Float64Array): number {
  let best = -1;
  for (let action = SHIFT; action < 3; action++) {
    if (isLegal(state, action) && (best < 0 || scores[action]! > scores[best]!)) best = action;
  }
  return best;
}
