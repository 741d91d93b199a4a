/** The kernel in WebAssembly (`kernel.wat`). */
import { TEMPLATE_FACTOR } from "./feature-hash.ts";
import { KERNEL_CODE } from "./kernel-code.ts";
import { NONE, type Template } from "./templates.ts";
import { type Kernel, MOST_FEATURES, MOST_TEMPLATES } from "./types.ts";

/** Addresses are in bytes. */
interface Exports {
  hash(codes: number, from: number, to: number, features: number): void;
  sumGroups(
    features: number,
    slots: number,
    mask: number,
    sums: number,
    from: number,
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
  timesMatrix(vector: number, rows: number, matrix: number, vectors: number, out: number): void;
  leader(scores: number, count: number, margin: number): number;
}

const PAGE = 65_536;
/** A bucket of the name model is three numbers. */
const FOUND = 3 * MOST_FEATURES + 1;

/** Columns of a feature set: salt; addresses of the three values; masks that tell whether the second and third count. */
const COLUMNS = 6;
const COLUMN = MOST_TEMPLATES + 4;

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
  const int32 = (length: number): Int32Array =>
    new Int32Array(memory.buffer, take(4 * length), length);
  const uint32 = (length: number): Uint32Array =>
    new Uint32Array(memory.buffer, take(4 * length), length);
  const found = take(4 * FOUND);

  return {
    int32,
    float64: (length) => new Float64Array(memory.buffer, take(8 * length), length),
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
    featureSet(templates, count) {
      const values = int32(count);
      const codes = int32(COLUMNS * COLUMN);
      writeCodes(templates, values.byteOffset, codes);
      return { values, codes, features: int32(templates.length + 3) };
    },
    hash({ codes, features }, from, to) {
      exports.hash(codes.byteOffset, from, to, features.byteOffset);
    },
    sumGroups(features, { slots, mask }, sums, at, from, a, b, c, d, e) {
      const out = sums.byteOffset + 4 * at;
      exports.sumGroups(features.byteOffset, slots.byteOffset, mask, out, from, a, b, c, d, e);
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
    timesMatrix(vector, matrix, out) {
      exports.timesMatrix(
        vector.byteOffset,
        vector.length,
        matrix.byteOffset,
        out.length >> 1,
        out.byteOffset,
      );
    },
    leader: (scores, count, margin) => exports.leader(scores.byteOffset, count, margin),
  };
}

function writeCodes(templates: readonly Template[], values: number, codes: Int32Array): void {
  if (templates.length > MOST_TEMPLATES) throw new Error("dramatis: too many templates");
  for (const [i, [salt, a, b = NONE, c = NONE]] of templates.entries()) {
    const count = templates[i]!.length - 1;
    const row = [
      Math.imul(salt, TEMPLATE_FACTOR),
      values + 4 * a,
      values + 4 * b,
      values + 4 * c,
      count >= 2 ? -1 : 0,
      count === 3 ? -1 : 0,
    ];
    for (const [column, number] of row.entries()) codes[column * COLUMN + i] = number;
  }
}
