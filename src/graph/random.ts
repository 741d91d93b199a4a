/**
 * Seeded random numbers in [0, 1): mulberry32 (Tommy Ettinger, 2017, public domain), 32 bits of state. Good
 * enough to break ties in layouts and to draw samples; the same seed gives the same numbers on every machine.
 */
export type Random = () => number;

export const DEFAULT_SEED = 20230401;

export function createRandom(seed: number = DEFAULT_SEED): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
