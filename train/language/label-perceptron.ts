/**
 * Averaged perceptron over many labels. Weights exist only where an update made them: each feature has a short row
 * of (label, weight, sum, time of the last change), all in growing typed arrays.
 */
import {
  checkOf,
  LAST_OF_ROW,
  type LabelWeights,
} from "../../src/analysis/language/label-weights.ts";

export interface LabelPerceptron {
  score(features: Int32Array, count: number, scores: Float64Array): void;
  /** Moves the weights of the features towards `gold` and away from `wrong`. Call `tick` once an example. */
  update(features: Int32Array, count: number, gold: number, wrong: number): void;
  tick(): void;
  /** The averaged weights, quantised to eight bits and packed for use. */
  pack(): LabelWeights;
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
    pack() {
      return packRows(averageRows());
    },
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

  function averageRows(): AverageRow[] {
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

interface AverageRow {
  readonly key: number;
  /** Label and average weight. */
  readonly row: readonly (readonly [number, number])[];
}

function copyInto<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from);
  return to;
}

function packRows(averages: readonly AverageRow[]): LabelWeights {
  const sizes = Float64Array.from(averages.flatMap(({ row }) => row.map(([, w]) => Math.abs(w))));
  sizes.sort();
  // The few greatest weights are cut off, so that the many small ones keep their differences.
  const scale = 127 / Math.max(1e-9, sizes[Math.floor(sizes.length * (1 - 1 / 2000))] ?? 0);
  const packedRows: { key: number; row: [number, number][] }[] = [];
  for (const { key, row } of averages) {
    const kept = row
      .map(([label, weight]): [number, number] => [label, quantize(weight * scale)])
      .filter(([, value]) => value !== 0)
      .sort((a, b) => a[0] - b[0]);
    if (kept.length > 0) packedRows.push({ key, row: kept });
  }
  let size = 1024;
  while (size * 0.75 < packedRows.length) size *= 2;
  const mask = size - 1;
  const entries = packedRows.reduce((sum, { row }) => sum + row.length, 0);
  const packed = {
    checks: new Uint16Array(size),
    rows: new Uint32Array(size),
    labels: new Uint8Array(entries),
    values: new Int8Array(entries),
  };
  packedRows.sort((a, b) => (a.key & mask) - (b.key & mask) || a.key - b.key);
  let at = 0;
  for (const { key, row } of packedRows) {
    let slot = key & mask;
    while (packed.checks[slot] !== 0) slot = (slot + 1) & mask;
    packed.checks[slot] = checkOf(key);
    packed.rows[slot] = at;
    for (const [label, value] of row) {
      packed.labels[at] = label;
      packed.values[at++] = value;
    }
    packed.labels[at - 1]! |= LAST_OF_ROW;
  }
  console.log(`    ${packedRows.length} features, ${entries} weights kept`);
  return packed;
}

function quantize(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}
