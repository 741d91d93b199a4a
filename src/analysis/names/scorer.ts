/**
 * Scores of all labels for each token of a sentence. What depends on one word and its distance is summed once a
 * word and kept, which is most of the work: an article says the same words again and again.
 */
import type { WordClusters } from "../word-clusters.ts";
import type { Clues } from "./clues.ts";
import { createFeatureList } from "./feature-list.ts";
import { pushJointFeatures } from "./joint-features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { NameText } from "./name-text.ts";
import type { NameWeights } from "./weights.ts";
import { OFFSETS, pushWordFeatures } from "./word-features.ts";
import { END_WORD, START_WORD, type Words } from "./words.ts";

export interface Scorer {
  /** Writes the scores of the sentence's tokens to `out`, `LABEL_COUNT` a token. */
  score(text: NameText, clues: Clues, sentence: number, out: Int32Array): void;
}

export function createScorer(words: Words, clusters: WordClusters, weights: NameWeights): Scorer {
  const features = createFeatureList();
  let kept = new Int32Array(1 << 16);
  let keptCount = 0;
  /** Row of word and offset in `kept` plus one, 0 when it is not there yet. */
  let rows = new Int32Array(1 << 14);

  function rowOf(id: number, slot: number): number {
    const key = id * OFFSETS.length + slot;
    if (key >= rows.length) rows = grown(rows, key + 1);
    const known = rows[key]!;
    if (known > 0) return (known - 1) * LABEL_COUNT;
    if ((keptCount + 1) * LABEL_COUNT > kept.length) kept = grown(kept, kept.length + LABEL_COUNT);
    const at = keptCount * LABEL_COUNT;
    features.length = 0;
    pushWordFeatures(words, clusters, id, OFFSETS[slot]!, features);
    weights.add(features.hashes, features.length, kept, at);
    rows[key] = ++keptCount;
    return at;
  }

  function score(text: NameText, clues: Clues, sentence: number, out: Int32Array): void {
    const start = text.sentenceStart[sentence]!;
    const end = text.sentenceStart[sentence + 1]!;
    const style = text.style[sentence]!;
    out.fill(0, 0, (end - start) * LABEL_COUNT);
    for (let i = start; i < end; i++) {
      const at = (i - start) * LABEL_COUNT;
      for (let slot = 0; slot < OFFSETS.length; slot++) {
        const j = i + OFFSETS[slot]!;
        const id = j < start ? START_WORD : j >= end ? END_WORD : text.word[j]!;
        const row = rowOf(id, slot);
        for (let label = 0; label < LABEL_COUNT; label++) out[at + label]! += kept[row + label]!;
      }
      features.length = 0;
      pushJointFeatures(words, clusters, text, clues, i, start, end, style, features);
      weights.add(features.hashes, features.length, out, at);
    }
  }

  return { score };
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
