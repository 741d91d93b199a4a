/** Averaged perceptron over the three actions of the parser; features get their weights at their first update. */
import {
  type ActionWeights,
  actionSlot,
  GREATEST_CODE,
} from "../../src/analysis/language/action-weights.ts";
import { encodeWeight } from "../../src/analysis/weight-codes.ts";

export interface ActionPerceptron {
  score(features: Int32Array, count: number, scores: Float64Array): void;
  add(features: Int32Array, count: number, action: number, delta: number): void;
  tick(): void;
  /** Goes on from the averaged weights as if training began with them. */
  startFromAverage(): void;
  /** The averaged weights of each feature. */
  averages(): ActionAverages;
}

export interface ActionAverages {
  readonly keys: Int32Array;
  /** Three of each key, in its order. */
  readonly weights: Float32Array;
}

/** Share of the slots that may be taken: beyond half, looking for what is not there gets slow. */
const FULLEST = 0.5;

export function createActionPerceptron(): ActionPerceptron {
  let capacity = 1 << 21;
  let keys = new Int32Array(capacity);
  let weights = new Float32Array(capacity * 3);
  let sums = new Float32Array(capacity * 3);
  let changed = new Int32Array(capacity);
  let used = 0;
  let time = 1;

  return {
    score(features, count, scores) {
      let shift = 0;
      let left = 0;
      let right = 0;
      for (let i = 0; i < count; i++) {
        const at = find(features[i]!) * 3;
        shift += weights[at]!;
        left += weights[at + 1]!;
        right += weights[at + 2]!;
      }
      scores[0] = shift;
      scores[1] = left;
      scores[2] = right;
    },
    add(features, count, action, delta) {
      for (let i = 0; i < count; i++) {
        const slot = slotFor(features[i]!);
        settle(slot);
        weights[slot * 3 + action]! += delta;
      }
    },
    tick() {
      time++;
    },
    startFromAverage() {
      for (let slot = 0; slot < capacity; slot++) {
        if (keys[slot] === 0) continue;
        settle(slot);
        for (let at = slot * 3; at < slot * 3 + 3; at++) {
          weights[at] = sums[at]! / time;
          sums[at] = 0;
        }
        changed[slot] = 1;
      }
      time = 1;
    },
    averages,
  };

  function find(key: number): number {
    const mask = capacity - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 5) & mask;
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  function slotFor(key: number): number {
    let slot = find(key);
    if (keys[slot] === 0) {
      if (used * 2 > capacity) {
        grow();
        slot = find(key);
      }
      used++;
      keys[slot] = key;
      changed[slot] = time;
    }
    return slot;
  }

  function settle(slot: number): void {
    const passed = time - changed[slot]!;
    if (passed === 0) return;
    for (let at = slot * 3; at < slot * 3 + 3; at++) sums[at]! += weights[at]! * passed;
    changed[slot] = time;
  }

  function grow(): void {
    const old = { keys, weights, sums, changed };
    const size = capacity;
    capacity *= 2;
    keys = new Int32Array(capacity);
    weights = new Float32Array(capacity * 3);
    sums = new Float32Array(capacity * 3);
    changed = new Int32Array(capacity);
    for (let i = 0; i < size; i++) {
      if (old.keys[i] === 0) continue;
      const slot = find(old.keys[i]!);
      keys[slot] = old.keys[i]!;
      changed[slot] = old.changed[i]!;
      for (let k = 0; k < 3; k++) {
        weights[slot * 3 + k] = old.weights[i * 3 + k]!;
        sums[slot * 3 + k] = old.sums[i * 3 + k]!;
      }
    }
  }

  function averages(): ActionAverages {
    const own = { keys: new Int32Array(used), weights: new Float32Array(used * 3) };
    let to = 0;
    for (let slot = 0; slot < capacity; slot++) {
      if (keys[slot] === 0) continue;
      settle(slot);
      own.keys[to] = keys[slot]!;
      for (let k = 0; k < 3; k++) own.weights[to * 3 + k] = sums[slot * 3 + k]! / time;
      to++;
    }
    return own;
  }
}

/**
 * The mean of models that differ in the order of what they saw, in eight bits; the least important features are left out so that the
 * table fits `slots`.
 */
export function packMeanActions(models: readonly ActionAverages[], slots: number): ActionWeights {
  const places = new Map<number, number>();
  for (const { keys } of models) {
    for (const key of keys) if (!places.has(key)) places.set(key, places.size);
  }
  const keys = Int32Array.from(places.keys());
  const average = new Float64Array(keys.length * 3);
  for (const model of models) {
    model.keys.forEach((key, from) => {
      const to = places.get(key)!;
      for (let k = 0; k < 3; k++) {
        average[to * 3 + k]! += model.weights[from * 3 + k]! / models.length;
      }
    });
  }
  const importance = new Float64Array(keys.length);
  let greatest = 1e-9;
  for (let i = 0; i < keys.length; i++) {
    const own = average.subarray(i * 3, i * 3 + 3);
    const [low, high] = [Math.min(...own), Math.max(...own)];
    importance[i] = high - low;
    greatest = Math.max(greatest, high, -low);
  }
  const order = Array.from(keys, (_, i) => i)
    .filter((i) => importance[i]! > 0)
    .sort((a, b) => importance[b]! - importance[a]! || keys[a]! - keys[b]!);
  const kept = order.slice(0, Math.floor(slots * FULLEST));
  const encode = (value: number): number => encodeWeight(value / greatest, GREATEST_CODE);
  const packed = new Uint32Array(slots);
  for (const i of kept) {
    const [shift, left, right] = Array.from(average.subarray(i * 3, i * 3 + 3), encode);
    if (shift === 0 && left === 0 && right === 0) continue;
    let at = keys[i]! & (slots - 1);
    while (packed[at] !== 0) at = (at + 1) & (slots - 1);
    packed[at] = actionSlot(keys[i]!, shift!, left!, right!);
  }
  console.log(`    ${keys.length} features, ${kept.length} kept`);
  return { slots: packed };
}
