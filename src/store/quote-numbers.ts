/**
 * Numbers of sentences by article, start and a hash of the rest, in an open table of typed arrays (linear probing, Knuth 6.4): a `Map` of a million
 * takes three times the time and the memory.
 */
export interface QuoteNumbers {
  find(article: number, start: number, check: number): number | undefined;
  /** The next number, from 1 on. */
  add(article: number, start: number, check: number): number;
}

const FIRST_SIZE = 1024;

export function createQuoteNumbers(): QuoteNumbers {
  let slots = new Uint32Array(FIRST_SIZE * 2);
  /** Three of each number: article, start, check. */
  let keys = new Uint32Array(FIRST_SIZE * 3);
  let count = 0;

  /** Where it is, or would be. */
  const slotOf = (article: number, start: number, check: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(article, 0x9e3779b1) ^ Math.imul(start, 0x85ebca6b) ^ check) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (slots[slot]! - 1) * 3;
      if (keys[at] === article && keys[at + 1] === start && keys[at + 2] === check) break;
    }
    return slot;
  };
  const grow = (): void => {
    const larger = new Uint32Array(keys.length * 2);
    larger.set(keys);
    keys = larger;
    slots = new Uint32Array(slots.length * 2);
    for (let number = 1; number <= count; number++) {
      const at = (number - 1) * 3;
      slots[slotOf(keys[at]!, keys[at + 1]!, keys[at + 2]!)] = number;
    }
  };
  return {
    find: (article, start, check) => slots[slotOf(article, start, check)] || undefined,
    add(article, start, check) {
      if (count * 3 === keys.length) grow();
      const number = ++count;
      keys.set([article, start, check], (number - 1) * 3);
      slots[slotOf(article, start, check)] = number;
      return number;
    },
  };
}
