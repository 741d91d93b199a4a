/** Whole numbers (0 to 2^32 - 1) by the million, in chunks: none is copied when there are more, and there is little room that is not used. */
const CHUNK_BITS = 14;
const CHUNK_SIZE = 2 ** CHUNK_BITS;

export class NumberColumn {
  readonly #chunks: Uint32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(number: number): void {
    const place = this.#length++ % CHUNK_SIZE;
    if (place === 0) this.#chunks.push(new Uint32Array(CHUNK_SIZE));
    this.#chunks[this.#chunks.length - 1]![place] = number;
  }

  at(place: number): number {
    return this.#chunks[place >> CHUNK_BITS]![place % CHUNK_SIZE]!;
  }

  /** Lets go of all from a place on, but for the rest of its chunk. */
  cutTo(length: number): void {
    this.#length = Math.min(length, this.#length);
    this.#chunks.length = Math.ceil(this.#length / CHUNK_SIZE);
  }
}
