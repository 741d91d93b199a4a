/** Integer mixes that turn a feature template and its values into 32 bits, after the finish of MurmurHash3; also in `kernel.wat`. */

/** Spreads the numbers of the templates. */
export const TEMPLATE_FACTOR = 0x9e3779b1;

export function hash1(template: number, a: number): number {
  let hash = Math.imul(a + Math.imul(template, TEMPLATE_FACTOR), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

export function hash2(template: number, a: number, b: number): number {
  let hash = Math.imul(a + Math.imul(template, TEMPLATE_FACTOR), 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

export function hash3(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a + Math.imul(template, TEMPLATE_FACTOR), 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1);
  return hash ^ (hash >>> 14);
}
