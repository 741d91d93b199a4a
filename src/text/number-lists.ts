/** Lists of whole numbers (0 to 2^32 - 1) that return by the million: each is kept once, and has a number. Open addressing, never more than half full. */
import { doubled } from "./doubled.ts";

const FIRST_SIZE = 1 << 12;

export class NumberLists {
  /** One list behind the other. */
  #pool = new Uint32Array(FIRST_SIZE);
  /** By number: where the list begins; one more for the end. */
  #starts = new Uint32Array(FIRST_SIZE);
  /** Number plus one, 0 for a free slot. */
  #slots = new Uint32Array(FIRST_SIZE);
  #count = 0;
  /** Drawn anew, so that nobody can write texts whose lists all meet in one place. Nothing that is found depends on it. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32) | 0;

  /** How many different ones there are. */
  get count(): number {
    return this.#count;
  }

  /** One that is new gets the next. */
  number(list: readonly number[]): number {
    if (2 * this.#count >= this.#slots.length) this.#growSlots();
    const mask = this.#slots.length - 1;
    for (let at = this.#hashOf(list) & mask; ; at = (at + 1) & mask) {
      const number = this.#slots[at]! - 1;
      if (number < 0) return this.#add(list, at);
      if (this.#holds(number, list)) return number;
    }
  }

  lengthOf(number: number): number {
    return this.#starts[number + 1]! - this.#starts[number]!;
  }

  at(number: number, place: number): number {
    return this.#pool[this.#starts[number]! + place]!;
  }

  #add(list: readonly number[], slot: number): number {
    const number = this.#count++;
    const start = this.#starts[number]!;
    while (start + list.length > this.#pool.length) this.#pool = doubled(this.#pool);
    if (number + 1 === this.#starts.length) this.#starts = doubled(this.#starts);
    this.#pool.set(list, start);
    this.#starts[number + 1] = start + list.length;
    this.#slots[slot] = number + 1;
    return number;
  }

  #holds(number: number, list: readonly number[]): boolean {
    const start = this.#starts[number]!;
    if (this.#starts[number + 1]! - start !== list.length) return false;
    for (let i = 0; i < list.length; i++) if (this.#pool[start + i] !== list[i]) return false;
    return true;
  }

  #hashOf(list: ArrayLike<number>): number {
    let hash = this.#seed;
    for (let i = 0; i < list.length; i++) hash = mixed(hash, list[i]!);
    return hash ^ (hash >>> 15);
  }

  #growSlots(): void {
    const larger = new Uint32Array(2 * this.#slots.length);
    const mask = larger.length - 1;
    for (let number = 0; number < this.#count; number++) {
      const list = this.#pool.subarray(this.#starts[number]!, this.#starts[number + 1]!);
      let at = this.#hashOf(list) & mask;
      while (larger[at] !== 0) at = (at + 1) & mask;
      larger[at] = number + 1;
    }
    this.#slots = larger;
  }
}

/** Small numbers beside each other must not fall beside each other. */
function mixed(hash: number, number: number): number {
  const next = Math.imul(hash ^ number, 0x9e3779b1);
  return next ^ (next >>> 13);
}
