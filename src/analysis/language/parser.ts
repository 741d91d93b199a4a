/** Finds the head of each word: arc-hybrid transitions, the best first and none taken back, scored by an averaged perceptron over hashed features. */
import {
  applyAction,
  isDone,
  isLegal,
  onlyAction,
  type ParseStates,
  startParse,
} from "./arc-hybrid.ts";
import { lookAhead } from "./look-ahead.ts";
import type { SentenceWords } from "./sentence-words.ts";

export const PARSER_VERSION = 4;

/**
 * Writes the scores of shift, left and right. Called for each state that leaves a choice before it is gone on from, so
 * that what was worked out for a state can serve those that come from it.
 */
export type ScoreActions = (
  sentence: SentenceWords,
  states: ParseStates,
  state: number,
  scores: Float64Array,
) => void;

/** Returns the last state, which `readHeads` turns into heads. */
export type FindTree = (sentence: SentenceWords, states: ParseStates) => number;

export function createParser(score: ScoreActions): FindTree {
  const scores = new Float64Array(3);
  return (sentence, states) => {
    lookAhead(sentence);
    let state = startParse(states, sentence);
    while (!isDone(states, state)) {
      let best = onlyAction(states, state);
      if (best < 0) {
        score(sentence, states, state, scores);
        for (let action = 0; action < 3; action++) {
          if (!isLegal(states, state, action)) continue;
          if (best < 0 || scores[action]! > scores[best]!) best = action;
        }
      }
      state = applyAction(states, state, best);
    }
    return state;
  };
}
