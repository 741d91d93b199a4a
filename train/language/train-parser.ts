/** Trains the actions of the parser with the dynamic oracle, following its own choices nine times in ten. */
import {
  applyAction,
  createParseStates,
  isDone,
  isLegal,
  onlyAction,
  type ParseStates,
  startParse,
} from "../../src/analysis/language/arc-hybrid.ts";
import { lookAhead } from "../../src/analysis/language/look-ahead.ts";
import type { ScoreActions } from "../../src/analysis/language/parser.ts";
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
  readonly rounds: number;
  /** Order of the sentences and choices explored. */
  readonly seed: number;
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
  { rounds, seed }: ParserTraining,
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
  for (let round = 0; round < rounds; round++) {
    let [steps, wrong] = [0, 0];
    for (const sentence of shuffled(sentences, random)) {
      const gold = load(sentence);
      wrong += followGreedily(model, s, states, gold, round === 0 ? 0 : EXPLORATION, random);
      steps += 2 * s.count;
    }
    console.log(`    round ${round + 1}: ${((100 * wrong) / steps).toFixed(2)} % wrong`);
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
