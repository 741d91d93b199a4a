/** What all features of the name model share: the buffer, the hash, the numbers of the templates. */
import { MOST_FEATURES } from "../kernel/index.ts";

/** A buffer that features are pushed onto; `length` is set back to 0 for each token. */
export interface FeatureList {
  readonly hashes: Int32Array;
  length: number;
}

/** Templates of single words start at 64 × (distance + 3); templates of several words at this number. */
export const JOINT = 512;

export function createFeatureList(hashes: Int32Array = new Int32Array(MOST_FEATURES)): FeatureList {
  return { hashes, length: 0 };
}

export function push(out: FeatureList, template: number, value: number): void {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  out.hashes[out.length++] = hash ^ (hash >>> 16);
}

/** One number for two, in this order. */
export function pair(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 15), 0x27d4eb2d) + b) | 0;
}

/** 0 alone, 1 first, 2 inside, 3 last. */
export function placeIn(i: number, start: number, end: number): number {
  if (end - start === 1) return 0;
  return i === start ? 1 : i === end - 1 ? 3 : 2;
}
