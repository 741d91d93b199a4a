/** A hash of 53 bits, as many as a number holds exactly: two of Fowler, Noll and Vo beside each other, fed number by number. */
export class WideHash {
  #high = 0x811c9dc5;
  #low = 0x01000193;

  add(code: number): void {
    this.#high = Math.imul(this.#high ^ code, 0x01000193);
    this.#low = Math.imul(this.#low ^ code, 0x85ebca6b) ^ (this.#low >>> 13);
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

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
