/** Averaged perceptron over the three actions of the parser; features get their weights at their first update. */
import { actionSlot, GREATEST_CODE } from "../../src/analysis/language/action-weights.ts";
import { encodeWeight } from "../../src/analysis/weight-codes.ts";
import type { TrainedActions } from "./train-parser.ts";

export interface ActionPerceptron {
  score(features: Int32Array, count: number, scores: Float64Array): void;
  add(features: Int32Array, count: number, action: number, delta: number): void;
  tick(): void;
  /** Goes on from the averaged weights as if training began with them. */
  startFromAverage(): void;
  /** The averaged weights in eight bits, the least important features left out so that the table fits `slots`. */
  pack(slots: number): TrainedActions;
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
    pack,
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

  function pack(slots: number): TrainedActions {
    const importance = new Float64Array(capacity);
    const average = new Float32Array(capacity * 3);
    let greatest = 1e-9;
    for (let slot = 0; slot < capacity; slot++) {
      if (keys[slot] === 0) continue;
      settle(slot);
      let low = Infinity;
      let high = -Infinity;
      for (let at = slot * 3; at < slot * 3 + 3; at++) {
        const value = sums[at]! / time;
        average[at] = value;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      importance[slot] = high - low;
      greatest = Math.max(greatest, high, -low);
    }
    const order = Array.from({ length: capacity }, (_, slot) => slot)
      .filter((slot) => importance[slot]! > 0)
      .sort((a, b) => importance[b]! - importance[a]! || keys[a]! - keys[b]!);
    const kept = order.slice(0, Math.floor(slots * FULLEST));
    const encode = (value: number): number => encodeWeight(value / greatest, GREATEST_CODE);
    const packed = new Uint32Array(slots);
    for (const slot of kept) {
      const [shift, left, right] = Array.from(average.subarray(slot * 3, slot * 3 + 3), encode);
      if (shift === 0 && left === 0 && right === 0) continue;
      let at = keys[slot]! & (slots - 1);
      while (packed[at] !== 0) at = (at + 1) & (slots - 1);
      packed[at] = actionSlot(keys[slot]!, shift!, left!, right!);
    }
    console.log(`    ${used} features, ${kept.length} kept`);
    return { weights: { slots: packed }, scale: GREATEST_CODE ** 2 / greatest };
  }
}
