/** Texts one behind the other in one piece of memory: a number each beside their letters, where a string takes forty bytes more. */
import type { SortedTexts } from "../model.ts";
import { compareText } from "./order.ts";
import { placeIn } from "./sorted-texts.ts";

type Bytes = Buffer<ArrayBuffer>;

const FIRST_BYTES = 65_536;

export class TextColumn implements SortedTexts {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** Where each begins, and the last one ends. */
  #starts = new Uint32Array(FIRST_BYTES / 16);
  #length = 0;
  /** Texts with letters beyond Latin-1, which ids have only when somebody else made them. */
  readonly #others = new Map<number, string>();

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    const start = this.#starts[this.#length]!;
    const end = start + text.length;
    if (end > this.#bytes.length) this.#bytes = roomier(this.#bytes, end);
    if (this.#length + 2 > this.#starts.length) this.#starts = roomierNumbers(this.#starts);
    this.#starts[this.#length + 1] = end;
    let seen = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.#bytes[start + i] = unit;
      seen |= unit;
    }
    if (seen > 255) this.#others.set(this.#length, text);
    this.#length++;
  }

  at(place: number): string {
    const other = this.#others.size > 0 ? this.#others.get(place) : undefined;
    return other ?? this.#bytes.toString("latin1", this.#starts[place]!, this.#starts[place + 1]!);
  }

  /** Where they were added in ascending order. */
  placeOf(text: string): number {
    return placeIn(this.#length, (place) => this.#compareTo(place, text));
  }

  compare(a: number, b: number): number {
    if (this.#others.size > 0) return compareText(this.at(a), this.at(b));
    const [x, y] = [this.#starts[a]!, this.#starts[b]!];
    const [first, second] = [this.#starts[a + 1]! - x, this.#starts[b + 1]! - y];
    const shorter = Math.min(first, second);
    for (let i = 0; i < shorter; i++) {
      const difference = this.#bytes[x + i]! - this.#bytes[y + i]!;
      if (difference !== 0) return difference;
    }
    return first - second;
  }

  #compareTo(place: number, text: string): number {
    if (this.#others.size > 0) return compareText(this.at(place), text);
    const start = this.#starts[place]!;
    const length = this.#starts[place + 1]! - start;
    const shorter = Math.min(length, text.length);
    for (let i = 0; i < shorter; i++) {
      const difference = this.#bytes[start + i]! - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}

/** A quarter more: of a hundred megabytes as much again would lie idle. */
function roomier(bytes: Bytes, needed: number): Bytes {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.ceil(bytes.length * 1.25)));
  bytes.copy(larger);
  return larger;
}

function roomierNumbers(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(numbers.length * 1.25));
  larger.set(numbers);
  return larger;
}
