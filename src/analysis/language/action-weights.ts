/**
 * Weights of the three actions of the parser: one 32-bit slot a feature, eight bits to know it by and eight for
 * each action, so that a look-up touches memory once. Found by open addressing; 0 is a free slot.
 */
export interface ActionWeights {
  /** A power of two long. */
  readonly slots: Uint32Array;
}

/** Adds the weights of the features: `scores[0]` shift, `[1]` left arc, `[2]` right arc. */
export function addActionScores(
  { slots }: ActionWeights,
  features: Int32Array,
  count: number,
  scores: Int32Array,
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
    while (slot !== 0 && slot >>> 24 !== check) {
      at = (at + 1) & mask;
      slot = slots[at]!;
    }
    shift += (slot << 24) >> 24;
    left += (slot << 16) >> 24;
    right += (slot << 8) >> 24;
  }
  scores[0] = shift;
  scores[1] = left;
  scores[2] = right;
}

/** 1 to 255: bits of the hash that do not choose the slot. */
export function actionCheck(hash: number): number {
  const check = (Math.imul(hash, 0x85ebca6b) >>> 24) & 0xff;
  return check === 0 ? 1 : check;
}
