/**
 * Averaged perceptron over many labels. Weights exist only where an update made them: each feature has a short row
 * of (label, weight, sum, time of the last change), all in growing typed arrays.
 */

import type { Scores } from "../../src/analysis/kernel/plain.ts";
import {
  checkOf,
  LAST_OF_ROW,
  type LabelWeights,
  ROW_BITS,
} from "../../src/analysis/language/label-weights.ts";
import { encodeWeight } from "../../src/analysis/weight-codes.ts";

const GREATEST_CODE = 127;
/** Share of the slots that may be taken: beyond, looking for what is not there gets slow. */
const FULLEST = 0.6;

export interface LabelPerceptron {
  score(features: Int32Array, count: number, scores: Scores): void;
  /** Moves the weights of the features towards `gold` and away from `wrong`. Call `tick` once an example. */
  update(features: Int32Array, count: number, gold: number, wrong: number): void;
  tick(): void;
  /** The averaged weights of each feature. */
  averages(): AverageRow[];
}

export function createLabelPerceptron(): LabelPerceptron {
  let capacity = 1 << 20;
  let keys = new Int32Array(capacity);
  /** Where the row begins; the place before it is free, so that 0 means "no row". */
  let rows = new Int32Array(capacity);
  let lengths = new Uint8Array(capacity);
  let used = 0;
  let pool = 1 << 22;
  let taken = 1;
  let labels = new Uint8Array(pool);
  let weights = new Float32Array(pool);
  let sums = new Float64Array(pool);
  let changed = new Int32Array(pool);
  let time = 1;

  return {
    score(features, count, scores) {
      for (let i = 0; i < count; i++) {
        const slot = find(features[i]!);
        const first = rows[slot]!;
        const end = first + lengths[slot]!;
        for (let at = first; at < end; at++) scores[labels[at]!]! += weights[at]!;
      }
    },
    update(features, count, gold, wrong) {
      for (let i = 0; i < count; i++) {
        add(features[i]!, gold, 1);
        add(features[i]!, wrong, -1);
      }
    },
    tick() {
      time++;
    },
    averages,
  };

  function find(key: number): number {
    const mask = capacity - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 5) & mask;
    while (rows[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function add(key: number, label: number, delta: number): void {
    let slot = find(key);
    if (rows[slot] === 0) {
      if (used * 2 > capacity) {
        grow();
        slot = find(key);
      }
      used++;
      keys[slot] = key;
      rows[slot] = take(2);
    }
    const length = lengths[slot]!;
    let at = rows[slot]!;
    const end = at + length;
    while (at < end && labels[at] !== label) at++;
    if (at === end) {
      // A row that is full (2, 4, 8 ...) moves to twice the room.
      if (length >= 2 && (length & (length - 1)) === 0) moveRow(slot, length);
      at = rows[slot]! + length;
      lengths[slot] = length + 1;
      labels[at] = label;
      changed[at] = time;
    }
    sums[at]! += weights[at]! * (time - changed[at]!);
    changed[at] = time;
    weights[at]! += delta;
  }

  function take(room: number): number {
    while (taken + room > pool) growPool();
    const first = taken;
    taken += room;
    return first;
  }

  function moveRow(slot: number, length: number): void {
    const from = rows[slot]!;
    const to = take(length * 2);
    labels.copyWithin(to, from, from + length);
    weights.copyWithin(to, from, from + length);
    sums.copyWithin(to, from, from + length);
    changed.copyWithin(to, from, from + length);
    rows[slot] = to;
  }

  function grow(): void {
    const old = { keys, rows, lengths };
    capacity *= 2;
    keys = new Int32Array(capacity);
    rows = new Int32Array(capacity);
    lengths = new Uint8Array(capacity);
    for (let i = 0; i < old.keys.length; i++) {
      if (old.rows[i] === 0) continue;
      const slot = find(old.keys[i]!);
      keys[slot] = old.keys[i]!;
      rows[slot] = old.rows[i]!;
      lengths[slot] = old.lengths[i]!;
    }
  }

  function growPool(): void {
    pool *= 2;
    labels = copyInto(new Uint8Array(pool), labels);
    weights = copyInto(new Float32Array(pool), weights);
    sums = copyInto(new Float64Array(pool), sums);
    changed = copyInto(new Int32Array(pool), changed);
  }

  function averages(): AverageRow[] {
    const averages: AverageRow[] = [];
    for (let slot = 0; slot < capacity; slot++) {
      const first = rows[slot]!;
      if (first === 0) continue;
      const row: (readonly [number, number])[] = [];
      for (let at = first; at < first + lengths[slot]!; at++) {
        row.push([labels[at]!, (sums[at]! + weights[at]! * (time - changed[at]!)) / time]);
      }
      averages.push({ key: keys[slot]!, row });
    }
    return averages;
  }
}

/** The label with the highest score besides the right one. */
export function strongestRival(scores: Scores, right: number, labels: number): number {
  let best = right === 0 ? 1 : 0;
  for (let label = best + 1; label < labels; label++) {
    if (label !== right && scores[label]! > scores[best]!) best = label;
  }
  return best;
}

export interface AverageRow {
  readonly key: number;
  /** Label and average weight. */
  readonly row: readonly (readonly [number, number])[];
}

function copyInto<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

/**
 * The mean of models that differ in the order of what they saw, quantised to eight bits and packed for use; weights below
 * `smallest` are left out.
 */
export function packMean(
  models: readonly (readonly AverageRow[])[],
  smallest: number,
): LabelWeights {
  const sums = new Map<number, Map<number, number>>();
  for (const model of models) {
    for (const { key, row } of model) {
      const sum = sums.get(key) ?? new Map<number, number>();
      sums.set(key, sum);
      for (const [label, weight] of row) {
        sum.set(label, (sum.get(label) ?? 0) + weight / models.length);
      }
    }
  }
  return packRows(
    [...sums].map(([key, sum]) => ({
      key,
      row: [...sum].filter(([, weight]) => Math.abs(weight) >= smallest),
    })),
  );
}

function packRows(averages: readonly AverageRow[]): LabelWeights {
  let greatest = 1e-9;
  for (const { row } of averages)
    for (const [, w] of row) greatest = Math.max(greatest, Math.abs(w));
  const packedRows: { key: number; row: [number, number][] }[] = [];
  for (const { key, row } of averages) {
    const kept = row
      .map(([label, weight]): [number, number] => [
        label,
        encodeWeight(weight / greatest, GREATEST_CODE),
      ])
      .filter(([, value]) => value !== 0)
      .sort((a, b) => a[0] - b[0]);
    if (kept.length > 0) packedRows.push({ key, row: kept });
  }
  let size = 1024;
  while (size * FULLEST < packedRows.length) size *= 2;
  const mask = size - 1;
  const entries = packedRows.reduce((sum, { row }) => sum + row.length, 0);
  if (entries + 1 >= 1 << ROW_BITS) throw new Error(`train: ${entries} weights are too many`);
  const packed = { slots: new Uint32Array(size), entries: new Uint16Array(entries + 1) };
  packedRows.sort((a, b) => (a.key & mask) - (b.key & mask) || a.key - b.key);
  let at = 1;
  for (const { key, row } of packedRows) {
    let slot = key & mask;
    while (packed.slots[slot] !== 0) slot = (slot + 1) & mask;
    packed.slots[slot] = (checkOf(key) << ROW_BITS) | at;
    for (const [label, value] of row) packed.entries[at++] = label | ((value & 0xff) << 8);
    packed.entries[at - 1]! |= LAST_OF_ROW;
  }
  console.log(`    ${packedRows.length} features, ${entries} weights kept`);
  return packed;
}
