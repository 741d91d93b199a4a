/**
 * Weights in eight bits: a code from -127 to 127 stands for `code * |code|`. What a perceptron learns spans four
 * powers of ten; equal steps would either cut off the greatest weights or lose the small ones.
 */
const GREATEST = 127;

export function decodeWeight(code: number): number {
  return code < 0 ? -(code * code) : code * code;
}

/** The code of a weight that is given as a share of the greatest one, -1 to 1. */
export function encodeWeight(share: number): number {
  const code = Math.round(GREATEST * Math.sqrt(Math.min(1, Math.abs(share))));
  return share < 0 ? -code : code;
}

/** What the greatest weight is after decoding. */
export const GREATEST_WEIGHT: number = GREATEST * GREATEST;
