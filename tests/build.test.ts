/** The line from end to end, on the sample: what must hold for whatever is read. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyses, articles, build } from "../src/build.ts";
import { json } from "../src/formats/json.ts";
import type { NewsGraph } from "../src/graph/attributes.ts";
import type { Evidence, Note } from "../src/model.ts";
import { MissingPathError } from "../src/sources/index.ts";

const sample = join(import.meta.dirname, "../data/sample");
const outlets = readdirSync(sample, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(sample, entry.name))
  .slice(0, 4);

let graph: NewsGraph;
const texts = new Map<string, string>();

beforeAll(async () => {
  graph = await build(outlets);
  for await (const { id, text } of articles(outlets)) texts.set(id, text);
});

describe("a graph of the sample", () => {
  test("holds articles, people, countries and events", () => {
    const { counts } = graph.getAttributes();
    for (const part of ["articles", "person", "country", "events"]) {
      expect(counts[part], part).toBeGreaterThan(0);
    }
  });

  test("every quote stands in its article, word for word", () => {
    const wrong: Evidence[] = [];
    const check = (evidence: readonly Evidence[]) => {
      for (const item of evidence) {
        if (texts.get(item.article)?.slice(item.start, item.end) !== item.quote) wrong.push(item);
      }
    };
    graph.forEachNode((_, { evidence }) => check(evidence));
    graph.forEachEdge((_, { evidence }) => check(evidence));
    expect(wrong).toEqual([]);
  });

  test("every node and edge has evidence, a weight and a rule", () => {
    const isBare = (evidence: readonly Evidence[]) =>
      evidence.length === 0 || evidence.some(({ rule }) => rule === "");
    expect(
      graph.filterNodes((_, { evidence, stories }) => isBare(evidence) || stories < 1),
    ).toEqual([]);
    expect(graph.filterEdges((_, { evidence, weight }) => isBare(evidence) || weight < 1)).toEqual(
      [],
    );
  });

  test("nothing was lost on the way from what is known to the graph", () => {
    const notes = graph.getAttribute("notes").filter(({ stage }) => stage === "graph");
    expect(notes).toEqual([]);
  });

  test("another order of the inputs, some of them twice, gives the same nodes and edges", async () => {
    const again = await build([...outlets].reverse());
    expect([...json.write(again)].join("")).toBe([...json.write(graph)].join(""));
  });
});

test("the spans of an analysis lie in its text, and its indexes in its lists", async () => {
  for await (const analysis of analyses(outlets.slice(0, 1), { tokens: true })) {
    const { article, sentences, tokens, mentions, chains, times, events, statements, roles } =
      analysis;
    const spans = [
      ...sentences,
      ...tokens!,
      ...mentions,
      ...times,
      ...events,
      ...statements,
      ...roles,
    ];
    expect(
      spans.every(({ start, end }) => 0 <= start && start < end && end <= article.text.length),
    ).toBe(true);
    expect(mentions.every(({ text, start, end }) => article.text.slice(start, end) === text)).toBe(
      true,
    );
    expect(
      mentions.every(({ entity, sentence }) => entity in chains && sentence in sentences),
    ).toBe(true);
    expect(
      events.every(
        ({ roles: fillers, sentence }) =>
          sentence in sentences && fillers.every(({ mention }) => mention in mentions),
      ),
    ).toBe(true);
    expect(
      statements.every(
        ({ speaker, about }) => speaker in mentions && about.every((event) => event in events),
      ),
    ).toBe(true);
    expect(roles.every(({ person, of }) => person in mentions && of in mentions)).toBe(true);
  }
});

describe("bad input", () => {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-build-"));
  const good = {
    title: "Leaders meet in Moscow",
    text: "Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Tuesday. The two leaders spoke for more than four hours and had dinner together, officials said. It was their first meeting of the year.",
    date: "2023-03-21",
  };

  beforeAll(() => {
    const write = (name: string, content: string | Buffer) =>
      writeFileSync(join(folder, name), content);
    write("empty.txt", "");
    write("binary.dat", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
    write(
      "page.html",
      "<!doctype html><html><head><title>Log in</title></head><body><form><input></form></body></html>",
    );
    write(
      "broken.txt.gz",
      gzipSync("Some words that will never be read to their end. ".repeat(500)).subarray(0, 60),
    );
    write(
      "lines.jsonl",
      `${JSON.stringify(good)}\n{"title": "cut off\n${JSON.stringify({ ...good, title: "Once more", text: `${good.text} Nothing else was said.` })}\n`,
    );
    mkdirSync(join(folder, "loop"));
    symlinkSync(folder, join(folder, "loop", "again"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("each bad piece is a note, and the rest is built", async () => {
    const seen: Note[] = [];
    const built = await build([folder], { onNote: (note) => seen.push(note) });
    expect(built.getAttribute("counts").articles).toBe(2);
    for (const name of ["empty.txt", "binary.dat", "page.html", "broken.txt.gz", "lines.jsonl"]) {
      expect(
        seen.some(({ origin, message }) => origin.includes(name) && message !== ""),
        name,
      ).toBe(true);
    }
  });

  test("the same article twice counts once, with a note", async () => {
    const twin = join(folder, "twin.json");
    writeFileSync(twin, JSON.stringify(good));
    const built = await build([join(folder, "lines.jsonl"), twin]);
    expect(built.getAttribute("counts").articles).toBe(2);
    expect(built.getAttribute("notes").map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/same article as .*: counted once/),
    );
    rmSync(twin);
  });

  test("a path that is not there is told before anything is read", async () => {
    await expect(build([join(folder, "missing")])).rejects.toThrow(MissingPathError);
  });

  test("no article at all gives an empty graph", async () => {
    const built = await build([join(folder, "empty.txt")]);
    expect([built.order, built.getAttribute("counts").articles]).toEqual([0, 0]);
  });

  test("what is not English is left out with a note", async () => {
    const stdin = (async function* () {
      yield Buffer.from(
        JSON.stringify({
          title: "Treffen in Moskau",
          text: "Der chinesische Präsident Xi Jinping hat sich am Dienstag in Moskau mit dem russischen Präsidenten Wladimir Putin getroffen. Die beiden sprachen mehr als vier Stunden lang miteinander und aßen danach zusammen zu Abend.",
        }),
      );
    })();
    const built = await build(["-"], { stdin });
    expect(built.getAttribute("counts").articles).toBe(0);
    expect(built.getAttribute("notes")[0]!.message).toMatch(/German|"de"|\(de\)/);
  });
});
