/** The kernel in WebAssembly (`kernel.wat`). */
import { KERNEL_CODE } from "./kernel-code.ts";
import { type Kernel, MOST_FEATURES } from "./types.ts";

/** Addresses are in bytes. */
interface Exports {
  sumGroups(
    features: number,
    slots: number,
    mask: number,
    sums: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
  ): void;
  addRows(
    features: number,
    count: number,
    slots: number,
    mask: number,
    entries: number,
    found: number,
    scores: number,
  ): void;
  addCells(
    features: number,
    count: number,
    starts: number,
    cells: number,
    found: number,
    scores: number,
  ): void;
  sumRows(rows: number, list: number, count: number, vectors: number, out: number): void;
  greatest(scores: number, count: number): number;
}

const PAGE = 65_536;
/** A bucket of the name model is three numbers. */
const FOUND = 3 * MOST_FEATURES + 1;

let code: WebAssembly.Module | undefined;

/** Not where WebAssembly is missing or forbidden (a page whose policy does not allow it). */
export function createCompiledKernel(bytes: number): Kernel | undefined {
  const pages = Math.ceil((bytes + 4 * FOUND) / PAGE) + 1;
  let memory: WebAssembly.Memory;
  let exports: Exports;
  try {
    code ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (c) => c.charCodeAt(0)));
    memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const instance = new WebAssembly.Instance(code, { kernel: { memory } });
    exports = instance.exports as unknown as Exports;
  } catch {
    return undefined;
  }
  let used = 0;
  /** Room that begins at a multiple of sixteen bytes. */
  const take = (size: number): number => {
    const at = used;
    used += (size + 15) & ~15;
    if (used > memory.buffer.byteLength) throw new Error("dramatis: a kernel was made too small");
    return at;
  };
  const uint32 = (length: number): Uint32Array =>
    new Uint32Array(memory.buffer, take(4 * length), length);
  const found = take(4 * FOUND);

  return {
    int32: (length) => new Int32Array(memory.buffer, take(4 * length), length),
    uint32From(numbers) {
      const copy = uint32(numbers.length);
      copy.set(numbers);
      return copy;
    },
    uint16From(numbers) {
      const copy = new Uint16Array(memory.buffer, take(2 * numbers.length), numbers.length);
      copy.set(numbers);
      return copy;
    },
    slotsFrom(numbers) {
      const slots = uint32(numbers.length + 4);
      slots.set(numbers);
      slots.set(numbers.subarray(0, 4), numbers.length);
      return { slots, mask: numbers.length - 1 };
    },
    sumGroups(features, { slots, mask }, sums, at, a, b, c, d, e) {
      const out = sums.byteOffset + 4 * at;
      exports.sumGroups(features.byteOffset, slots.byteOffset, mask, out, a, b, c, d, e);
    },
    addRows(features, count, { slots, mask }, entries, scores, at) {
      exports.addRows(
        features.byteOffset,
        count,
        slots.byteOffset,
        mask,
        entries.byteOffset,
        found,
        scores.byteOffset + 4 * at,
      );
    },
    addCells(features, count, starts, cells, scores, at) {
      exports.addCells(
        features.byteOffset,
        count,
        starts.byteOffset,
        cells.byteOffset,
        found,
        scores.byteOffset + 4 * at,
      );
    },
    sumRows(rows, list, count, length, scores, at) {
      exports.sumRows(
        rows.byteOffset,
        list.byteOffset,
        count,
        (length + 3) >> 2,
        scores.byteOffset + 4 * at,
      );
    },
    greatest: (scores, count) => exports.greatest(scores.byteOffset, count),
  };
}
