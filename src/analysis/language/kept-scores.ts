/**
 * Sums of the scores of all labels, by what they depend on: worked out when a key is first met, one addition a label
 * from then on. Long rows of weights are what a linear model over many labels spends its time on.
 */
import type { SentenceWords } from "./sentence-words.ts";

export interface KeptScores {
  /** Where the row of a key begins; `s` and `at` are looked at when it is not kept. */
  rowOf(key: number, s: SentenceWords, at: number): number;
  /** To be called when keys begin to mean something else. */
  forget(): void;
}

/** Writes features and returns their number. */
export type Features = (s: SentenceWords, at: number, into: Int32Array, start: number) => number;

/** Adds the weights of the first `count` features to the labels from `rows[at]` on. */
export type AddRows = (features: Int32Array, count: number, rows: Int32Array, at: number) => void;

/** Keys that are kept; for others the sum is made each time. With 92 labels that is 3 MB, as far as it is filled. */
const MOST_KEYS = 8192;

/** Numbers that the rows take. */
export function keptRows(labels: number): number {
  return (MOST_KEYS + 1) * labels;
}

/** `features` must be the same for the same key. Its rows stand in `rows` from `begin` on. */
export function createKeptScores(
  features: Features,
  list: Int32Array,
  rows: Int32Array,
  begin: number,
  labels: number,
  addRows: AddRows,
): KeptScores {
  const known = new Map<number, number>();
  return {
    forget: () => known.clear(),
    rowOf(key, s, at) {
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const start = begin + Math.min(known.size, MOST_KEYS) * labels;
      rows.fill(0, start, start + labels);
      addRows(list, features(s, at, list, 0), rows, start);
      if (known.size < MOST_KEYS) known.set(key, start);
      return start;
    },
  };
}
