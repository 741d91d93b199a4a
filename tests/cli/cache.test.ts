/** dramatis cache: how much is kept, and less of it. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dramatis } from "./fake-io.ts";

let folder = "";
const SAMPLE = join(import.meta.dirname, "..", "..", "data", "sample", "wire");
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-cache-command-"));
  const { code } = await dramatis([
    "analyze",
    SAMPLE,
    "--cache",
    join(folder, "kept"),
    "--jobs",
    "1",
  ]);
  expect(code).toBe(0);
  writeFileSync(join(folder, "kept", "mine.txt"), "not a result");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function size(...more: string[]): Promise<{ files: number; bytes: number }> {
  const { code, out } = await dramatis([
    "cache",
    "--cache",
    join(folder, "kept"),
    "--json",
    ...more,
  ]);
  expect(code).toBe(0);
  return JSON.parse(out);
}

test("it tells how much is kept, keeps what it is told to, and then nothing; other files stay", async () => {
  const whole = await size();
  expect(whole.files).toBeGreaterThan(4);
  const { out } = await dramatis(["cache", "--cache", join(folder, "kept")]);
  expect(out).toBe(
    `${join(folder, "kept")}: ${whole.files} results, ${(whole.bytes / 1e6).toFixed(1)} MB\n`,
  );
  expect(await size("--trim", "1000")).toEqual(whole);
  expect((await size("--trim", "0")).files).toBe(0);
  await dramatis(["analyze", SAMPLE, "--cache", join(folder, "kept"), "--jobs", "1"]);
  expect(await size()).toEqual(whole);
  expect((await size("--clear")).files).toBe(0);
  expect(readdirSync(join(folder, "kept"))).toContain("mine.txt");
});

test("a folder that is not there holds nothing", async () => {
  const { code, out } = await dramatis(["cache", "--cache", join(folder, "none"), "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ files: 0, bytes: 0 });
});
