/**
 * Numbers of triples of numbers (each 0 to 2^32 - 1), in an open table of typed arrays (linear probing, Knuth 6.4): a `Map` of a million takes three
 * times the time and the memory.
 */
import { NumberColumn } from "./number-column.ts";

export interface TripleNumbers {
  find(a: number, b: number, c: number): number | undefined;
  /** The next number, from 1 on. */
  add(a: number, b: number, c: number): number;
  /** One of the three of a number. */
  part(number: number, which: 0 | 1 | 2): number;
  count(): number;
  /** What finds numbers goes: nothing more is looked for or added. */
  close(): void;
}

const FIRST_SIZE = 1024;

export function createTripleNumbers(): TripleNumbers {
  let slots = new Uint32Array(FIRST_SIZE * 2);
  /** Three of each number. */
  const keys = new NumberColumn();
  let count = 0;

  /** Where it is, or would be. */
  const slotOf = (a: number, b: number, c: number): number => {
    const mask = slots.length - 1;
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (slots[slot]! - 1) * 3;
      if (keys.at(at) === a && keys.at(at + 1) === b && keys.at(at + 2) === c) break;
    }
    return slot;
  };
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2);
    for (let number = 1; number <= count; number++) {
      const at = (number - 1) * 3;
      slots[slotOf(keys.at(at), keys.at(at + 1), keys.at(at + 2))] = number;
    }
  };
  return {
    find: (a, b, c) => slots[slotOf(a, b, c)] || undefined,
    add(a, b, c) {
      // Half of the slots are free.
      if (count * 2 === slots.length) grow();
      slots[slotOf(a, b, c)] = ++count;
      keys.add(a);
      keys.add(b);
      keys.add(c);
      return count;
    },
    part: (number, which) => keys.at((number - 1) * 3 + which),
    count: () => count,
    close() {
      slots = new Uint32Array();
    },
  };
}
