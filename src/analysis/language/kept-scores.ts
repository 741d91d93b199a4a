/**
 * Sums of the scores of all labels, by what they depend on: worked out when a key is first met, one addition a label
 * from then on. Long rows of weights are what a linear model over many labels spends its time on.
 */
import { MOST_FEATURES } from "./feature-hash.ts";
import { addScores, type LabelWeights } from "./label-weights.ts";
import type { SentenceWords } from "./sentence-words.ts";

export interface KeptScores {
  /** Scores by label, row after row. */
  readonly rows: Int32Array;
  /** Where the row of a key begins; `s` and `at` are looked at when it is not kept. */
  rowOf(key: number, s: SentenceWords, at: number): number;
  /** To be called when keys begin to mean something else. */
  forget(): void;
}

/** Writes features from `start` on and returns where they end. */
export type Features = (s: SentenceWords, at: number, into: Int32Array, start: number) => number;

/** Keys that are kept; for others the sum is made each time. With 92 labels that is 3 MB, as far as it is filled. */
const MOST_KEYS = 8192;

/** `features` must be the same for the same key. */
export function createKeptScores(
  weights: LabelWeights,
  labels: number,
  features: Features,
): KeptScores {
  const list = new Int32Array(MOST_FEATURES);
  const known = new Map<number, number>();
  const rows = new Int32Array((MOST_KEYS + 1) * labels);
  return {
    rows,
    forget: () => known.clear(),
    rowOf(key, s, at) {
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const start = Math.min(known.size, MOST_KEYS) * labels;
      const row = rows.subarray(start, start + labels);
      row.fill(0);
      addScores(weights, list, 0, features(s, at, list, 0), row);
      if (known.size < MOST_KEYS) known.set(key, start);
      return start;
    },
  };
}
