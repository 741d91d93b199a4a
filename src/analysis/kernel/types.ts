/** What the models need of a kernel. What it reads and writes lies in one memory, which gives out its room array by array. */

import type { Template } from "./templates.ts";

/** A hash table with open addressing; a slot has eleven bits of its feature's hash in its high bits, 0 is free. */
export interface SlotTable {
  /** A power of two of slots, and the first four of them once more, so that four can be read at once anywhere. */
  readonly slots: Uint32Array;
  readonly mask: number;
}

/** Templates made ready. */
export interface FeatureSet {
  /** Where what they ask for is written; the first stays 0. */
  readonly values: Int32Array;
  /** Where the features come to stand, in the order of the templates. */
  readonly features: Int32Array;
  /** For the kernel alone. */
  readonly codes: Int32Array;
}

/** All arrays that its functions are given must come from the same kernel. */
export interface Kernel {
  /** Room for so many numbers, all 0. */
  int32(length: number): Int32Array;
  float64(length: number): Float64Array;
  /** Copies of tables. */
  uint32From(numbers: Uint32Array): Uint32Array;
  uint16From(numbers: Uint16Array): Uint16Array;
  slotsFrom(slots: Uint32Array): SlotTable;

  /** `values`: how many numbers the templates are about. */
  featureSet(templates: readonly Template[], values: number): FeatureSet;

  /** Works out the features of the templates `[from, to)`. Up to three behind them lose what they were. */
  hash(set: FeatureSet, from: number, to: number): void;
  /**
   * Sums what features add to the three actions of the parser (`action-weights.ts`), for five groups of them that stand
   * one after another from `from` on and end at `a <= b <= c <= d <= e`: four numbers a group from `sums[at]` on, the
   * fourth unused.
   */
  sumGroups(
    features: Int32Array,
    table: SlotTable,
    sums: Int32Array,
    at: number,
    from: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
  ): void;
  /** Adds the weights of the first `count` features (`label-weights.ts`) to the scores of labels from `scores[at]` on. */
  addRows(
    features: Int32Array,
    count: number,
    table: SlotTable,
    entries: Uint16Array,
    scores: Int32Array,
    at: number,
  ): void;
  /** The same for the features of the name model (`names/weights.ts`). */
  addCells(
    features: Int32Array,
    count: number,
    starts: Uint32Array,
    cells: Uint16Array,
    scores: Int32Array,
    at: number,
  ): void;
  /**
   * Sets `scores[at]` and what comes after it to the sums of rows of `length` numbers; the first `count` numbers of `list`
   * tell where in `rows` they begin. Up to three numbers more than `length` are written.
   */
  sumRows(
    rows: Int32Array,
    list: Int32Array,
    count: number,
    length: number,
    scores: Int32Array,
    at: number,
  ): void;
  /**
   * Sets `out` to the vector times a matrix, row by row in their order, so that its bits are the same everywhere. As many rows as the
   * vector has numbers; each has as many as `out`, an even number.
   */
  timesMatrix(vector: Float64Array, matrix: Float64Array, out: Float64Array): void;
  /**
   * The place of the greatest of the first `count` scores, the first one of several, where it is ahead of all others by more
   * than `margin`; else -1. Scores are less than 2^30 from 0, and whole numbers but in the plain kernel; up to three more are read.
   */
  leader(scores: Int32Array | Float64Array, count: number, margin: number): number;
}

/** A margin by which every greatest score leads. */
export const ANY = -1;

/** No model asks more of one place. */
export const MOST_FEATURES = 320;

/** No feature set has more. */
export const MOST_TEMPLATES = 192;

/** Bytes that a feature set takes. */
export function featureSetBytes(values: number): number {
  return 4 * (values + (MOST_TEMPLATES + 4) * 7) + 64;
}
