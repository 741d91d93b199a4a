/** What is added piece by piece, and taken out again, leaves the bytes that building at once leaves. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { assemble, assembleParts } from "../../src/build.ts";
import type { Analysis, Note } from "../../src/model.ts";
import {
  createStore,
  openStore,
  readStore,
  type StoreWriter,
  updateStore,
  verifyStore,
} from "../../src/store/index.ts";
import { smallArticles } from "./small-articles.ts";
import { graphText, storeFolder } from "./store-folder.ts";

const at = storeFolder();

const articles = smallArticles();
const unreadable: Note[] = [{ stage: "read", origin: "news/x.bin", message: "not an article" }];

function fill(path: string, first: readonly Analysis[], notes: readonly Note[] = []): void {
  const store = createStore(path);
  for (const analysis of first) store.add(analysis, []);
  store.add(undefined, notes);
  relink(store);
  store.close();
}

function change(path: string, run: (store: StoreWriter) => void): void {
  const store = updateStore(path);
  run(store);
  relink(store);
  store.close();
}

function relink(store: StoreWriter): void {
  store.relink((analyses, notes) => assembleParts(analyses, notes));
}

describe("a store that grows", () => {
  test("in batches, in any order, holds what one build makes", () => {
    const whole = graphText(assemble(articles, unreadable));
    const order = fc.shuffledSubarray(articles, { minLength: articles.length });
    const cuts = fc.array(fc.nat(articles.length), { maxLength: 2 });
    fc.assert(
      fc.property(order, cuts, (shuffled, at_) => {
        const [first = 0, ...rest] = [...at_].sort((a, b) => a - b);
        fill(at("grown.db"), shuffled.slice(0, first));
        const bounds = [first, ...rest, shuffled.length];
        for (let i = 1; i < bounds.length; i++) {
          change(at("grown.db"), (store) => {
            for (const each of shuffled.slice(bounds[i - 1], bounds[i]))
              store.add(each, unreadable);
            store.add(undefined, unreadable);
          });
        }
        expect(graphText(readStore(at("grown.db")))).toBe(whole);
      }),
      { numRuns: 8 },
    );
  });

  test("forgets an article as if it had never been there", () => {
    fc.assert(
      fc.property(fc.constantFrom(...articles), ({ article }) => {
        const others = articles.filter((each) => each.article.id !== article.id);
        fill(at("shrunk.db"), articles);
        change(at("shrunk.db"), (store) => void store.remove(article.id));
        expect(graphText(readStore(at("shrunk.db")))).toBe(graphText(assemble(others, [])));
        expect(verifyStore(at("shrunk.db")).faults).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  test("forgets an outlet, and the notes on its pages", () => {
    const note: Note = { stage: "article", origin: "news/1.html", message: "no date" };
    const others = articles.filter(({ article }) => article.outlet !== "Sample Paper 1");
    fill(at("outlet.db"), articles, [...unreadable, note]);
    change(at("outlet.db"), (store) => {
      expect(store.remove("Sample Paper 1")).toBe(articles.length - others.length);
      expect(store.remove("Sample Paper 1")).toBe(0);
    });
    expect(graphText(readStore(at("outlet.db")))).toBe(graphText(assemble(others, unreadable)));
  });

  test("shows who reads it meanwhile the graph before, then the graph after", () => {
    fill(at("read.db"), articles.slice(0, 4));
    const query = openStore(at("read.db"));
    const before = query.events().total;
    const store = updateStore(at("read.db"));
    for (const analysis of articles) store.add(analysis, []);
    expect(store.isLinked()).toBe(false);
    expect(query.events().total).toBe(before);
    relink(store);
    expect(store.isLinked()).toBe(true);
    expect(query.events().total).toBeGreaterThan(before);
    query.close();
    store.close();
  });

  test("proves its quotes, and tells when one is not in its article", () => {
    const other = articles.map((analysis, i) => {
      const { article } = analysis;
      return i === 2
        ? { ...analysis, article: { ...article, text: `x${article.text}` } }
        : analysis;
    });
    fill(at("proved.db"), articles);
    expect(verifyStore(at("proved.db"))).toMatchObject({ faults: [], waiting: false });
    const store = updateStore(at("proved.db"));
    store.add(other[2]!, []);
    store.close();
    const { faults, waiting } = verifyStore(at("proved.db"));
    expect(waiting).toBe(true);
    expect(faults[0]).toMatch(/no such words/);
  });
});

describe("a writer that is killed", () => {
  const root = resolve(import.meta.dirname, "../..");
  const compiled = mkdtempSync(join(root, ".tools-killed-"));
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));
  const rounds = Number(process.env.KILLS ?? 6);

  test("leaves a store that opens, with all that was acknowledged, and goes on", async () => {
    const config = join(root, "tsconfig.build.json");
    execFileSync(process.execPath, [
      join(root, "node_modules/typescript/bin/tsc"),
      ...[
        "-p",
        config,
        "--outDir",
        compiled,
        "--declaration",
        "false",
        "--emitDeclarationOnly",
        "false",
      ],
    ]);
    const all = smallArticles(60);
    writeFileSync(at("all.json"), JSON.stringify(all));
    writeFileSync(join(compiled, "writer.js"), WRITER);
    const whole = graphText(assemble(all, []));
    for (let round = 0; round < rounds; round++) {
      fill(at("killed.db"), all.slice(0, 5));
      const acknowledged = await runAndKill((round * 37) % 230);
      openStore(at("killed.db")).close();
      const store = updateStore(at("killed.db"));
      const lost = acknowledged.filter((line) => {
        const [id, origin] = line.split(" ");
        return !store.has(id!, origin!);
      });
      expect([round, lost]).toEqual([round, []]);
      for (const analysis of all) store.add(analysis, []);
      relink(store);
      store.close();
      expect(graphText(readStore(at("killed.db"))) === whole).toBe(true);
      expect(verifyStore(at("killed.db")).faults).toEqual([]);
    }
  });

  /** Lines that the writer gave out before its end. */
  async function runAndKill(afterMs: number): Promise<string[]> {
    const child = spawn(process.execPath, [
      join(compiled, "writer.js"),
      ...[at("killed.db"), at("all.json")],
    ]);
    let out = "";
    let err = "";
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on("data", (chunk) => {
      out += chunk;
      timer ??= setTimeout(() => child.kill("SIGKILL"), afterMs);
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    await new Promise((done) => child.on("close", done));
    clearTimeout(timer);
    expect(err).toBe("");
    // The last line may be cut.
    return out.split("\n").slice(0, -1);
  }
});

/** Adds all articles, tells of each when it is safe, and links again and again until it is killed. */
const WRITER = `
import { readFileSync, writeSync } from "node:fs";
import { assemble, assembleParts } from "./build.js";
import { updateStore } from "./store/index.js";
const [path, list] = process.argv.slice(2);
const store = updateStore(path);
JSON.parse(readFileSync(list, "utf8")).forEach((analysis, i) => {
  store.add(analysis, []);
  writeSync(1, analysis.article.id + " " + analysis.article.origin + "\\n");
  if (i % 20 === 19) store.relink((analyses, notes) => assembleParts(analyses, notes));
});
for (let i = 0; i < 20; i++) store.relink((analyses, notes) => assembleParts(analyses, notes));
store.close();
`;
