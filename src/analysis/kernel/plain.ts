/** The kernel in TypeScript. */
import { decodeWeight } from "../weight-codes.ts";
import { codesOf, hashTemplates } from "./templates.ts";
import { type Kernel, MOST_FEATURES, type SlotTable } from "./types.ts";

/** Whole numbers in a model, floats in training. */
export type Scores = Int32Array | Float64Array;

/** What a code stands for, by its eight bits and by its lowest seven. */
const WEIGHT_OF = Int32Array.from({ length: 256 }, (_, bits) => decodeWeight((bits << 24) >> 24));
const ACTION_WEIGHT = Int32Array.from({ length: 128 }, (_, bits) =>
  decodeWeight((bits << 25) >> 25),
);
const CHECK_SHIFT = 21;
const ROW = (1 << CHECK_SHIFT) - 1;
const LAST_OF_ROW = 128;

export function createPlainKernel(): Kernel {
  return {
    int32: (length) => new Int32Array(length),
    float64: (length) => new Float64Array(length),
    uint32From: (numbers) => numbers,
    uint16From: (numbers) => numbers,
    slotsFrom: (slots) => ({ slots, mask: slots.length - 1 }),
    featureSet: (templates, values) => ({
      values: new Int32Array(values),
      features: new Int32Array(templates.length),
      codes: codesOf(templates),
    }),
    hash: ({ codes, values, features }, from, to) =>
      hashTemplates(codes, values, from, to, features),
    sumGroups(features, table, sums, at, from, a, b, c, d, e) {
      readAhead(table, features, from, e);
      sumActions(table, features, from, a, sums, at);
      sumActions(table, features, a, b, sums, at + 4);
      sumActions(table, features, b, c, sums, at + 8);
      sumActions(table, features, c, d, sums, at + 12);
      sumActions(table, features, d, e, sums, at + 16);
    },
    addRows,
    addCells,
    sumRows(rows, list, count, length, scores, at) {
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = 0; k < count; k++) sum += rows[list[k]! + i]!;
        scores[at + i] = sum;
      }
    },
    timesMatrix(vector, matrix, out) {
      out.fill(0);
      for (let row = 0; row < vector.length; row++) {
        const at = row * out.length;
        for (let i = 0; i < out.length; i++) out[i]! += vector[row]! * matrix[at + i]!;
      }
    },
    leader(scores, count, margin) {
      let best = 0;
      for (let i = 1; i < count; i++) if (scores[i]! > scores[best]!) best = i;
      for (let i = 0; i < count; i++) {
        if (i !== best && scores[best]! - scores[i]! <= margin) return -1;
      }
      return best;
    },
  };
}

/** The slot at which each feature begins to be looked for. */
const begun = new Uint32Array(MOST_FEATURES);
/** The rows or buckets that were found, where they end, and how each begins. */
const found = new Uint32Array(MOST_FEATURES);
const ends = new Uint32Array(MOST_FEATURES);
const heads = new Uint16Array(MOST_FEATURES);

/**
 * Memory is read in loops without a branch before it is used: the processor then waits for several places at once,
 * which is most of the time (the tables are larger than its caches).
 */
function readAhead(
  { slots, mask }: SlotTable,
  features: Int32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) begun[i] = slots[features[i]! & mask]!;
}

function sumActions(
  table: SlotTable,
  features: Int32Array,
  from: number,
  to: number,
  sums: Int32Array,
  at: number,
): void {
  let shift = 0;
  let left = 0;
  let right = 0;
  for (let i = from; i < to; i++) {
    if (begun[i] === 0) continue;
    const hash = features[i]!;
    const check = Math.imul(hash, 0x85ebca6b) >>> CHECK_SHIFT;
    const slot = find(table, hash, check === 0 ? 1 : check, begun[i]!);
    if (slot === 0) continue;
    shift = (shift + ACTION_WEIGHT[slot & 127]!) | 0;
    left = (left + ACTION_WEIGHT[(slot >>> 7) & 127]!) | 0;
    right = (right + ACTION_WEIGHT[(slot >>> 14) & 127]!) | 0;
  }
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** From the first slot on, which was read already; 0 when it is not there. */
function find({ slots, mask }: SlotTable, hash: number, check: number, first: number): number {
  let slot = first;
  let place = hash & mask;
  while (slot !== 0 && slot >>> CHECK_SHIFT !== check) {
    place = (place + 1) & mask;
    slot = slots[place]!;
  }
  return slot;
}

export function addRows(
  features: Int32Array,
  count: number,
  table: SlotTable,
  entries: Uint16Array,
  scores: Scores,
  at: number,
): void {
  readAhead(table, features, 0, count);
  let rows = 0;
  for (let i = 0; i < count; i++) {
    if (begun[i] === 0) continue;
    const hash = features[i]!;
    const slot = find(table, hash, Math.imul(hash, 0x9e3779b1) >>> CHECK_SHIFT, begun[i]!);
    if (slot !== 0) found[rows++] = slot & ROW;
  }
  for (let i = 0; i < rows; i++) heads[i] = entries[found[i]!]!;
  for (let i = 0; i < rows; i++) {
    let row = found[i]!;
    let entry = heads[i]!;
    scores[at + (entry & 127)]! += WEIGHT_OF[entry >>> 8]!;
    while ((entry & LAST_OF_ROW) === 0) {
      entry = entries[++row]!;
      scores[at + (entry & 127)]! += WEIGHT_OF[entry >>> 8]!;
    }
  }
}

/** 19 bits of a feature's hash choose its bucket, the last 8 tell it from its neighbors. */
function addCells(
  features: Int32Array,
  count: number,
  starts: Uint32Array,
  cells: Uint16Array,
  scores: Int32Array,
  at: number,
): void {
  for (let i = 0; i < count; i++) {
    const bucket = features[i]! >>> 13;
    found[i] = starts[bucket]!;
    ends[i] = starts[bucket + 1]!;
  }
  for (let i = 0; i < count; i++) heads[i] = cells[found[i]!]!;
  for (let i = 0; i < count; i++) {
    if (found[i] !== ends[i]) addBucket(cells, i, features[i]! & 0xff, scores, at);
  }
}

/** Every feature of the bucket that has this mark. */
function addBucket(
  cells: Uint16Array,
  i: number,
  mark: number,
  scores: Int32Array,
  at: number,
): void {
  const end = ends[i]!;
  let cell = found[i]!;
  let head = heads[i]!;
  for (;;) {
    const next = cell + 1 + (head >>> 8);
    if ((head & 0xff) === mark) {
      for (cell++; cell < next; cell++) {
        const entry = cells[cell]!;
        scores[at + (entry & 0xff)]! += (entry << 16) >> 24;
      }
    }
    if (next >= end) return;
    cell = next;
    head = cells[cell]!;
  }
}
