/**
 * Weights of the three actions of the parser: one 32-bit slot a feature, 16 bits to know it by and eight for each arc
 * action, so that a look-up touches memory once. Only differences count: shift always scores nothing. Weights are
 * stored as square roots, `code * |code|`: the few great ones are not cut off and the many small ones keep their
 * differences (with plain eight bits, UAS on EWT dev fell from .786 to .746). Found by open addressing; 0 is a free slot.
 */
import { decodeWeight } from "./weight-codes.ts";

export interface ActionWeights {
  /** A power of two long. */
  readonly slots: Uint32Array;
}

/** Sets the scores: `[0]` shift, `[1]` left arc, `[2]` right arc. */
export function addActionScores(
  { slots }: ActionWeights,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  const mask = slots.length - 1;
  let left = 0;
  let right = 0;
  for (let i = 0; i < count; i++) {
    const hash = features[i]!;
    const check = actionCheck(hash);
    let at = hash & mask;
    let slot = slots[at]!;
    while (slot !== 0 && slot >>> 16 !== check) {
      at = (at + 1) & mask;
      slot = slots[at]!;
    }
    left += decodeWeight((slot << 24) >> 24);
    right += decodeWeight((slot << 16) >> 24);
  }
  scores[0] = 0;
  scores[1] = left;
  scores[2] = right;
}

/** 1 to 65,535: bits of the hash that do not choose the slot. */
export function actionCheck(hash: number): number {
  const check = Math.imul(hash, 0x85ebca6b) >>> 16;
  return check === 0 ? 1 : check;
}
