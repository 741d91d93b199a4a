/**
 * Trains the actions of the parser: first greedily with the dynamic oracle, following its own choices nine times in
 * ten; then with the beam it will be used with, updating where the best wrong way is furthest ahead of the right one
 * (max-violation: Huang, Fayong and Guo 2012).
 */
import type { ActionWeights } from "../../src/analysis/language/action-weights.ts";
import {
  ACTION,
  applyAction,
  createParseStates,
  isDone,
  isLegal,
  onlyAction,
  type ParseStates,
  PREVIOUS,
  STRIDE,
  startParse,
} from "../../src/analysis/language/arc-hybrid.ts";
import { lookAhead } from "../../src/analysis/language/look-ahead.ts";
import {
  type BeamOptions,
  createParser,
  type ScoreActions,
} from "../../src/analysis/language/parser.ts";
import { PARSER_FEATURES, parserFeatures } from "../../src/analysis/language/parser-features.ts";
import {
  createSentenceWords,
  type SentenceWords,
} from "../../src/analysis/language/sentence-words.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import type { GoldSentence } from "../conllu.ts";
import { type ActionPerceptron, createActionPerceptron } from "./action-perceptron.ts";
import { goldTree, loadGold, setTags } from "./load-gold.ts";
import { actionCost, cheapestAction, type GoldTree } from "./oracle.ts";
import { seededRandom, shuffled } from "./random.ts";

const EXPLORATION = 0.9;
/** A right action must lead by so much: with 10 the wrong choices of the first round fell from 8.8 % to 8.3 %. */
const MARGIN = 10;

export interface ParserTraining {
  readonly greedyRounds: number;
  readonly beamRounds: number;
  /** Width while training. */
  readonly width: number;
  /** Order of the sentences and choices explored. */
  readonly seed: number;
}

export interface TrainedActions {
  readonly weights: ActionWeights;
  /** What one unit of the training scores is in the quantised weights. */
  readonly scale: number;
}

export interface TaggedSentence {
  readonly gold: GoldSentence;
  /** Label + 1 of each word, as a tagger gave them that did not see the sentence. */
  readonly tags: Uint8Array;
}

export function trainParser(
  sentences: readonly TaggedSentence[],
  labelPos: Uint8Array,
  words: Words,
  { greedyRounds, beamRounds, width, seed }: ParserTraining,
): ActionPerceptron {
  const model = createActionPerceptron();
  const random = seededRandom(seed);
  const s = createSentenceWords();
  const states = createParseStates();
  const load = (sentence: TaggedSentence): GoldTree => {
    loadGold(s, words, sentence.gold);
    setTags(s, sentence.tags, labelPos);
    lookAhead(s);
    return goldTree(sentence.gold);
  };
  for (let round = 0; round < greedyRounds; round++) {
    let [steps, wrong] = [0, 0];
    for (const sentence of shuffled(sentences, random)) {
      const gold = load(sentence);
      wrong += followGreedily(model, s, states, gold, round === 0 ? 0 : EXPLORATION, random);
      steps += 2 * s.count;
    }
    console.log(`    greedy round ${round + 1}: ${((100 * wrong) / steps).toFixed(2)} % wrong`);
  }
  if (beamRounds > 0 && greedyRounds > 0) model.startFromAverage();
  const beam: BeamOptions = { width, margin: Infinity };
  const search = createParser(scoresOf(model), beam);
  for (let round = 0; round < beamRounds; round++) {
    let updates = 0;
    for (const sentence of shuffled(sentences, random)) {
      const gold = load(sentence);
      if (learnFromBeam(model, s, states, gold, search)) updates++;
      model.tick();
    }
    const share = ((100 * updates) / sentences.length).toFixed(1);
    console.log(`    beam round ${round + 1}: ${share} % of sentences corrected`);
  }
  return model;
}

const features = new Int32Array(PARSER_FEATURES);
const scores = new Float64Array(3);

/** What the model gives each action of a state, while it is trained: nothing is kept. */
export function scoresOf(model: ActionPerceptron): ScoreActions {
  return (sentence, states, state, into) => {
    const count = parserFeatures(sentence, states, state, features);
    model.score(features, count, into);
  };
}

/** Returns the number of wrong choices. */
function followGreedily(
  model: ActionPerceptron,
  s: SentenceWords,
  states: ParseStates,
  gold: GoldTree,
  exploration: number,
  random: () => number,
): number {
  let wrong = 0;
  let state = startParse(states, s);
  while (!isDone(states, state)) {
    const only = onlyAction(states, state);
    if (only >= 0) {
      state = applyAction(states, state, only);
      continue;
    }
    const count = parserFeatures(s, states, state, features);
    model.score(features, count, scores);
    const right = cheapestAction(states, state, gold, scores);
    const chosen = bestLegal(states, state);
    const rightCost = actionCost(states, state, gold, right);
    const rival = bestCostlier(states, state, gold, rightCost);
    if (rival >= 0 && scores[right]! - scores[rival]! <= MARGIN) {
      model.add(features, count, right, 1);
      model.add(features, count, rival, -1);
    }
    let next = right;
    if (chosen !== right) {
      if (actionCost(states, state, gold, chosen) > rightCost) wrong++;
      if (random() < exploration) next = chosen;
    }
    model.tick();
    state = applyAction(states, state, next);
  }
  return wrong;
}

/** The legal action with the highest score among those that lose more arcs than need be, -1 for none. */
function bestCostlier(
  states: ParseStates,
  state: number,
  gold: GoldTree,
  leastCost: number,
): number {
  let best = -1;
  for (let action = 0; action < 3; action++) {
    if (!isLegal(states, state, action)) continue;
    if (best >= 0 && scores[action]! <= scores[best]!) continue;
    if (actionCost(states, state, gold, action) > leastCost) best = action;
  }
  return best;
}

function bestLegal(states: ParseStates, state: number): number {
  let best = -1;
  for (let action = 0; action < 3; action++) {
    if (!isLegal(states, state, action)) continue;
    if (best < 0 || scores[action]! > scores[best]!) best = action;
  }
  return best;
}

const goldStates = createParseStates();

/** Returns whether there was anything to learn. */
function learnFromBeam(
  model: ActionPerceptron,
  s: SentenceWords,
  states: ParseStates,
  gold: GoldTree,
  search: ReturnType<typeof createParser>,
): boolean {
  const { path, totals } = rightWay(model, s, gold);
  let step = 0;
  let worst = 0;
  let worstState = -1;
  let worstStep = -1;
  search(s, states, (beam, beamScores, size) => {
    step++;
    const ahead = beamScores[0]! - totals[step]!;
    let alive = false;
    for (let i = 0; i < size && !alive; i++) alive = isRightWay(states, beam[i]!, path, step);
    const wrongBest = !isRightWay(states, beam[0]!, path, step);
    if (wrongBest && (worstStep < 0 || ahead > worst) && (!alive || step === path.length)) {
      worst = ahead;
      worstState = beam[0]!;
      worstStep = step;
    }
    return false;
  });
  if (worstStep < 0) return false;
  reinforce(model, s, states, worstState, -1);
  let goldState = startParse(goldStates, s);
  for (let i = 0; i < worstStep; i++) goldState = applyAction(goldStates, goldState, path[i]!);
  reinforce(model, s, goldStates, goldState, 1);
  return true;
}

/** The right way that the model likes best at each step, and its score after each step. */
function rightWay(
  model: ActionPerceptron,
  s: SentenceWords,
  gold: GoldTree,
): { path: number[]; totals: number[] } {
  const path: number[] = [];
  const totals = [0];
  let state = startParse(goldStates, s);
  while (!isDone(goldStates, state)) {
    let action = onlyAction(goldStates, state);
    let gain = 0;
    if (action < 0) {
      const count = parserFeatures(s, goldStates, state, features);
      model.score(features, count, scores);
      action = cheapestAction(goldStates, state, gold, scores);
      gain = scores[action]!;
    }
    path.push(action);
    totals.push(totals.at(-1)! + gain);
    state = applyAction(goldStates, state, action);
  }
  return { path, totals };
}

function isRightWay(
  { cells }: ParseStates,
  last: number,
  path: readonly number[],
  steps: number,
): boolean {
  let state = last;
  for (let i = steps - 1; i >= 0; i--) {
    if (cells[state * STRIDE + ACTION] !== path[i]) return false;
    state = cells[state * STRIDE + PREVIOUS]!;
  }
  return true;
}

/** Moves the weights of every step that led to the state. */
function reinforce(
  model: ActionPerceptron,
  s: SentenceWords,
  states: ParseStates,
  last: number,
  delta: number,
): void {
  const { cells } = states;
  for (let state = last; state > 1; state = cells[state * STRIDE + PREVIOUS]!) {
    const before = cells[state * STRIDE + PREVIOUS]!;
    if (onlyAction(states, before) >= 0) continue;
    const count = parserFeatures(s, states, before, features);
    model.add(features, count, cells[state * STRIDE + ACTION]!, delta);
  }
}
