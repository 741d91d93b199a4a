/**
 * Weights of a linear model over many labels: each feature has a short row of (label, weight), for a perceptron only
 * moves the labels it once confused. Rows are found by open addressing; a feature that is not there is taken for one
 * that is about once in 60,000 looks.
 */
import type { ModelFile } from "../model-file.ts";

export interface LabelWeights {
  /** 16 bits of the feature's hash, 0 where the slot is free. A power of two long. */
  readonly checks: Uint16Array;
  /** Where the row begins in `labels` and `values`. */
  readonly rows: Uint32Array;
  /** The label; the highest bit marks the last of a row. */
  readonly labels: Uint8Array;
  readonly values: Int8Array;
}

export const LAST_OF_ROW = 128;

/** Adds the weights of the features to `scores`, by label. */
export function addScores(
  weights: LabelWeights,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { checks, rows, labels, values } = weights;
  const mask = checks.length - 1;
  for (let i = 0; i < count; i++) {
    const hash = features[i]!;
    const check = checkOf(hash);
    let slot = hash & mask;
    let found = checks[slot]!;
    while (found !== 0 && found !== check) {
      slot = (slot + 1) & mask;
      found = checks[slot]!;
    }
    if (found === 0) continue;
    let at = rows[slot]!;
    let label = labels[at]!;
    while (label < LAST_OF_ROW) {
      scores[label]! += values[at]!;
      label = labels[++at]!;
    }
    scores[label - LAST_OF_ROW]! += values[at]!;
  }
}

/** Never 0, which marks a free slot. */
export function checkOf(hash: number): number {
  const check = (Math.imul(hash, 0x9e3779b1) >>> 16) & 0xffff;
  return check === 0 ? 1 : check;
}

export function labelWeightsOf({ columns }: ModelFile, prefix = ""): LabelWeights {
  return {
    checks: columns[`${prefix}checks`] as Uint16Array,
    rows: columns[`${prefix}rows`] as Uint32Array,
    labels: columns[`${prefix}labels`] as Uint8Array,
    values: columns[`${prefix}values`] as Int8Array,
  };
}
