/**
 * Numbers by a hash of 64 bits, in an open table (linear probing, Knuth 6.4). What was hashed is not kept: that two of ten
 * million have the same hash happens once in 400,000 times. A hash and its number lie side by side, as with millions the time goes into waiting for memory.
 */
import type { WideHash } from "./wide-hash.ts";

/** Number (0: free), both halves of the hash, and one that is not used: so none lies in two lines of the cache. */
const STRIDE_BITS = 2;
const STRIDE = 2 ** STRIDE_BITS;
const FIRST_SIZE = 1024;

export class HashNumbers {
  #slots = new Uint32Array(FIRST_SIZE * STRIDE);
  #count = 0;

  find({ high, low }: WideHash): number | undefined {
    return this.#slots[this.#placeOf(high, low)] || undefined;
  }

  /** From 1 on; of a hash that has none yet. */
  set({ high, low }: WideHash, number: number): void {
    // At most two thirds are taken.
    if (++this.#count * STRIDE * 1.5 > this.#slots.length) this.#grow();
    this.#put(high, low, number);
  }

  #put(high: number, low: number, number: number): void {
    const place = this.#placeOf(high, low);
    this.#slots[place] = number;
    this.#slots[place + 1] = high;
    this.#slots[place + 2] = low;
  }

  /** Where it is, or would be. */
  #placeOf(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let place = ((low ^ (high >>> 15)) << STRIDE_BITS) & mask;
    while (slots[place] !== 0 && (slots[place + 1] !== high || slots[place + 2] !== low)) {
      place = (place + STRIDE) & mask;
    }
    return place;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (let place = 0; place < before.length; place += STRIDE) {
      if (before[place] !== 0) this.#put(before[place + 1]!, before[place + 2]!, before[place]!);
    }
  }
}
