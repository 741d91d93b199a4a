/** Trains the labeler on gold trees with the tags that the tagger would give. */
import type { LabelWeights } from "../../src/analysis/language/label-weights.ts";
import { createLabeler } from "../../src/analysis/language/labeler.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import { createTreeColumns, fillTreeColumns } from "../../src/analysis/language/tree-columns.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import { RELATION_ID, RELATIONS } from "../../src/analysis/tag-sets.ts";
import {
  type AverageRow,
  createLabelPerceptron,
  packMean,
  strongestRival,
} from "./label-perceptron.ts";
import { goldTree, loadGold, setTags } from "./load-gold.ts";
import { seededRandom, shuffled } from "./random.ts";
import type { TaggedSentence } from "./train-parser.ts";

/** The right label must lead by so much: over 0 it brought .2 on gold trees of EWT dev. */
const MARGIN = 10;

export interface LabelerTraining {
  readonly rounds: number;
  /** Each gives an order of the sentences and a model; what comes out is their mean. */
  readonly seeds: readonly number[];
  /** Averaged weights below this are left out. */
  readonly smallestWeight: number;
}

export function trainLabeler(
  sentences: readonly TaggedSentence[],
  labelPos: Uint8Array,
  words: Words,
  { rounds, seeds, smallestWeight }: LabelerTraining,
): LabelWeights {
  const models = seeds.map((seed) => trainOne(sentences, labelPos, words, rounds, seed));
  return packMean(models, smallestWeight);
}

function trainOne(
  sentences: readonly TaggedSentence[],
  labelPos: Uint8Array,
  words: Words,
  rounds: number,
  seed: number,
): AverageRow[] {
  const model = createLabelPerceptron();
  const labelArcs = createLabeler(new Float64Array(128), (features, count, scores) =>
    model.score(features, count, scores),
  );
  const random = seededRandom(seed);
  const s = createSentenceWords();
  const tree = createTreeColumns();
  for (let round = 0; round < rounds; round++) {
    let [total, wrong] = [0, 0];
    for (const { gold, tags } of shuffled(sentences, random)) {
      loadGold(s, words, gold);
      setTags(s, tags, labelPos);
      tree.head.set(goldTree(gold).head.subarray(0, FIRST + s.count));
      fillTreeColumns(tree, s.count);
      labelArcs(s, tree, (features, count, child, chosen, scores) => {
        const wanted = RELATION_ID.get(gold.relations[child - FIRST]!)!;
        total++;
        if (chosen !== wanted) wrong++;
        const rival = strongestRival(scores, wanted, RELATIONS.length);
        if (scores[wanted]! - scores[rival]! <= MARGIN) {
          model.update(features, count, wanted, rival);
        }
        model.tick();
      });
    }
    console.log(`    labeler round ${round + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`);
  }
  return model.averages();
}
