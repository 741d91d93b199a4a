/** A store answers as the graph in memory does, and gives the graph back as it came. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { FormatError } from "../../src/formats/index.ts";
import { toGraph } from "../../src/graph/build.ts";
import { CALLS, runCall } from "../../src/graph/query/calls.ts";
import { createQuery, QueryError } from "../../src/graph/query/index.ts";
import type { NewsQuery } from "../../src/graph/query/types.ts";
import {
  openStore,
  readStore,
  StoreError,
  verifyStore,
  writeStore,
} from "../../src/store/index.ts";
import { ENDS_IN_A_ROW } from "../../src/store/write-edges.ts";
import { IN_A_ROW } from "../../src/store/write-evidence.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { answersTheNineCalls } from "../graph/query-suite.ts";
import { graphText, storeFolder } from "./store-folder.ts";

const at = storeFolder();

const small = toGraph(knowledge);
writeStore(small, at("small.db"));

describe("a store", () => {
  answersTheNineCalls(openStore(at("small.db")));

  test("gives the graph back byte by byte", () => {
    const again = readStore(at("small.db"));
    expect(JSON.parse(graphText(again))).toEqual(JSON.parse(graphText(small)));
    writeStore(again, at("again.db"));
    expect(graphText(readStore(at("again.db")))).toBe(graphText(again));
  });

  test("answers as a graph of thousands of edges in memory does", () => {
    const graph = toGraph(syntheticKnowledge({ entities: 200, events: 800 }));
    writeStore(graph, at("large.db"));
    const memory = createQuery(graph);
    const store = openStore(at("large.db"));
    const questions: readonly [string, readonly string[], Readonly<Record<string, string>>][] = [
      ["find", ["ba"], {}],
      ["find", ["badoka"], { limit: "50" }],
      ["get", ["country:RUS"], {}],
      ["get", ["event:00000007"], {}],
      ["neighbors", ["country:RUS"], { depth: "2", limit: "200" }],
      ["neighbors", ["country:CHN"], { order: "distinctive", depth: "3", since: "2022-06-01" }],
      ["neighbors", ["country:USA"], { acts: "AID,CONSULT", minStories: "2" }],
      ["paths", ["country:RUS", "country:JPN"], { limit: "5" }],
      ["events", [], { acts: "ASSAULT", since: "2022-03-01", until: "2022-06-30", limit: "500" }],
      ["events", [], { country: "FRA", offset: "5", limit: "20" }],
      ["events", [], { actors: "country:RUS", status: "planned,claimed" }],
      ["timeline", ["country:UKR"], { until: "2023-01-01" }],
      ["evidence", ["country:UKR"], { limit: "20", offset: "10" }],
      ["evidence", ["country:RUS"], { since: "2022-03-01", until: "2022-09-30", limit: "40" }],
      ["subgraph", ["country:RUS", "country:CHN", "event:00000007"], {}],
      ["subgraph", [], { kinds: "person,event", acts: "AID", countries: "RUS", limit: "80" }],
      ...["stories", "degree", "pagerank", "betweenness", "newcomers"].map(
        (by) => ["top", [], { by, limit: "100" }] as [string, string[], Record<string, string>],
      ),
      ["top", [], { since: "2022-02-01", until: "2022-02-20", kinds: "event" }],
    ];
    expect(new Set(questions.map(([name]) => name)).size).toBe(CALLS.length);
    for (const [name, positional, given] of questions) {
      const values = new Map(Object.entries(given));
      expect([name, given, runCall(store, name, positional, values)]).toEqual([
        name,
        given,
        runCall(memory, name, positional, values),
      ]);
    }
    store.close();
  });

  test("answers about a node whose edges and sentences fill several rows", () => {
    const graph = toGraph(syntheticKnowledge({ entities: 14, events: 3000 }), { layout: false });
    const [hub] = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a));
    expect(graph.degree(hub)).toBeGreaterThan(ENDS_IN_A_ROW);
    writeStore(graph, at("crowded.db"));
    expect(verifyStore(at("crowded.db")).faults).toEqual([]);
    const memory = createQuery(graph);
    const store = openStore(at("crowded.db"));
    for (const ask of [
      (query: NewsQuery) => query.neighbors(hub!, { limit: 100 }),
      (query: NewsQuery) => query.neighbors(hub!, { depth: 2, kinds: ["person"] }),
      (query: NewsQuery) => query.get(hub!),
      (query: NewsQuery) => query.evidence(hub!, { offset: 130, limit: 100 }),
      (query: NewsQuery) => query.timeline(hub!, { limit: 3000 }),
    ]) {
      expect(ask(store)).toEqual(ask(memory));
    }
    const edge = graph.edges(hub).at(-1)!;
    expect(store.evidence(edge)).toEqual(memory.evidence(edge));
    store.close();
    const database = new Database(at("crowded.db"));
    const told = database
      .prepare("SELECT count(*) AS told FROM node_evidence WHERE node = ?")
      .get(hub);
    expect(told).toMatchObject({ told: graph.getNodeAttribute(hub, "evidence").length });
    database.close();
  });

  test("orders the sentences of a crowded node by their own days where those of their articles are not known", () => {
    const graph = toGraph(syntheticKnowledge({ entities: 14, events: 600 }), { layout: false });
    const [hub] = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a));
    graph.updateAttribute("articles", (articles = []) =>
      articles.map(({ published, ...article }, i) =>
        i % 3 === 0 || published === undefined ? article : { ...article, published },
      ),
    );
    writeStore(graph, at("own-days.db"));
    const memory = createQuery(graph);
    const store = openStore(at("own-days.db"));
    expect(memory.get(hub!)!.sentences).toBeGreaterThan(IN_A_ROW);
    expect(store.get(hub!)).toEqual(memory.get(hub!));
    expect(store.evidence(hub!, { offset: 7, limit: 60 })).toEqual(
      memory.evidence(hub!, { offset: 7, limit: 60 }),
    );
    store.close();
  });

  test("finds an edge by its id though nothing was asked before", () => {
    const graph = toGraph(syntheticKnowledge({ entities: 30, events: 60 }), { layout: false });
    for (const [name, given] of [
      ["small.db", small],
      ["edges.db", graph],
    ] as const) {
      if (given === graph) writeStore(graph, at(name));
      const memory = createQuery(given);
      for (const edge of given.edges().filter((_, i) => i % 7 === 0)) {
        const store = openStore(at(name));
        expect(store.evidence(edge)).toEqual(memory.evidence(edge));
        expect(() => store.evidence(`${edge}x`)).toThrow(QueryError);
        store.close();
      }
    }
  });

  test("sees what another program writes meanwhile", () => {
    writeStore(small, at("changing.db"));
    const store = openStore(at("changing.db"));
    const before = store.get("person:xi-jinping")?.name;
    writeStore(small, at("changing.db"));
    expect(store.get("person:xi-jinping")?.name).toBe(before);
    store.close();
  });
});

test("a store stays one when its user puts a view and an index of his own into it", () => {
  writeStore(small, at("own-view.db"));
  const database = new Database(at("own-view.db"));
  database.exec(
    "CREATE VIEW mine AS SELECT id FROM nodes; CREATE INDEX by_name ON node_rows (name)",
  );
  database.close();
  expect(readStore(at("own-view.db")).order).toBe(small.order);
});

describe("what is no store is turned down in one sentence", () => {
  const whole = readFileSync(at("small.db"));
  const foreign = Buffer.from(whole);
  foreign.writeUInt32BE(7, 68);
  const newer = Buffer.from(whole);
  newer.writeUInt32BE(99, 60);
  test.each([
    ["a text", Buffer.from("news"), /is not a store/],
    ["nothing", Buffer.alloc(0), /is not a store/],
    ["the file of another program", foreign, /SQLite file of another program/],
    ["another version", newer, /store version 99, this program uses version 10/],
    ["half a file", whole.subarray(0, whole.length / 2), /is cut off/],
  ])("%s", (_, bytes, message) => {
    writeFileSync(at("bad.db"), bytes);
    expect(() => openStore(at("bad.db"))).toThrow(StoreError);
    expect(() => openStore(at("bad.db"))).toThrow(message);
    expect(readFileSync(at("bad.db")).equals(bytes)).toBe(true);
  });

  test.each([
    ["quotes that are missing", "DELETE FROM quote_rows WHERE number % 2 = 0"],
    ["lists of evidence that are no lists", "UPDATE node_proofs SET quotes = '{}'"],
    ["edges that lead nowhere", "UPDATE edge_rows SET target = target + 99999"],
    ["evidence of nobody", "UPDATE node_proofs SET owner = owner + 1000"],
  ])("a file that SQLite finds whole, with %s", (_, damage) => {
    writeFileSync(at("damaged.db"), whole);
    const database = new Database(at("damaged.db"));
    database.exec(damage);
    database.close();
    const [a = "", b = ""] = small.nodes();
    const store = openStore(at("damaged.db"));
    const said: string[] = [];
    const attempts = [
      () => readStore(at("damaged.db")),
      ...CALLS.map(({ name, positional }) => () => {
        runCall(
          store,
          name,
          positional.map((__, index) => (index === 0 ? a : b)),
          new Map(),
        );
      }),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch (error) {
        expect([StoreError, QueryError, FormatError].some((kind) => error instanceof kind)).toBe(
          true,
        );
        said.push((error as Error).message);
      }
    }
    store.close();
    expect(said.join("\n")).toMatch(/does not hold together: build it again/);
  });

  test("a path without a file", () => {
    expect(() => openStore(at("none.db"))).toThrow(/there is no file/);
    expect(readdirSync(at("."))).not.toContain("none.db");
  });

  test("a folder that does not exist", () => {
    expect(() => writeStore(small, at("none/x.db"))).toThrow(/its folder does not exist/);
  });
});
