/** Finished work that is kept: what it hangs on, what damage does to it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyze.ts";
import { createArticleReader } from "../../src/article/index.ts";
import { analyses, survey } from "../../src/build.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { cacheSize, trimCache } from "../../src/line/cache.ts";
import { READS_DATA, stageVersions } from "../../src/line/versions.ts";
import type { Analysis, Note } from "../../src/model.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "data", "sample", "harbour");

let folder = "";
let cache = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-cache-"));
  cache = join(folder, "cache");
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly found: readonly Analysis[];
  readonly known: number;
  readonly made: number;
  readonly runNotes: readonly Note[];
}

async function run(input = SAMPLE): Promise<Run> {
  const found: Analysis[] = [];
  const runNotes: Note[] = [];
  const onRunNote = (note: Note) => void runNotes.push(note);
  let known = 0;
  let made = 0;
  const onDone = (_: unknown, isKnown: boolean): void => {
    if (isKnown) known++;
    else made++;
  };
  for await (const analysis of analyses([input], { cache, onDone, onRunNote }))
    found.push(analysis);
  return { found, known, made, runNotes };
}

test("a second run does nothing again and finds the same, to the byte", async () => {
  const first = await run();
  const second = await run();
  expect(first.known).toBe(0);
  expect(first.made).toBe(2 * first.found.length);
  expect(second.made).toBe(0);
  expect(JSON.stringify(second.found)).toBe(JSON.stringify(first.found));
  expect(await survey([SAMPLE], { cache })).toMatchObject({ read: 0, new: 0 });
});

test("a page in another language waits for nothing, unless that language is wanted", async () => {
  const file = join(folder, "deutsch.txt");
  const sentence =
    "Der Bundeskanzler hat am Montag in Berlin mit dem Präsidenten über die Lage gesprochen.";
  writeFileSync(file, `${sentence}\n\n${sentence.replace("Montag", "Dienstag")}\n`);
  expect((await run(file)).found).toEqual([]);
  expect(await survey([file], { cache })).toEqual({ analyzed: 1, read: 0, new: 0 });
  expect(await survey([file], { cache, languages: ["de"] })).toMatchObject({ read: 1 });
});

test("the same content from another place is known, and says where it is from", async () => {
  const file = join(folder, "copy.txt");
  writeFileSync(file, readFileSync(join(SAMPLE, "001_putin-xi-call.txt")));
  const { found, made } = await run(file);
  expect(made).toBe(0);
  expect(found[0]!.article.origin).toBe(file);
});

test("a damaged result is made again, with a note that stays out of the result", async () => {
  const whole = await run();
  const kind = join(cache, "analyses");
  for (const shard of readdirSync(kind)) {
    for (const name of readdirSync(join(kind, shard))) {
      const path = join(kind, shard, name);
      writeFileSync(path, readFileSync(path).subarray(0, 100));
    }
  }
  const again = await run();
  expect(again.made).toBe(whole.found.length);
  expect(whole.runNotes).toEqual([]);
  expect(again.runNotes.map(({ origin }) => origin)).toEqual(
    whole.found.map(({ article }) => article.origin),
  );
  expect(again.runNotes[0]).toMatchObject({
    stage: "analysis",
    message: expect.stringContaining("damaged"),
  });
  expect(JSON.stringify(again.found)).toBe(JSON.stringify(whole.found));
  expect((await run()).made).toBe(0);
});

test.each([
  ["below a file", () => join(folder, "a-file", "below")],
  // There the recursive mkdir of Node 20 never comes back.
  ["where the system makes none", () => "/proc/no/such/folder"],
])("a folder that cannot be, %s, is no error: nothing is kept", async (_, place) => {
  writeFileSync(join(folder, "a-file"), "");
  const found: Analysis[] = [];
  for await (const analysis of analyses([SAMPLE], { cache: place() })) found.push(analysis);
  expect(found.length).toBeGreaterThan(0);
});

test("a trimmed cache keeps no more than it may", () => {
  const { bytes } = cacheSize(cache);
  const { before, after } = trimCache(cache, bytes / 2);
  expect(before.bytes).toBe(bytes);
  expect(after.bytes).toBeLessThanOrEqual(bytes / 2);
  expect(after).toEqual(cacheSize(cache));
  expect(after.files).toBeGreaterThan(0);
});

test("each stage's version hangs on all the tables and models that it reads", () => {
  for (const [stage, create] of [
    ["article", createArticleReader],
    ["analysis", createAnalyzer],
  ] as const) {
    const names: string[] = [];
    const data = nodeData();
    create({
      text: (name) => {
        names.push(name);
        return data.text(name);
      },
      bytes: (name) => {
        names.push(name);
        return data.bytes(name);
      },
    });
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !READS_DATA[stage](name))).toEqual([]);
  }
  const { article, analysis } = stageVersions();
  expect(article).not.toBe(analysis);
});
