/**
 * Sums of the scores of all labels, by what they depend on: worked out when a key is first met, one addition a label
 * from then on. Long rows of weights are what a linear model over many labels spends its time on.
 */
import type { SentenceWords } from "./sentence-words.ts";

export interface KeptScores {
  /** Where the row of a key, a small whole number, begins; `s` and `at` are looked at when it is not kept. */
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
  let count = 0;
  /** Number of the row of each key, from 1 on; 0 when it is not kept. */
  let known = new Int32Array(1024);
  return {
    forget() {
      known.fill(0);
      count = 0;
    },
    rowOf(key, s, at) {
      if (key >= known.length) known = grown(known, key + 1);
      const kept = known[key]!;
      if (kept > 0) return begin + (kept - 1) * labels;
      const start = begin + count * labels;
      rows.fill(0, start, start + labels);
      addRows(list, features(s, at, list, 0), rows, start);
      if (count < MOST_KEYS) known[key] = ++count;
      return start;
    },
  };
}

function grown(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
