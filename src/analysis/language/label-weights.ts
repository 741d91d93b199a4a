/**
 * Weights of a linear model over many labels: each feature has a short row of (label, weight), for a perceptron only
 * moves the labels it once confused. Rows are found by open addressing; a slot holds 11 bits of the feature's hash
 * and where its row begins, so that a look-up touches memory twice at most (`../kernel`).
 */
import { addRows, type Scores } from "../kernel/plain.ts";
import type { ModelFile } from "../model-file.ts";

export interface LabelWeights {
  /** 11 bits to know the feature by, 21 bits of the row's beginning; 0 is free. A power of two long. */
  readonly slots: Uint32Array;
  /** Code of the weight in the high byte, label in the low seven bits; bit 7 marks the last of a row. Place 0 is not used. */
  readonly entries: Uint16Array;
}

export const ROW_BITS = 21;
export const LAST_OF_ROW = 128;

/** Adds the weights of the first `count` features to `scores`, by label: for training, where scores may be no whole numbers. */
export function addScores(
  { slots, entries }: LabelWeights,
  features: Int32Array,
  count: number,
  scores: Scores,
): void {
  addRows(features, count, { slots, mask: slots.length - 1 }, entries, scores, 0);
}

/** 11 bits of the hash that do not choose the slot. */
export function checkOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> ROW_BITS;
}

export function labelWeightsOf({ columns }: ModelFile): LabelWeights {
  return {
    slots: columns.slots as Uint32Array,
    entries: columns.entries as Uint16Array,
  };
}
