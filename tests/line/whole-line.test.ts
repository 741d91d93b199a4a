/** What must hold for every article, measured on the whole sample: spans, quotes, evidence, order, golden analyses. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { analyses, build } from "../../src/build.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import type { Analysis } from "../../src/model.ts";
import { describeAnalysis } from "./describe-analysis.ts";
import { parse, serialize } from "./formats.ts";

const project = join(import.meta.dirname, "..", "..");
const sample = join(project, "data", "sample");
const seeds = join(project, "..", "shared", "seeds");
const inputs = existsSync(seeds) ? [sample, seeds] : [sample];
if (inputs.length === 1) console.log("the seed articles are not here: only the sample is read");

const read: Analysis[] = [];
let graph: NewsGraph;

beforeAll(async () => {
  for await (const analysis of analyses(inputs, { tokens: true })) read.push(analysis);
  graph = await build(inputs);
});

describe("an analysis", () => {
  it("keeps every span inside the text, and every text equal to its span", () => {
    for (const { article, sentences, tokens, mentions, times, events, statements, roles } of read) {
      const all = [
        article.blocks,
        sentences,
        tokens!,
        mentions,
        times,
        events,
        statements,
        roles,
      ].flat();
      for (const { start, end } of all) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(article.text.length);
      }
      for (const { start, end, text } of [...mentions, ...times]) {
        expect(article.text.slice(start, end)).toBe(text);
      }
    }
  });

  it("keeps every finding inside its sentence and every sentence inside its block", () => {
    for (const { article, sentences, mentions, times, events } of read) {
      for (const { start, end, block } of sentences) {
        const home = article.blocks.find((b) => b.start <= start && end <= b.end);
        expect(home?.kind).toBe(block);
      }
      for (const { start, end, sentence } of [...mentions, ...times, ...events]) {
        expect(sentences[sentence]!.start).toBeLessThanOrEqual(start);
        expect(sentences[sentence]!.end).toBeGreaterThanOrEqual(end);
      }
    }
  });

  it("refers only to what is there, and names the rule of every finding", () => {
    for (const { mentions, chains, times, events, statements, roles } of read) {
      chains.forEach(({ id, members = [] }, i) => {
        expect(id).toBe(i);
        for (const member of members) expect(chains[member]).toBeDefined();
      });
      for (const { entity } of mentions) expect(chains[entity]).toBeDefined();
      for (const event of events) {
        for (const { mention } of event.roles) expect(mentions[mention]).toBeDefined();
        if (event.time !== undefined) expect(times[event.time]).toBeDefined();
        if (event.place !== undefined) expect(mentions[event.place]).toBeDefined();
      }
      for (const { speaker, about } of statements) {
        expect(mentions[speaker]).toBeDefined();
        for (const event of about) expect(events[event]).toBeDefined();
      }
      for (const { person, of } of roles) {
        expect(mentions[person]).toBeDefined();
        expect(mentions[of]).toBeDefined();
      }
      for (const { rule } of [...mentions, ...times, ...events, ...statements, ...roles]) {
        expect(rule).not.toBe("");
      }
    }
  });

  it("parses every sentence into one tree", () => {
    for (const { sentences, tokens } of read) {
      for (const { firstToken, lastToken } of sentences) {
        const roots = tokens!.slice(firstToken, lastToken).filter(({ head }) => head === -1);
        expect(roots).toHaveLength(1);
        for (let i = firstToken; i < lastToken; i++) {
          let at = i;
          for (let steps = 0; tokens![at]!.head >= 0; steps++) {
            at = tokens![at]!.head;
            expect(at).toBeGreaterThanOrEqual(firstToken);
            expect(at).toBeLessThan(lastToken);
            expect(steps).toBeLessThan(lastToken - firstToken);
          }
        }
      }
    }
  });

  it.each([
    "wire/2023-03-21-xi-putin-kremlin.txt",
    "tribune/blinken-trip-postponed.html",
    "harbour/002_balloon-shot-down.txt",
  ])("of %s is as it was checked by eye", async (file) => {
    const analysis = read.find(({ article }) => article.origin.endsWith(file))!;
    await expect(describeAnalysis(analysis)).toMatchFileSnapshot(
      join(project, "tests", "golden", `${file.replace(/\W+/g, "-")}.txt`),
    );
  });
});

describe("the graph", () => {
  it("has evidence on every node and edge, and every quote stands in its article", () => {
    const texts = new Map(read.map(({ article }) => [article.id, article.text]));
    const all = [
      ...graph.mapNodes((_, { evidence }) => evidence),
      ...graph.mapEdges((_, { evidence }) => evidence),
    ];
    expect(all.length).toBeGreaterThan(100);
    for (const evidence of all) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { article, start, end, quote, copies = [] } of evidence) {
        expect(texts.get(article)!.slice(start, end)).toBe(quote);
        for (const copy of copies) expect(texts.has(copy)).toBe(true);
      }
    }
  });

  it("weighs every edge by the independent stories of its evidence", () => {
    const groupOf = new Map(graph.getAttribute("articles").map((a) => [a.id, a.reprintGroup]));
    graph.forEachEdge((_, { weight, evidence }) => {
      expect(weight).toBe(new Set(evidence.map(({ article }) => groupOf.get(article))).size);
    });
  });

  it("is the same to the byte in whatever order the articles come", async () => {
    const expected = serialize(graph);
    const files = inputs.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name)),
    );
    const shuffled = files.sort((a, b) => (a < b ? 1 : -1));
    expect(serialize(await build(shuffled))).toBe(expected);
  });

  it.each(["json", "gexf", "graphml"])("reads back what was written as %s", (format) => {
    const again = parse(serialize(graph, format), format);
    expect(again.order).toBe(graph.order);
    expect(again.size).toBe(graph.size);
    expect(serialize(again, format)).toBe(serialize(graph, format));
  });
});
