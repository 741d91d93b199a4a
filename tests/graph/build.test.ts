import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { json } from "../../src/formats/json.ts";
import { toGraph } from "../../src/graph/build.ts";
import { VERSION } from "../../src/graph/version.ts";
import type { Evidence, Knowledge } from "../../src/model.ts";
import { knowledge, texts } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);
const bytes = (of: Knowledge): string => [...json.write(toGraph(of))].join("");

test("every entity and event is a node, every role and relation an edge", () => {
  expect(graph.order).toBe(knowledge.entities.length + knowledge.events.length);
  expect(graph.getNodeAttribute("person:xi-jinping", "kind")).toBe("person");
  expect(graph.edges("person:xi-jinping", "event:call")).toEqual([
    "person:xi-jinping|participant|event:call",
  ]);
  expect(graph.edges("event:talks", "place:moscow")).toEqual(["event:talks|at|place:moscow"]);
  expect(graph.edges("person:vladimir-putin", "country:RUS")).toHaveLength(1);
});

test("reprints of a story count once, with the days of the first and the last article", () => {
  expect(graph.getNodeAttributes("event:call")).toMatchObject({
    stories: 2,
    first: "2022-12-29",
    last: "2022-12-30",
    told: { a1: "planned", a2: "actual", a3: "actual" },
  });
});

test("every node and edge quotes a sentence of its article", () => {
  const check = ({ article, start, end, quote }: Evidence): boolean =>
    texts.get(article)!.slice(start, end) === quote;
  expect(graph.everyNode((_, { evidence }) => evidence.length > 0 && evidence.every(check))).toBe(
    true,
  );
  expect(graph.everyEdge((_, { evidence }) => evidence.length > 0 && evidence.every(check))).toBe(
    true,
  );
});

test("nodes and edges stand sorted", () => {
  expect(graph.nodes()).toEqual([...graph.nodes()].sort());
  expect(graph.edges()).toEqual([...graph.edges()].sort());
});

test("no attribute has a name that belongs to the renderer", () => {
  const renderer = ["type", "label", "hidden", "zIndex", "highlighted", "forceLabel"];
  const used = (attributes: object) => renderer.filter((name) => name in attributes);
  expect(graph.filterNodes((_, attributes) => used(attributes).length > 0)).toEqual([]);
  expect(graph.filterEdges((_, attributes) => used(attributes).length > 0)).toEqual([]);
});

test("the header counts what is there", () => {
  expect(graph.getAttribute("counts")).toMatchObject({
    articles: 8,
    stories: 7,
    entities: 23,
    events: 11,
    edges: graph.size,
    notes: 1,
  });
  expect(graph.getAttribute("generator")).toBe(`dramatis ${VERSION}`);
});

test("the version is that of the package", () => {
  const path = join(import.meta.dirname, "../../package.json");
  expect(VERSION).toBe(JSON.parse(readFileSync(path, "utf8")).version);
});

test("what has no sentence behind it is left out, with a note", () => {
  const built = toGraph({
    ...knowledge,
    entities: [
      ...knowledge.entities,
      { id: "person:nobody", kind: "person", name: "Nobody", aliases: [], evidence: [] },
    ],
    relations: [
      ...knowledge.relations,
      {
        from: "person:nobody",
        to: "country:RUS",
        kind: "represents",
        evidence: knowledge.relations[0]!.evidence,
      },
      { from: "person:xi-jinping", to: "country:CHN", kind: "together", evidence: [] },
    ],
  });
  expect(built.hasNode("person:nobody")).toBe(false);
  const notes = built.getAttribute("notes").filter(({ stage }) => stage === "graph");
  expect(notes.map(({ origin }) => origin)).toEqual([
    "person:nobody",
    "person:nobody|represents|country:RUS",
    "person:xi-jinping|together|country:CHN",
  ]);
});

test("the same pair may hold several offices: one edge each", () => {
  const [first] = knowledge.relations;
  const built = toGraph({
    ...knowledge,
    relations: [
      { ...first!, title: "president" },
      { ...first!, title: "prime minister", former: true },
      { ...first!, title: "president" },
    ],
  });
  const edges = built.filterEdges((_, { kind }) => kind === "represents");
  expect(edges.map((edge) => built.getEdgeAttribute(edge, "title"))).toEqual([
    "president",
    "prime minister",
  ]);
});

test("any order of what is known gives the same bytes", () => {
  const small = syntheticKnowledge({ entities: 30, events: 20, seed: 3 });
  const expected = bytes(small);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...small.entities], { minLength: small.entities.length }),
      fc.shuffledSubarray([...small.events], { minLength: small.events.length }),
      fc.shuffledSubarray([...small.relations], { minLength: small.relations.length }),
      (entities, events, relations) => {
        expect(bytes({ ...small, entities, events, relations })).toBe(expected);
      },
    ),
    { numRuns: 10 },
  );
});

test("an empty pile gives an empty graph", () => {
  const empty = toGraph({ articles: [], entities: [], events: [], relations: [], notes: [] });
  expect([empty.order, empty.size]).toEqual([0, 0]);
  expect(empty.getAttribute("counts").articles).toBe(0);
});
