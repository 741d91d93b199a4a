/** Trains the labeler on gold trees with the tags that the tagger would give. */
import {
  applyAction,
  createParseState,
  isDone,
  isLegal,
  startParse,
} from "../../src/analysis/language/arc-hybrid.ts";
import type { LabelWeights } from "../../src/analysis/language/label-weights.ts";
import { bestRelation, ROOT_RELATION, visitArcs } from "../../src/analysis/language/labeler.ts";
import { LABELER_FEATURES, labelerFeatures } from "../../src/analysis/language/labeler-features.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import { RELATION_ID } from "../../src/analysis/tag-sets.ts";
import type { GoldSentence } from "../conllu.ts";
import { createLabelPerceptron } from "./label-perceptron.ts";
import { goldTree, loadGold } from "./load-gold.ts";
import { actionCost } from "./oracle.ts";
import { seededRandom, shuffled } from "./random.ts";

export function trainLabeler(
  sentences: readonly GoldSentence[],
  tags: readonly Uint8Array[],
  words: Words,
  rounds: number,
): LabelWeights {
  const model = createLabelPerceptron();
  const random = seededRandom(17);
  const s = createSentenceWords();
  const state = createParseState();
  const label = new Int32Array(s.tag.length);
  const features = new Int32Array(LABELER_FEATURES);
  const scores = new Float64Array(128);
  const trees = sentences.map(goldTree);
  const order = sentences.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    let total = 0;
    let wrong = 0;
    for (const index of shuffled(order, random)) {
      const gold = sentences[index]!;
      const tree = trees[index]!;
      loadGold(s, words, gold);
      s.tag.set(tags[index]!, FIRST);
      // The oracle's own way to the gold tree fills the children columns as parsing would.
      startParse(state, s.count);
      while (!isDone(state)) applyAction(state, cheapest());
      label.fill(0);
      visitArcs(state, (child, previous, following) => {
        if (state.head[child] === state.root) {
          label[child] = ROOT_RELATION + 1;
          return;
        }
        const count = labelerFeatures(s, state, child, previous, following, label, features);
        scores.fill(0);
        model.score(features, count, scores);
        const best = bestRelation(scores);
        label[child] = best + 1;
        // An arc that no projective tree can hold has no label to learn.
        if (tree.head[child] !== state.head[child]) return;
        const wanted = RELATION_ID.get(gold.relations[child - FIRST]!)!;
        total++;
        if (best !== wanted) {
          wrong++;
          model.update(features, count, wanted, best);
        }
        model.tick();
      });

      function cheapest(): number {
        let best = -1;
        let bestCost = Infinity;
        for (let action = 0; action < 3; action++) {
          if (!isLegal(state, action)) continue;
          const cost = actionCost(state, tree, action);
          if (cost < bestCost) [best, bestCost] = [action, cost];
        }
        return best;
      }
    }
    console.log(`    labeler round ${round + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`);
  }
  return model.pack();
}
