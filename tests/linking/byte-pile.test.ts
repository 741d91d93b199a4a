import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createBytes } from "../../src/linking/byte-pile.ts";

const MEGABYTE = 2 ** 20;

function filled(length: number, value: number): Uint8Array {
  return new Uint8Array(length).fill(value);
}

test("what does not fit into memory comes back out of a file that no folder shows", () => {
  const folder = mkdtempSync(join(tmpdir(), "bytes-"));
  vi.stubEnv("TMPDIR", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const bytes = createBytes(2 * MEGABYTE);
  const starts = Array.from({ length: 60 }, (_, i) => bytes.append(filled(100_000, i)));
  expect(starts.some((start) => start < 0)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  starts.forEach((start, i) => {
    expect(Buffer.from(bytes.read(start, 100_000)).equals(filled(100_000, i))).toBe(true);
  });
});

test("what is read from the file goes into the room that is given, where it is enough", () => {
  const bytes = createBytes(0);
  const [first, second] = [bytes.append(filled(50, 1)), bytes.append(filled(60, 2))];
  const room = new Uint8Array(55);
  const read = bytes.read(first, 50, room);
  expect([read.length, read.buffer]).toEqual([50, room.buffer]);
  expect(Buffer.from(read).equals(filled(50, 1))).toBe(true);
  const other = bytes.read(second, 60, room);
  expect(other.buffer).not.toBe(room.buffer);
  expect(Buffer.from(other).equals(filled(60, 2))).toBe(true);
});

test("one piece may be larger than a chunk", () => {
  const bytes = createBytes();
  const small = bytes.append(filled(10, 1));
  const large = bytes.append(filled(3 * MEGABYTE, 2));
  const last = bytes.append(filled(10, 3));
  expect(bytes.read(small, 10)[9]).toBe(1);
  expect(bytes.read(large, 3 * MEGABYTE)[3 * MEGABYTE - 1]).toBe(2);
  expect(bytes.read(last, 10)[0]).toBe(3);
});

test("without a folder for the file all stays in memory", () => {
  vi.stubEnv("TMPDIR", "/nowhere/at/all");
  onTestFinished(() => void vi.unstubAllEnvs());
  const bytes = createBytes(0);
  const start = bytes.append(filled(10, 7));
  expect(bytes.read(start, 10)[0]).toBe(7);
});
