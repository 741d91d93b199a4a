/**
 * Tags the words of a sentence from left to right: averaged perceptron (Collins 2002) over joint labels of UPOS and
 * XPOS. What a word alone brings to each label is summed once and kept.
 */
import { readModelFile } from "../model-file.ts";
import { UPOS_ID, XPOS_ID } from "../tag-sets.ts";
import { addScores, type LabelWeights, labelWeightsOf } from "./label-weights.ts";
import { FIRST, type SentenceWords } from "./sentence-words.ts";
import { contextFeatures, TAGGER_FEATURES, wordFeatures } from "./tagger-features.ts";

export const TAGGER_VERSION = 2;

export interface Tagger {
  /** Fills `tag` and `pos` of the sentence. */
  tag(sentence: SentenceWords): void;
  /** To be called when the word numbers begin anew. */
  forget(): void;
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

/** Words whose own scores are kept: a few megabytes. */
const KEPT_WORDS = 8192;
const CASINGS = 3;

/** Labels are `UPOS+XPOS`. */
export function createTagger(weights: LabelWeights, labels: readonly string[]): Tagger {
  const size = labels.length;
  const features = new Int32Array(TAGGER_FEATURES);
  const scores = new Int32Array(128);
  const upos = Uint8Array.from(labels, (label) => UPOS_ID.get(label.split("+")[0]!)!);
  const kept = new Map<number, number>();
  const keptScores = new Int32Array(KEPT_WORDS * size);

  return {
    labels,
    upos,
    forget: () => kept.clear(),
    xpos: Uint8Array.from(labels, (label) => XPOS_ID.get(label.split("+")[1]!)!),
    tag(sentence) {
      const end = FIRST + sentence.count;
      for (let at = FIRST; at < end; at++) {
        scoreWord(sentence, at);
        const count = contextFeatures(sentence, at, features, 0);
        addScores(weights, features, 0, count, scores);
        let best = 0;
        for (let label = 1; label < size; label++) {
          if (scores[label]! > scores[best]!) best = label;
        }
        sentence.tag[at] = best + 1;
        sentence.pos[at] = upos[best]! + 1;
      }
    },
  };

  /** Sets the scores to what the word itself brings. */
  function scoreWord(sentence: SentenceWords, at: number): void {
    const key = sentence.word[at]! * CASINGS + sentence.casing;
    const known = kept.get(key);
    if (known !== undefined) {
      const start = known * size;
      for (let label = 0; label < size; label++) scores[label] = keptScores[start + label]!;
      return;
    }
    const count = wordFeatures(sentence, at, features);
    scores.fill(0);
    addScores(weights, features, 0, count, scores);
    if (kept.size >= KEPT_WORDS) return;
    keptScores.set(scores.subarray(0, size), kept.size * size);
    kept.set(key, kept.size);
  }
}
