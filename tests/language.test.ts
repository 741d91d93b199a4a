/** The engine alone, as a bundler for browsers makes it, in a world without Node. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "vite";
import { expect, test } from "vitest";
import { createAnalyzer } from "../src/analysis/analyze.ts";
import { analyze, articleOf } from "../src/language-node.ts";
import { MODEL_FILES, TABLE_FILES } from "../src/lexicon/language-files.ts";
import { dataFolder, nodeData } from "../src/lexicon/node-data.ts";

const TEXT =
  "Russian President Vladimir Putin met Xi Jinping in Moscow.\n\nThey spoke for an hour.";

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: {
        entry: resolve(import.meta.dirname, "../src/language.ts"),
        formats: ["iife"],
        name: "language",
      },
    },
  });
  const [{ output: chunks }] = output as unknown as [{ output: { code?: string }[] }];
  return chunks.map(({ code }) => code ?? "").join("\n");
}

test("analyze reads a text without being given anything else", () => {
  const { sentences, chains, events } = analyze(TEXT);
  expect(sentences).toHaveLength(2);
  expect(chains.map(({ name }) => name)).toEqual(expect.arrayContaining(["Xi Jinping", "Russia"]));
  expect(events.map(({ act }) => act)).toContain("CONSULT");
});

test("a bare text becomes an article with a block for each paragraph", () => {
  const text = "One.\nStill one.\n \n  Two.\n";
  const { blocks, published } = articleOf(text, { published: "2023-03-22" });
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
    "One.\nStill one.",
    "Two.",
  ]);
  expect(published).toBe("2023-03-22");
  expect(articleOf("").blocks).toEqual([]);
});

test("the files to fetch are those that the engine asks for", () => {
  const data = nodeData();
  const asked = new Set<string>();
  const note = (name: string): string => {
    asked.add(name);
    return name;
  };
  createAnalyzer({
    text: (name) => data.text(note(name)),
    bytes: (name) => data.bytes(note(name)),
  });
  expect([...asked].sort()).toEqual([...TABLE_FILES, ...MODEL_FILES].sort());
});

test("a bundle for browsers reads articles without Node", async () => {
  const code = await bundle();
  expect(code).not.toMatch(/node:|__vite-browser-external|\brequire\(/);
  const fetched = async (address: string) => {
    const name = address.replace("https://example.org/data/", "");
    return new Response(new Uint8Array(readFileSync(join(dataFolder(), name))));
  };
  const world = createContext({ fetch: fetched, TextDecoder, TextEncoder, URL, atob, text: TEXT });
  runInContext(`${code};globalThis.language = language`, world);
  expect(() => runInContext("language.analyze(text)", world)).toThrow(/loadAnalyzer/);
  await runInContext('language.loadAnalyzer("https://example.org/data")', world);
  const found = JSON.parse(runInContext("JSON.stringify(language.analyze(text))", world));
  expect(found).toEqual(JSON.parse(JSON.stringify(analyze(TEXT))));
});
