/**
 * Weights in few bits: a code from -127 to 127 (or less) stands for `code * |code|`. What a perceptron learns spans
 * four powers of ten; equal steps cut off the greatest weights or lose the small ones (UPOS on EWT dev .947 against
 * .955 with these codes).
 */
export function decodeWeight(code: number): number {
  return code < 0 ? -(code * code) : code * code;
}

/** The code of a weight that is given as a share of the greatest one, -1 to 1. */
export function encodeWeight(share: number, greatestCode: number): number {
  const code = Math.round(greatestCode * Math.sqrt(Math.min(1, Math.abs(share))));
  return share < 0 ? -code : code;
}
