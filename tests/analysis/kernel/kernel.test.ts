import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createCompiledKernel } from "../../../src/analysis/kernel/compiled.ts";
import { hash1, hash2, hash3 } from "../../../src/analysis/kernel/feature-hash.ts";
import { createKernel } from "../../../src/analysis/kernel/index.ts";
import { createPlainKernel } from "../../../src/analysis/kernel/plain.ts";
import type { Template } from "../../../src/analysis/kernel/templates.ts";
import type { Kernel } from "../../../src/analysis/kernel/types.ts";
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import { createNameFinder } from "../../../src/analysis/names/index.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Article } from "../../../src/model.ts";
import { assembleKernel, kernelFolder } from "../../../train/assemble-kernel.ts";

const ROOM = 1 << 20;
const SLOTS = 64;
const LABELS = 89;

const hash = fc.integer({ min: -0x80000000, max: 0x7fffffff });

/** Hashes that often meet: in a small table most of them have to look on. */
const hashes = (most: number) =>
  fc.array(fc.oneof(hash, fc.integer({ min: 0, max: 300 })), { maxLength: most });

/** A table of so many slots, three in four of them taken, as `slotOf` fills them. */
function fill(keys: readonly number[], slotOf: (hash: number, i: number) => number): Uint32Array {
  const slots = new Uint32Array(SLOTS);
  for (const [i, key] of keys.slice(0, (3 * SLOTS) / 4).entries()) {
    let at = key & (SLOTS - 1);
    while (slots[at] !== 0) at = (at + 1) % SLOTS;
    slots[at] = slotOf(key, i);
  }
  return slots;
}

const actionSlotOf = (key: number, i: number): number =>
  ((Math.max(1, Math.imul(key, 0x85ebca6b) >>> 21) << 21) | ((i * 0x9e3779b1) & 0x1fffff)) >>> 0;

/** Rows of one to five (label, weight) pairs. */
function rowsFor(count: number): Uint16Array {
  const entries: number[] = [0];
  for (let i = 0; i < count; i++) {
    for (let left = i % 5; left >= 0; left--) {
      const label = (i * 7 + left * 31) % LABELS;
      entries.push(((i * 13 + left * 77) & 0xff) * 256 + (left === 0 ? 128 : 0) + label);
    }
  }
  return Uint16Array.from(entries);
}

function rowStarts(entries: Uint16Array): number[] {
  const starts = [1];
  for (let i = 1; i < entries.length; i++) if (entries[i]! & 128) starts.push(i + 1);
  return starts;
}

/** Buckets of no, one or two features with up to three weights. */
function buckets(): { starts: Uint32Array; cells: Uint16Array } {
  const starts = new Uint32Array((1 << 19) + 1);
  const cells: number[] = [];
  for (let bucket = 0; bucket < 1 << 19; bucket++) {
    if (bucket < 400) {
      for (let i = 0; i < bucket % 3; i++) {
        const size = (bucket + i) % 4;
        cells.push(((bucket + i) & 7) | (size << 8));
        for (let k = 0; k < size; k++)
          cells.push(((bucket + k) % 17) | (((bucket * 5 + k) & 0xff) << 8));
      }
    }
    starts[bucket + 1] = cells.length;
  }
  return { starts, cells: Uint16Array.from([...cells, 0]) };
}

/** The same work with each of the two. */
function both<T>(bytes: number, work: (kernel: Kernel) => T): [T, T] {
  const compiled = createCompiledKernel(bytes);
  if (compiled === undefined) throw new Error("no WebAssembly here");
  return [work(compiled), work(createPlainKernel())];
}

function listOf(kernel: Kernel, numbers: readonly number[], room: number): Int32Array {
  const list = kernel.int32(room);
  list.set(numbers);
  return list;
}

describe("the kernel", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("hashes one, two and three values as training does", () => {
    const templates: Template[] = Array.from({ length: 23 }, (_, i) =>
      i % 3 === 0 ? [i + 1, 1 + (i % 5)] : i % 3 === 1 ? [i + 1, 2, 3] : [i + 1, 4, 1, 1 + (i % 4)],
    );
    const numbers = fc.array(hash, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(numbers, fc.nat(23), fc.nat(23), (values, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const [compiled, plain] = both(ROOM, (kernel) => {
          const set = kernel.featureSet(templates, 6);
          set.values.set(values, 1);
          kernel.hash(set, from, to);
          return [...set.features.subarray(from, to)];
        });
        expect(compiled).toEqual(plain);
        for (const [i, feature] of plain.entries()) {
          const [salt, ...places] = templates[from + i]!;
          const [a, b, c] = places.map((place) => values[place! - 1]!);
          if (c !== undefined) expect(feature).toBe(hash3(salt, a!, b!, c));
          else expect(feature).toBe(b === undefined ? hash1(salt, a!) : hash2(salt, a!, b));
        }
      }),
    );
  });

  it("sums the actions of five groups as plain code does", () => {
    fc.assert(
      fc.property(
        hashes(60),
        hashes(90),
        fc.array(fc.nat(90), { minLength: 5, maxLength: 5 }),
        (known, asked, cuts) => {
          const [from, a, b, c, d] = cuts
            .map((cut) => Math.min(cut, asked.length))
            .sort((x, y) => x - y);
          const [compiled, plain] = both(ROOM, (kernel) => {
            const table = kernel.slotsFrom(fill(known, actionSlotOf));
            const sums = kernel.int32(24);
            const features = listOf(kernel, asked, 100);
            kernel.sumGroups(features, table, sums, 4, from!, a!, b!, c!, d!, asked.length);
            return [0, 1, 2, 3, 4].map((group) => [...sums.subarray(4 + 4 * group, 7 + 4 * group)]);
          });
          expect(compiled).toEqual(plain);
        },
      ),
    );
  });

  it("adds rows of weights as plain code does", () => {
    const scoresOf = (known: readonly number[], asked: readonly number[]): [number[], number[]] => {
      const entries = rowsFor(known.length);
      const starts = rowStarts(entries);
      return both(ROOM, (kernel) => {
        const slots = fill(
          known,
          (key, i) => (((Math.imul(key, 0x9e3779b1) >>> 21) << 21) | starts[i]!) >>> 0,
        );
        const features = listOf(kernel, asked, 100);
        const table = kernel.slotsFrom(slots);
        const scores = kernel.int32(LABELS + 11);
        kernel.addRows(features, asked.length, table, kernel.uint16From(entries), scores, 8);
        return [...scores];
      });
    };
    fc.assert(
      fc.property(hashes(60), hashes(90), (known, asked) => {
        const [compiled, plain] = scoresOf(known, asked);
        expect(compiled).toEqual(plain);
      }),
    );
    // The second row says 90 for label 38 and 13 for label 7, as squares.
    const [compiled] = scoresOf([5, 6, 7], [6, 8]);
    expect([compiled[8 + 38], compiled[8 + 7]]).toEqual([90 ** 2, 13 ** 2]);
  });

  it("adds the weights of the name model as plain code does", () => {
    const { starts, cells } = buckets();
    const asked = fc.array(fc.integer({ min: 0, max: (420 << 13) | 0xff }), { maxLength: 80 });
    const [compiled, plain] = both(4 * ROOM, (kernel) => {
      const from = kernel.uint32From(starts);
      const weights = kernel.uint16From(cells);
      const list = kernel.int32(100);
      const scores = kernel.int32(40);
      return (features: readonly number[]) => {
        list.set(features);
        scores.fill(0);
        kernel.addCells(list, features.length, from, weights, scores, 17);
        return [...scores];
      };
    });
    fc.assert(
      fc.property(asked, (features) => {
        expect(compiled(features)).toEqual(plain(features));
      }),
    );
    expect(plain([(5 << 13) | 5]).some((score) => score !== 0)).toBe(true);
  });

  it("multiplies a vector with a matrix to the same bits as plain code", () => {
    const number = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 3, maxLength: 3 }),
        fc.array(number, { minLength: 12, maxLength: 12 }),
        (vector, matrix) => {
          const [compiled, plain] = both(ROOM, (kernel) => {
            const [from, by, out] = [kernel.float64(3), kernel.float64(12), kernel.float64(4)];
            from.set(vector);
            by.set(matrix);
            out.fill(7);
            kernel.timesMatrix(from, by, out);
            return [...out];
          });
          expect(compiled).toEqual(plain);
          const third =
            vector[0]! * matrix[2]! + vector[1]! * matrix[6]! + vector[2]! * matrix[10]!;
          expect(plain[2]).toBe(third);
        },
      ),
    );
  });

  it("sums rows and finds the first of the greatest scores, if it leads by so much", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 60, maxLength: 60 }),
        (numbers) => {
          const [compiled, plain] = both(ROOM, (kernel) => {
            const rows = listOf(kernel, numbers, 64);
            const list = listOf(kernel, [0, 17, 3, 40], 4);
            const scores = kernel.int32(24);
            kernel.sumRows(rows, list, 4, 17, scores, 2);
            const ahead = (margin: number) => kernel.leader(scores, 19, margin);
            return [...scores.subarray(2, 19), ahead(-1), ahead(0), ahead(3)];
          });
          expect(compiled).toEqual(plain);
          expect(plain[5]).toBe(numbers[5]! + numbers[22]! + numbers[8]! + numbers[45]!);
          const [best, next] = [0, 0, ...plain.slice(0, 17)].sort((a, b) => b! - a!);
          expect(plain.slice(18).map((place) => place! >= 0)).toEqual(
            [0, 3].map((margin) => best! - next! > margin),
          );
        },
      ),
    );
  });

  it("reads an article the same where WebAssembly is forbidden", () => {
    const text =
      "Russian President Vladimir Putin met Xi Jinping in Moscow on Thursday. “We won’t wait,” said Ms Okonjo-Iweala, who has led the World Trade Organization since 2021.";
    const article: Article = {
      id: "a", title: "", text, language: "en", origin: "a",
      blocks: [{ kind: "body", start: 0, end: text.length }],
    }; // biome-ignore format: one article
    const readAll = () => {
      const parsed = createLanguageEngine(nodeData())(article);
      return { parsed, names: createNameFinder(nodeData())(article, parsed) };
    };
    const compiled = readAll();
    vi.stubGlobal("WebAssembly", undefined);
    expect(createCompiledKernel(ROOM)).toBeUndefined();
    expect(createKernel(ROOM).int32(3)).toEqual(new Int32Array(3));
    expect(readAll()).toEqual(compiled);
    expect(compiled.names.length).toBeGreaterThan(2);
  });

  it("says so when it was made too small", () => {
    expect(() => createCompiledKernel(0)!.int32(ROOM)).toThrow(/too small/);
  });

  it("is what the text of it compiles to", async () => {
    const folder = kernelFolder();
    const wat = readFileSync(join(folder, "kernel.wat"), "utf8");
    expect(readFileSync(join(folder, "kernel-code.ts"), "utf8")).toBe(await assembleKernel(wat));
  });
});
