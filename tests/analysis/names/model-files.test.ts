import { describe, expect, it } from "vitest";
import { readModelFile, writeModelFile } from "../../../src/analysis/model-file.ts";
import { loadClusters } from "../../../src/analysis/word-clusters.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import { kMeans } from "../../../train/clusters/k-means.ts";

describe("a model file", () => {
  const file = {
    head: { model: "test", version: 3, about: { source: "none" } },
    columns: {
      bytes: Uint8Array.of(1, 2, 255),
      small: Int8Array.of(-128, 127),
      wide: Uint32Array.of(0, 4_000_000_000),
      signed: Int16Array.of(-5, 5, 7),
    },
  };

  it("is read back as it was written, wherever its bytes lie", () => {
    const written = writeModelFile(file);
    const shifted = new Uint8Array(written.length + 3);
    shifted.set(written, 3);
    for (const bytes of [written, shifted.subarray(3)]) {
      expect(readModelFile(bytes, "test", 3)).toEqual(file);
    }
  });

  it("leaves out the zeros of a column that has many, and puts them back", () => {
    const table = new Uint32Array(1000);
    for (const i of [0, 31, 32, 500, 999]) table[i] = 4_000_000_000 + i;
    const sparse = { ...file, columns: { ...file.columns, table, none: new Int16Array(100) } };
    const written = writeModelFile(sparse);
    expect(written.length).toBeLessThan(table.byteLength / 4);
    expect(readModelFile(written, "test", 3)).toEqual(sparse);
  });

  it.each([
    ["another model", "names", 3, /expected the model "names"/],
    ["another version", "test", 4, /version 4/],
  ])("is refused when it is %s", (_, model, version, message) => {
    expect(() => readModelFile(writeModelFile(file), model, version)).toThrow(message);
  });

  it("is refused when it is damaged", () => {
    expect(() => readModelFile(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), "test", 3)).toThrow(
      /damaged/,
    );
    expect(() => readModelFile(new Uint8Array(0), "test", 3)).toThrow(/damaged/);
  });
});

describe("word clusters", () => {
  const clusters = loadClusters(nodeData());

  it.each([
    ["mohammed", "ahmed"],
    ["putin", "kremlin"],
    ["monday", "thursday"],
  ])("put %s beside %s", (a, b) => {
    expect(clusters.by256[clusters.lookup(a)]).toBe(clusters.by256[clusters.lookup(b)]);
  });

  it("know nothing of a word that is not in the table", () => {
    expect(clusters.lookup("qzxvwkjh")).toBe(-1);
    expect(clusters.lookup("")).toBe(-1);
  });
});

describe("k-means", () => {
  it("parts rows that point in different directions, the same way each time", () => {
    const rows = Float32Array.of(
      1,
      0,
      0.99,
      0.14,
      0,
      1,
      0.1,
      0.995,
      -1,
      0,
      -0.99,
      0.1,
      0,
      -1,
      0.05,
      -0.998,
    );
    const options = { sample: 8, rounds: 5 };
    const found = kMeans(rows, 2, 4, options);
    for (const i of [0, 2, 4, 6]) expect(found[i]).toBe(found[i + 1]);
    expect(new Set(found).size).toBe(4);
    expect(kMeans(rows, 2, 4, options)).toEqual(found);
  });
});
