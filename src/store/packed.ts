/**
 * Lists of numbers as bytes: variable-length integers (seven bits a byte, as in SQLite and Protocol Buffers) of differences. A tenth of
 * what rows take, and read a hundred times faster.
 */

/** Bytes that grow. */
class Bytes {
  #bytes: Uint8Array;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  add(number: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = number;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }
}

const scratch = new Bytes(64);

function reader(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let byte = bytes[at++]!;
    if (byte < 128) return byte;
    let number = byte & 127;
    let scale = 128;
    do {
      byte = bytes[at++]!;
      if (byte === undefined) throw new RangeError("packed numbers are cut off");
      number += (byte & 127) * scale;
      scale *= 128;
    } while (byte >= 128);
    return number;
  };
}

/** Each of so many takes a byte at least: more is damage, and no reason to make room for them. */
function checkedCount(count: number, bytes: Uint8Array): number {
  if (count > bytes.length) throw new RangeError("packed numbers are cut off");
  return count;
}

/** Numbers that come in any order, packed: to be taken in ascending order, each once. */
export class PackedNumbers {
  readonly #differences = new Bytes(16);
  #count = 0;
  #last = 0;
  #isAscending = true;

  /** The last one again is passed over. */
  add(number: number): void {
    const difference = number - this.#last;
    if (difference === 0 && this.#count > 0) return;
    if (difference < 0) this.#isAscending = false;
    this.#differences.add(difference < 0 ? -2 * difference - 1 : 2 * difference);
    this.#last = number;
    this.#count++;
  }

  take(): Buffer {
    const numbers = new Float64Array(this.#count);
    unpackAsTheyCame(this.#differences.take(), numbers);
    return this.#isAscending ? packAscending(numbers) : packSorted(numbers);
  }

  /** As they came, to be packed with others of their kind. */
  takePart(): NumbersPart {
    const part = { bytes: this.#differences.take(), count: this.#count };
    this.#count = this.#last = 0;
    return part;
  }
}

export interface NumbersPart {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** As if all had come one after the other. */
export function packParts(parts: readonly NumbersPart[]): Buffer {
  const numbers = new Float64Array(parts.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const { bytes, count } of parts) {
    unpackAsTheyCame(bytes, numbers.subarray(at, at + count));
    at += count;
  }
  return packSorted(numbers);
}

function unpackAsTheyCame(bytes: Uint8Array, numbers: Float64Array): void {
  const next = reader(bytes);
  let before = 0;
  for (let i = 0; i < numbers.length; i++) {
    const coded = next();
    before += coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
    numbers[i] = before;
  }
}

function packSorted(numbers: Float64Array): Buffer {
  numbers.sort();
  return packAscending(numbers.filter((number, i) => i === 0 || number !== numbers[i - 1]));
}

/** In ascending order, each once. */
export function packAscending(numbers: ArrayLike<number> & Iterable<number>): Buffer {
  scratch.add(numbers.length);
  let last = 0;
  for (const number of numbers) {
    scratch.add(number - last);
    last = number;
  }
  return scratch.take();
}

export function unpackNumbers(bytes: Uint8Array): number[] {
  const next = reader(bytes);
  const numbers = new Array<number>(checkedCount(next(), bytes));
  let before = 0;
  for (let i = 0; i < numbers.length; i++) {
    before += next();
    numbers[i] = before;
  }
  return numbers;
}

/** The edges at a node, strongest first, then by the other end. */
export interface PackedEdges {
  readonly others: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** As `edge-codes.ts` makes them. */
  readonly codes: ArrayLike<number>;
}

/** Those of one node as they are read. */
export interface EdgeColumns extends PackedEdges {
  readonly others: Uint32Array;
  readonly weights: Uint32Array;
  readonly codes: Uint32Array;
}

/** The first `count` of them, as runs of one weight: the weight, their number, then the others as differences and the codes. */
export function packEdges({ others, weights, codes }: PackedEdges, count: number): Buffer {
  scratch.add(count);
  for (let i = 0; i < count; ) {
    let end = i;
    while (end < count && weights[end] === weights[i]) end++;
    scratch.add(weights[i]!);
    scratch.add(end - i);
    let before = 0;
    for (; i < end; i++) {
      scratch.add(others[i]! - before);
      scratch.add(codes[i]!);
      before = others[i]!;
    }
  }
  return scratch.take();
}

/** All rows of a node. */
export function unpackEdges(rows: readonly (Uint8Array | ArrayBuffer)[]): EdgeColumns {
  // The driver gives bytes for one row and their memory for many.
  const packed = rows.map((row) => (row instanceof Uint8Array ? row : new Uint8Array(row)));
  const readers = packed.map(reader);
  const counts = readers.map((next, row) => checkedCount(next(), packed[row]!));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const others = new Uint32Array(total);
  const weights = new Uint32Array(total);
  const codes = new Uint32Array(total);
  let i = 0;
  readers.forEach((next, row) => {
    const last = i + counts[row]!;
    while (i < last) {
      const weight = next();
      const end = i + next();
      let before = 0;
      for (; i < end; i++) {
        before += next();
        others[i] = before;
        weights[i] = weight;
        codes[i] = next();
      }
    }
  });
  return { others, weights, codes };
}
