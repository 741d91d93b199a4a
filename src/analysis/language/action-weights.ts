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

/** Sets the scores: `[0]` shift, `[1]` left arc, `[2]` right arc. */
export function addActionScores(
  { slots }: ActionWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  const mask = slots.length - 1;
  let shift = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < count; i++) {
    const hash = features[i]!;
    const check = actionCheck(hash);
    let at = hash & mask;
    let slot = slots[at]!;
    while (slot !== 0 && slot >>> CHECK_SHIFT !== check) {
      at = (at + 1) & mask;
      slot = slots[at]!;
    }
    if (slot === 0) continue;
    shift += decodeWeight((slot << 25) >> 25);
    left += decodeWeight((slot << 18) >> 25);
    right += decodeWeight((slot << 11) >> 25);
  }
  scores[0] = shift;
  scores[1] = left;
  scores[2] = right;
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
