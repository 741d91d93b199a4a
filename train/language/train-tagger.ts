/** Trains the tagger: the tags after a word are those the model gave itself, so that it learns to live with them. */
import type { LabelWeights } from "../../src/analysis/language/label-weights.ts";
import { createSentenceWords, FIRST } from "../../src/analysis/language/sentence-words.ts";
import { createTagger, type Tagger } from "../../src/analysis/language/tagger.ts";
import {
  contextFeatures,
  TAGGER_FEATURES,
  wordFeatures,
} from "../../src/analysis/language/tagger-features.ts";
import type { Words } from "../../src/analysis/language/words.ts";
import type { GoldSentence } from "../conllu.ts";
import {
  type AverageRow,
  createLabelPerceptron,
  packMean,
  strongestRival,
} from "./label-perceptron.ts";
import { loadGold } from "./load-gold.ts";
import { seededRandom, shuffled } from "./random.ts";

export interface TrainedTagger {
  readonly weights: LabelWeights;
  readonly labels: readonly string[];
  readonly tagger: Tagger;
}

/** Joint labels seen at least so often; the rest train as the nearest common label of the same UPOS. */
const FEWEST = 4;
/** The right label must lead by so much. */
const MARGIN = 10;
/** Averaged weights below this are left out. */
const SMALLEST_WEIGHT = 0.95;

export interface TaggerTraining {
  readonly rounds: number;
  /** Each gives an order of the sentences and a model; what comes out is their mean. */
  readonly seeds: readonly number[];
}

export function trainTagger(
  sentences: readonly GoldSentence[],
  words: Words,
  { rounds, seeds }: TaggerTraining,
): TrainedTagger {
  const labels = collectLabels(sentences);
  const models = seeds.map((seed) => trainOne(sentences, words, labels, rounds, seed));
  const weights = packMean(models, SMALLEST_WEIGHT);
  return { weights, labels, tagger: createTagger(weights, labels) };
}

function trainOne(
  sentences: readonly GoldSentence[],
  words: Words,
  labels: readonly string[],
  rounds: number,
  seed: number,
): AverageRow[] {
  const ids = new Map(labels.map((label, id) => [label, id]));
  const model = createLabelPerceptron();
  const random = seededRandom(seed);
  const s = createSentenceWords();
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Float64Array(128);
  for (let round = 0; round < rounds; round++) {
    let right = 0;
    let total = 0;
    for (const gold of shuffled(sentences, random)) {
      loadGold(s, words, gold);
      for (let i = gold.forms.length - 1; i >= 0; i--) {
        const at = FIRST + i;
        const wanted = ids.get(`${gold.upos[i]}+${gold.xpos[i]}`);
        const count = contextFeatures(s, at, features, wordFeatures(s, at, features));
        scores.fill(0);
        model.score(features, count, scores);
        let best = 0;
        for (let id = 1; id < labels.length; id++) if (scores[id]! > scores[best]!) best = id;
        if (wanted !== undefined) {
          const rival = strongestRival(scores, wanted, labels.length);
          if (scores[wanted]! - scores[rival]! <= MARGIN) {
            model.update(features, count, wanted, rival);
          }
        }
        model.tick();
        s.tag[at] = best + 1;
        total++;
        if (best === wanted) right++;
      }
    }
    console.log(`    tagger round ${round + 1}: ${((100 * right) / total).toFixed(2)}`);
  }
  return model.averages();
}

function collectLabels(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { upos, xpos } of sentences) {
    for (let i = 0; i < upos.length; i++) {
      const label = `${upos[i]}+${xpos[i]}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 120)
    .map(([label]) => label);
}

export interface Jackknife extends TaggerTraining {
  readonly folds: number;
}

/** The tag column of each sentence, given by taggers that did not train on it. */
export function jackknifeTags(
  sentences: readonly GoldSentence[],
  words: Words,
  labels: readonly string[],
  { folds, ...training }: Jackknife,
): Uint8Array[] {
  const ids = new Map(labels.map((label, id) => [label, id]));
  const tags: Uint8Array[] = new Array(sentences.length);
  const s = createSentenceWords();
  for (let fold = 0; fold < folds; fold++) {
    // Whole stretches, not every fifth sentence: neighbours repeat the same rare words.
    const inFold = (i: number): boolean => Math.floor(i / 100) % folds === fold;
    const trained = trainTagger(
      sentences.filter((_, i) => !inFold(i)),
      words,
      training,
    );
    const translate = trained.labels.map((label) => ids.get(label) ?? 0);
    sentences.forEach((gold, i) => {
      if (!inFold(i)) return;
      loadGold(s, words, gold);
      trained.tagger.tag(s);
      tags[i] = Uint8Array.from(gold.forms, (_, k) => translate[s.tag[FIRST + k]! - 1]! + 1);
    });
  }
  return tags;
}
