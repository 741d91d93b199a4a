/** A hash of 64 bits: two of Fowler, Noll and Vo beside each other, fed number by number. */
const FIRST_HIGH = 0x811c9dc5 | 0;
const FIRST_LOW = 0x01000193;

export class WideHash {
  #high = FIRST_HIGH;
  #low = FIRST_LOW;

  get high(): number {
    return this.#high >>> 0;
  }

  get low(): number {
    return this.#low >>> 0;
  }

  /** As new. */
  clear(): this {
    this.#high = FIRST_HIGH;
    this.#low = FIRST_LOW;
    return this;
  }

  add(code: number): void {
    this.#high = Math.imul(this.#high ^ code, 0x01000193);
    this.#low = Math.imul(this.#low ^ code, 0x85ebca6b) ^ (this.#low >>> 13);
  }

  addText(text: string): void {
    let [high, low] = [this.#high, this.#low];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
    }
    this.#high = high;
    this.#low = low;
  }

  /** Of its bits the 53 that a number holds exactly. */
  sum(): number {
    return (this.#high >>> 11) * 2 ** 32 + (this.#low >>> 0);
  }
}

/** Never 0. */
export function hashOf(text: string): number {
  const hash = new WideHash();
  hash.addText(text);
  return hash.sum() || 1;
}
