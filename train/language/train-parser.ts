/** Trains the actions of the parser with the dynamic oracle, following its own choices nine times in ten. */
import type { ActionWeights } from "../../src/analysis/language/action-weights.ts";
import {
  applyAction,
  createParseState,
  isDone,
  isLegal,
  startParse,
} from "../../src/analysis/language/arc-hybrid.ts";
import { bestLegal } from "../../src/analysis/language/parser.ts";
import { PARSER_FEATURES, parserFeatures } from "../../src/analysis/language/parser-features.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import type { GoldSentence } from "../conllu.ts";
import { createActionPerceptron } from "./action-perceptron.ts";
import { goldTree, loadGold } from "./load-gold.ts";
import { actionCost } from "./oracle.ts";
import { seededRandom, shuffled } from "./random.ts";

const EXPLORATION = 0.9;

export function trainParser(
  sentences: readonly GoldSentence[],
  tags: readonly Uint8Array[],
  words: Words,
  rounds: number,
  slots: number,
): ActionWeights {
  const model = createActionPerceptron();
  const random = seededRandom(13);
  const s = createSentenceWords();
  const state = createParseState();
  const features = new Int32Array(PARSER_FEATURES);
  const scores = new Float64Array(3);
  const trees = sentences.map(goldTree);
  const order = sentences.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    let steps = 0;
    let wrong = 0;
    for (const index of shuffled(order, random)) {
      const gold = trees[index]!;
      loadGold(s, words, sentences[index]!);
      s.tag.set(tags[index]!, FIRST);
      startParse(state, s.count);
      while (!isDone(state)) {
        const count = parserFeatures(s, state, features);
        model.score(features, count, scores);
        const chosen = bestLegal(state, scores);
        let bestCost = Infinity;
        let right = -1;
        let chosenCost = 0;
        for (let action = 0; action < 3; action++) {
          if (!isLegal(state, action)) continue;
          const cost = actionCost(state, gold, action);
          if (action === chosen) chosenCost = cost;
          if (cost < bestCost || (cost === bestCost && scores[action]! > scores[right]!)) {
            bestCost = cost;
            right = action;
          }
        }
        steps++;
        if (chosenCost > bestCost) {
          wrong++;
          model.add(features, count, right, 1);
          model.add(features, count, chosen, -1);
        }
        model.tick();
        applyAction(state, round > 0 && random() < EXPLORATION ? chosen : right);
      }
    }
    console.log(`    parser round ${round + 1}: ${((100 * wrong) / steps).toFixed(2)} % wrong`);
  }
  return model.pack(slots);
}
