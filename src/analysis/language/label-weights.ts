/**
 * Weights of a linear model over many labels: each feature has a short row of (label, weight), for a perceptron only
 * moves the labels it once confused. Rows are found by open addressing; a slot holds 11 bits of the feature's hash
 * and where its row begins, so that a look-up touches memory twice at most.
 */
import type { ModelFile } from "../model-file.ts";
import { MOST_FEATURES } from "./feature-hash.ts";
import { decodeWeight } from "./weight-codes.ts";

export interface LabelWeights {
  /** 11 bits to know the feature by, 21 bits of the row's beginning; 0 is free. A power of two long. */
  readonly slots: Uint32Array;
  /** Code of the weight in the high byte, label in the low seven bits; bit 7 marks the last of a row. Place 0 is not used. */
  readonly entries: Uint16Array;
}

export type Scores = Int32Array | Float64Array;

export const ROW_BITS = 21;
export const LAST_OF_ROW = 128;

/** What a code stands for (`weight-codes.ts`), by its eight bits. */
const WEIGHT_OF = Int32Array.from({ length: 256 }, (_, bits) => decodeWeight((bits << 24) >> 24));
/** The slot at which each feature begins to be looked for; then the rows that were found, and how each begins. */
const begun = new Uint32Array(MOST_FEATURES);
const rows = new Int32Array(MOST_FEATURES);
const firstEntries = new Uint16Array(MOST_FEATURES);

/**
 * Adds the weights of the features `from .. to` to `scores`, by label. Memory is read ahead in loops without a
 * branch, so that the processor waits for many places at once.
 */
export function addScores(
  { slots, entries }: LabelWeights,
  features: Int32Array,
  from: number,
  to: number,
  scores: Scores,
): void {
  const mask = slots.length - 1;
  for (let i = from; i < to; i++) begun[i] = slots[features[i]! & mask]!;
  let found = 0;
  for (let i = from; i < to; i++) {
    let slot = begun[i]!;
    if (slot === 0) continue;
    const hash = features[i]!;
    const check = checkOf(hash);
    let at = hash & mask;
    while (slot !== 0 && slot >>> ROW_BITS !== check) {
      at = (at + 1) & mask;
      slot = slots[at]!;
    }
    if (slot !== 0) rows[found++] = slot & ((1 << ROW_BITS) - 1);
  }
  for (let i = 0; i < found; i++) firstEntries[i] = entries[rows[i]!]!;
  for (let i = 0; i < found; i++) {
    let row = rows[i]!;
    let entry = firstEntries[i]!;
    scores[entry & 127]! += WEIGHT_OF[entry >>> 8]!;
    while ((entry & LAST_OF_ROW) === 0) {
      entry = entries[++row]!;
      scores[entry & 127]! += WEIGHT_OF[entry >>> 8]!;
    }
  }
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
