/**
 * Weights of the three actions of the parser: one 32-bit slot a feature, eleven bits to know it by and seven for each
 * action, so that a look-up touches memory once. Weights are stored as square roots (`weight-codes.ts`). Found by
 * open addressing; 0 is a free slot.
 */
import { decodeWeight } from "./weight-codes.ts";

export interface ActionWeights {
  /** A power of two long. */
  readonly slots: Uint32Array;
}

/** Codes of the weights go from -63 to 63. */
export const GREATEST_CODE = 63;
const CHECK_SHIFT = 21;
/** What a code stands for (`weight-codes.ts`), by its lowest seven bits. */
const WEIGHT_OF = Int32Array.from({ length: 128 }, (_, bits) => decodeWeight((bits << 25) >> 25));

/**
 * Reads the slot at which each of the first `count` features begins to be looked for, in a loop without a branch: the
 * processor then waits for many of them at once, which is most of the time (a table is larger than its caches).
 */
export function readAhead(
  { slots }: ActionWeights,
  features: Int32Array,
  count: number,
  begun: Uint32Array,
): void {
  const mask = slots.length - 1;
  for (let i = 0; i < count; i++) begun[i] = slots[features[i]! & mask]!;
}

/** Sets `sums[at ..]` to what the features `[from, to)` add to shift, left arc and right arc. */
export function sumActions(
  { slots }: ActionWeights,
  features: Int32Array,
  begun: Uint32Array,
  from: number,
  to: number,
  sums: Int32Array,
  at: number,
): void {
  const mask = slots.length - 1;
  let shift = 0;
  let left = 0;
  let right = 0;
  for (let i = from; i < to; i++) {
    let slot = begun[i]!;
    if (slot === 0) continue;
    const hash = features[i]!;
    const check = actionCheck(hash);
    let place = hash & mask;
    while (slot !== 0 && slot >>> CHECK_SHIFT !== check) {
      place = (place + 1) & mask;
      slot = slots[place]!;
    }
    if (slot === 0) continue;
    shift = (shift + WEIGHT_OF[slot & 127]!) | 0;
    left = (left + WEIGHT_OF[(slot >>> 7) & 127]!) | 0;
    right = (right + WEIGHT_OF[(slot >>> 14) & 127]!) | 0;
  }
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
}

/** The slot of a feature with these codes. */
export function actionSlot(hash: number, shift: number, left: number, right: number): number {
  const codes = (shift & 127) | ((left & 127) << 7) | ((right & 127) << 14);
  return ((actionCheck(hash) << CHECK_SHIFT) | codes) >>> 0;
}

/** 1 to 2,047: bits of the hash that do not choose the slot. */
function actionCheck(hash: number): number {
  const check = Math.imul(hash, 0x85ebca6b) >>> CHECK_SHIFT;
  return check === 0 ? 1 : check;
}
