/**
 * The trained weights, as they lie in `data/models/names.bin`: a hash table of features whose entries hold a few
 * (label, weight) pairs (summed by `../kernel`), and the weights of label after label. Whole numbers throughout: the
 * same sums everywhere.
 */
import type { Column } from "../model-file.ts";
import { LABEL_COUNT, mayFollow } from "./labels.ts";

export interface NameWeights extends Buckets {
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
  return {
    ...toBuckets(columns),
    transitions: toTransitions(columns.transitions as Int16Array),
  };
}

export interface Buckets {
  /** First cell of each bucket, and one past the last. */
  readonly starts: Uint32Array;
  /** Feature after feature: its mark and number of weights (high byte), then label and weight (high byte) of each. */
  readonly cells: Uint16Array;
}

/** The columns lie apart in the file, which compresses better; in use a feature's numbers stand together. */
function toBuckets(columns: Readonly<Record<string, Column>>): Buckets {
  const counts = columns.counts as Uint8Array;
  const marks = columns.marks as Uint8Array;
  const sizes = columns.sizes as Uint8Array;
  const labels = columns.labels as Uint8Array;
  const weights = columns.weights as Int8Array;
  const starts = new Uint32Array(counts.length + 1);
  // One more, for an empty bucket at the end is read too.
  const cells = new Uint16Array(sizes.length + weights.length + 1);
  let feature = 0;
  let weight = 0;
  let cell = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    for (let i = counts[bucket]!; i > 0; i--, feature++) {
      cells[cell++] = marks[feature]! | (sizes[feature]! << 8);
      for (let k = sizes[feature]!; k > 0; k--, weight++) {
        cells[cell++] = labels[weight]! | (weights[weight]! << 8);
      }
    }
    starts[bucket + 1] = cell;
  }
  return { starts, cells };
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
