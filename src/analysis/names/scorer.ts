/**
 * Scores of all labels for each token of a sentence. What depends on one word and its distance is summed once a
 * word and kept, which is most of the work: an article says the same words again and again.
 */
import { type Kernel, MOST_FEATURES } from "../kernel/index.ts";
import type { WordClusters } from "../word-clusters.ts";
import type { Clues } from "./clues.ts";
import { createFeatureList } from "./feature-list.ts";
import { pushJointFeatures } from "./joint-features.ts";
import { LABEL_COUNT } from "./labels.ts";
import type { NameText } from "./name-text.ts";
import type { Buckets } from "./weights.ts";
import { OFFSETS, pushWordFeatures } from "./word-features.ts";
import { END_WORD, START_WORD, type Words } from "./words.ts";

export interface Scorer {
  /** Writes the scores of the sentence's tokens to `out`, `LABEL_COUNT` a token. */
  score(words: Words, text: NameText, clues: Clues, sentence: number, out: Int32Array): void;
  /** To be called when the word ids begin anew. */
  forget(): void;
}

/** Rows that are kept, 7 MB; then they are forgotten and made again as they are needed. */
const MOST_ROWS = 100_000;
/** Sums are made four labels at a time. */
const ROOM = LABEL_COUNT + 3;

/** Bytes of a kernel that a scorer takes. */
export function scorerBytes({ starts, cells }: Buckets): number {
  const numbers = MOST_FEATURES + (MOST_ROWS + 1) * LABEL_COUNT + OFFSETS.length + 2 * ROOM;
  return starts.byteLength + cells.byteLength + 4 * numbers + 128;
}

export function createScorer(clusters: WordClusters, buckets: Buckets, kernel: Kernel): Scorer {
  const starts = kernel.uint32From(buckets.starts);
  const cells = kernel.uint16From(buckets.cells);
  const features = createFeatureList(kernel.int32(MOST_FEATURES));
  const kept = kernel.int32(MOST_ROWS * LABEL_COUNT + ROOM);
  const rowList = kernel.int32(OFFSETS.length);
  const scores = kernel.int32(ROOM);
  let keptCount = 0;
  /** Row of word and offset in `kept` plus one, 0 when it is not there yet. */
  let rows = new Int32Array(1 << 14);

  function forget(): void {
    rows.fill(0);
    keptCount = 0;
  }

  function rowOf(words: Words, id: number, slot: number): number {
    const key = id * OFFSETS.length + slot;
    if (key >= rows.length) rows = grown(rows, key + 1);
    const known = rows[key]!;
    if (known > 0) return (known - 1) * LABEL_COUNT;
    const at = keptCount * LABEL_COUNT;
    features.length = 0;
    pushWordFeatures(words, clusters, id, OFFSETS[slot]!, features);
    kept.fill(0, at, at + LABEL_COUNT);
    kernel.addCells(features.hashes, features.length, starts, cells, kept, at);
    rows[key] = ++keptCount;
    return at;
  }

  function score(
    words: Words,
    text: NameText,
    clues: Clues,
    sentence: number,
    out: Int32Array,
  ): void {
    const start = text.sentenceStart[sentence]!;
    const end = text.sentenceStart[sentence + 1]!;
    const style = text.style[sentence]!;
    for (let i = start; i < end; i++) {
      if (keptCount > MOST_ROWS - OFFSETS.length) forget();
      for (let slot = 0; slot < OFFSETS.length; slot++) {
        const j = i + OFFSETS[slot]!;
        const id = j < start ? START_WORD : j >= end ? END_WORD : text.word[j]!;
        rowList[slot] = rowOf(words, id, slot);
      }
      kernel.sumRows(kept, rowList, OFFSETS.length, LABEL_COUNT, scores, 0);
      features.length = 0;
      pushJointFeatures(words, text, clues, i, start, end, style, features);
      kernel.addCells(features.hashes, features.length, starts, cells, scores, 0);
      const at = (i - start) * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) out[at + label] = scores[label]!;
    }
  }

  return { score, forget };
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
