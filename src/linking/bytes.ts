/** Numbers and texts as bytes, as short as they come: small whole numbers take one byte. */
import type { Numbers } from "./text-numbers.ts";

const FLOAT_BYTES = 8;
const FIXED_BYTES = 4;
/** Whole numbers below it, positive or negative, are written as such; all others as eight bytes. */
const LARGEST = 2 ** 29;
const FIRST_SIZE = 65_536;

export class ByteWriter {
  readonly #texts: Numbers;
  #bytes: Buffer;
  #at = 0;

  /** `texts`: those that return in record after record are written as their numbers. `size`: bytes that there is room for at first. */
  constructor(texts: Numbers, size = FIRST_SIZE) {
    this.#texts = texts;
    this.#bytes = Buffer.allocUnsafe(size);
  }

  get length(): number {
    return this.#at;
  }

  /** All that was written since; the next write begins anew. Good until then. */
  take(): Uint8Array {
    const all = this.#bytes.subarray(0, this.#at);
    this.#at = 0;
    return all;
  }

  /** 0 to 2^32 - 1. */
  unsigned(value: number): void {
    if (this.#at + FLOAT_BYTES > this.#bytes.length) this.#grow(FLOAT_BYTES);
    let left = value;
    while (left > 127) {
      this.#bytes[this.#at++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#at++] = left;
  }

  /** Any, also an infinite one. */
  number(value: number): void {
    if (Number.isInteger(value) && value > -LARGEST && value < LARGEST) {
      this.unsigned((((value << 1) ^ (value >> 31)) >>> 0) + 1);
    } else {
      this.unsigned(0);
      this.float(value);
    }
  }

  float(value: number): void {
    if (this.#at + FLOAT_BYTES > this.#bytes.length) this.#grow(FLOAT_BYTES);
    this.#at = this.#bytes.writeDoubleLE(value, this.#at);
  }

  /** 0 to 2^32 - 1, in four bytes. */
  fixed(value: number): void {
    if (this.#at + FLOAT_BYTES > this.#bytes.length) this.#grow(FLOAT_BYTES);
    this.#at = this.#bytes.writeUInt32LE(value, this.#at);
  }

  /** By its number. */
  known(text: string): void {
    this.unsigned(this.#texts.number(text));
  }

  /** Letter by letter. */
  text(text: string): void {
    const encoded = Buffer.from(text, "utf8");
    const isUtf8 = encoded.toString("utf8") === text;
    const bytes = isUtf8 ? encoded : Buffer.from(text, "utf16le");
    this.unsigned(bytes.length * 2 + Number(!isUtf8));
    if (this.#at + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.unsigned(items.length);
    for (const item of items) write(item);
  }

  #grow(by: number): void {
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + by));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

export class ByteReader {
  readonly #bytes: Buffer;
  readonly #texts: Numbers;
  #at: number;

  constructor(bytes: Uint8Array, texts: Numbers, at = 0) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#texts = texts;
    this.#at = at;
  }

  unsigned(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; ; shift += 7) {
      byte = bytes[this.#at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      if (byte === undefined) throw new RangeError("a record is cut off");
    }
  }

  /** Of a list: as each of its items takes a byte at least, more than there are left is damage, and no reason to make room for so many. */
  length(): number {
    const length = this.unsigned();
    if (length > this.#bytes.length - this.#at) throw new RangeError("a record is cut off");
    return length;
  }

  number(): number {
    const coded = this.unsigned();
    if (coded === 0) return this.float();
    const value = coded - 1;
    return (value >>> 1) ^ -(value & 1);
  }

  float(): number {
    const value = this.#bytes.readDoubleLE(this.#at);
    this.#at += FLOAT_BYTES;
    return value;
  }

  fixed(): number {
    const value = this.#bytes.readUInt32LE(this.#at);
    this.#at += FIXED_BYTES;
    return value;
  }

  known(): string {
    return this.#texts.text(this.unsigned());
  }

  text(): string {
    const head = this.unsigned();
    const end = this.#at + (head >> 1);
    const text = this.#bytes.toString((head & 1) === 0 ? "utf8" : "utf16le", this.#at, end);
    this.#at = end;
    return text;
  }

  list<T>(read: () => T): T[] {
    const length = this.length();
    const items = new Array<T>(length);
    for (let i = 0; i < length; i++) items[i] = read();
    return items;
  }
}
