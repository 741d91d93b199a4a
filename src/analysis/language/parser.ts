/**
 * Finds the head of each word: arc-hybrid transitions with a small beam (Zhang and Clark 2008), scored by an averaged
 * perceptron over hashed features. States that fall far behind the best are dropped, so that a clear sentence costs
 * little more than a greedy parse.
 */
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

export interface BeamOptions {
  /** States that are kept: 1 is greedy. At most `WIDEST_BEAM`. */
  readonly width: number;
  /** A state this far behind the best is dropped. */
  readonly margin: number;
}

/** Returns the last state of the best way, which `readHeads` turns into heads. */
export type FindTree = (
  sentence: SentenceWords,
  states: ParseStates,
  afterStep?: AfterStep,
) => number;

/** Sees the states after each step, best first; may stop the search by returning true. For training. */
export type AfterStep = (beam: Int32Array, scores: Float64Array, size: number) => boolean;

export function createParser(score: ScoreActions, { width, margin }: BeamOptions): FindTree {
  const actionScores = new Float64Array(3);
  const beam = new Int32Array(width);
  const beamScores = new Float64Array(width);
  const wayFrom = new Int32Array(width);
  const wayAction = new Int32Array(width);
  const wayScores = new Float64Array(width);

  return (sentence, states, afterStep) => {
    if (width === 1 && afterStep === undefined) return findGreedily(sentence, states);
    lookAhead(sentence);
    beam[0] = startParse(states, sentence);
    beamScores[0] = 0;
    let size = 1;
    while (!isDone(states, beam[0]!)) {
      let ways = 0;
      for (let i = 0; i < size; i++) {
        const state = beam[i]!;
        const only = onlyAction(states, state);
        if (only >= 0) {
          ways = keepBest(ways, state, only, beamScores[i]!);
          continue;
        }
        score(sentence, states, state, actionScores);
        for (let action = 0; action < 3; action++) {
          if (!isLegal(states, state, action)) continue;
          ways = keepBest(ways, state, action, beamScores[i]! + actionScores[action]!);
        }
      }
      size = 0;
      for (let i = 0; i < ways; i++) {
        if (wayScores[i]! < wayScores[0]! - margin) break;
        beam[i] = applyAction(states, wayFrom[i]!, wayAction[i]!);
        beamScores[i] = wayScores[i]!;
        size++;
      }
      if (afterStep?.(beam, beamScores, size)) break;
    }
    return beam[0]!;
  };

  /** What a beam of one finds, without the lists of a beam. */
  function findGreedily(sentence: SentenceWords, states: ParseStates): number {
    lookAhead(sentence);
    let state = startParse(states, sentence);
    while (!isDone(states, state)) {
      let best = onlyAction(states, state);
      if (best < 0) {
        score(sentence, states, state, actionScores);
        for (let action = 0; action < 3; action++) {
          if (!isLegal(states, state, action)) continue;
          if (best < 0 || actionScores[action]! > actionScores[best]!) best = action;
        }
      }
      state = applyAction(states, state, best);
    }
    return state;
  }

  /** Puts a way into the list of the best, which is sorted and never longer than the beam; returns its length. */
  function keepBest(ways: number, from: number, action: number, value: number): number {
    if (ways === width && value <= wayScores[width - 1]!) return ways;
    let at = ways < width ? ways : width - 1;
    while (at > 0 && wayScores[at - 1]! < value) {
      wayScores[at] = wayScores[at - 1]!;
      wayFrom[at] = wayFrom[at - 1]!;
      wayAction[at] = wayAction[at - 1]!;
      at--;
    }
    wayScores[at] = value;
    wayFrom[at] = from;
    wayAction[at] = action;
    return Math.min(ways + 1, width);
  }
}
