/**
 * Numbers of nodes in the order in which they are met, in an open table of typed arrays (linear probing, Knuth 6.4): a walk past a country meets
 * hundreds of thousands, which take a `Map` five times as long.
 */
import type { Places } from "../graph/query/terrain.ts";

const FIRST_SIZE = 256;

export function createNumberedPlaces(): Places {
  /** One more than the order of the number that has the slot; half of them stay free. */
  let slots = new Uint32Array(FIRST_SIZE);
  let numbers = new Uint32Array(FIRST_SIZE / 2);
  let count = 0;

  /** Where it is, or would be. */
  const slotOf = (number: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(number, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot] !== 0 && numbers[slots[slot]! - 1] !== number) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const larger = new Uint32Array(numbers.length * 2);
    larger.set(numbers);
    numbers = larger;
    slots = new Uint32Array(slots.length * 2);
    for (let order = 0; order < count; order++) slots[slotOf(numbers[order]!)] = order + 1;
  };
  return {
    add(place) {
      const number = place as number;
      let slot = slotOf(number);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      if (count === numbers.length) {
        grow();
        slot = slotOf(number);
      }
      numbers[count] = number;
      slots[slot] = ++count;
      return count - 1;
    },
    at: (order) => numbers[order]!,
    get size() {
      return count;
    },
  };
}
