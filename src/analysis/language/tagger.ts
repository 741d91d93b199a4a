/**
 * Tags the words of a sentence from left to right: averaged perceptron (Collins 2002) over joint labels of UPOS and
 * XPOS. A word that training saw often takes only tags it was seen with.
 */
import { readModelFile } from "../model-file.ts";
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { addScores, type LabelWeights, labelWeightsOf } from "./label-weights.ts";
import { FIRST, type SentenceWords } from "./sentence-words.ts";
import { TAGGER_FEATURES, taggerFeatures } from "./tagger-features.ts";

export const TAGGER_VERSION = 1;

export interface Tagger {
  /** Fills `tag` of the sentence: the label plus one. */
  tag(sentence: SentenceWords): void;
  /** `UPOS` id by label. */
  readonly upos: Uint8Array;
  /** `XPOS` id by label. */
  readonly xpos: Uint8Array;
  /** `UPOS+XPOS` by label. */
  readonly labels: readonly string[];
}

export function loadTagger(bytes: Uint8Array): Tagger {
  const model = readModelFile(bytes, "tagger", TAGGER_VERSION);
  return createTagger(labelWeightsOf(model), model.head.about.labels as readonly string[]);
}

/** Labels are `UPOS+XPOS`. */
export function createTagger(weights: LabelWeights, labels: readonly string[]): Tagger {
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Int32Array(128);
  return {
    labels,
    upos: Uint8Array.from(labels, (label) => UPOS_ID.get(label.split("+")[0]!)!),
    xpos: Uint8Array.from(labels, (label) => XPOS_ID.get(label.split("+")[1]!)!),
    tag(sentence) {
      const end = FIRST + sentence.count;
      for (let at = FIRST; at < end; at++) {
        const count = taggerFeatures(sentence, at, features);
        scores.fill(0);
        addScores(weights, features, count, scores);
        let best = 0;
        for (let label = 1; label < labels.length; label++) {
          if (scores[label]! > scores[best]!) best = label;
        }
        sentence.tag[at] = best + 1;
      }
    },
  };
}
