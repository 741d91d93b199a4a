/**
 * The trained weights, as they lie in `data/models/names.bin`: a hash table of features whose entries hold a few
 * (label, weight) pairs, and the weights of label after label. Whole numbers throughout: the same sums everywhere.
 */
import type { Column } from "../model-file.ts";
import { LABEL_COUNT, mayFollow } from "./labels.ts";

export interface NameWeights {
  /** Adds the weights of a feature to the scores of the labels at `out[at ...]`. */
  add(hash: number, out: Int32Array, at: number): void;
  /** Score of label b after label a at `a * LABEL_COUNT + b`; `FORBIDDEN` where BILOU does not allow it. */
  readonly transitions: Int32Array;
}

export const NAMES_VERSION = 2;
/** 19 bits of a feature's hash choose its bucket, the last 8 tell it from its neighbors. */
export const FEATURE_BITS = 19;
/** A weight of 1 is written as this number. */
export const WEIGHT_SCALE = 40;
export const FORBIDDEN = -1_000_000;

export function toWeights(columns: Readonly<Record<string, Column>>): NameWeights {
  const counts = columns.counts as Uint8Array;
  const marks = columns.marks as Uint8Array;
  const sizes = columns.sizes as Uint8Array;
  const labels = columns.labels as Uint8Array;
  const weights = columns.weights as Int8Array;
  const buckets = runningSums(counts);
  const starts = runningSums(sizes);

  function add(hash: number, out: Int32Array, at: number): void {
    const bucket = hash >>> (32 - FEATURE_BITS);
    const mark = hash & 0xff;
    const end = buckets[bucket + 1]!;
    for (let feature = buckets[bucket]!; feature < end; feature++) {
      if (marks[feature] !== mark) continue;
      const stop = starts[feature + 1]!;
      for (let k = starts[feature]!; k < stop; k++) out[at + labels[k]!]! += weights[k]!;
    }
  }

  return { add, transitions: toTransitions(columns.transitions as Int16Array) };
}

function runningSums(sizes: Uint8Array): Uint32Array {
  const sums = new Uint32Array(sizes.length + 1);
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) {
    sum += sizes[i]!;
    sums[i + 1] = sum;
  }
  return sums;
}

function toTransitions(trained: Int16Array): Int32Array {
  const transitions = new Int32Array(LABEL_COUNT * LABEL_COUNT);
  for (let a = 0; a < LABEL_COUNT; a++) {
    for (let b = 0; b < LABEL_COUNT; b++) {
      const at = a * LABEL_COUNT + b;
      transitions[at] = mayFollow(a, b) ? trained[at]! : FORBIDDEN;
    }
  }
  return transitions;
}
