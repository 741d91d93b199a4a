/**
 * Weights of the three actions of the parser: one 32-bit slot a feature, eleven bits to know it by and seven for each
 * action, so that a look-up touches memory once. Weights are stored as square roots (`../weight-codes.ts`). Found by
 * open addressing (`../kernel`); 0 is a free slot.
 */
export interface ActionWeights {
  /** A power of two long. */
  readonly slots: Uint32Array;
}

/** Codes of the weights go from -63 to 63. */
export const GREATEST_CODE = 63;
const CHECK_SHIFT = 21;
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
