/** The nine calls on a graph in memory. */
import { describe, expect, test } from "vitest";
import { toGraph } from "../../src/graph/build.ts";
import { createQuery, cutGraph } from "../../src/graph/query/index.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { answersTheNineCalls } from "./query-suite.ts";

describe("a graph in memory", () => answersTheNineCalls(createQuery(toGraph(knowledge))));

describe("a name that several nodes bear", () => {
  const named = (stories: readonly [number, number]) => {
    const graph = toGraph(knowledge);
    const [a, b] = ["person:xi-jinping", "person:sauli-niinisto"];
    [a, b].forEach((id, i) => {
      graph.mergeNodeAttributes(id, { name: "John Smith", stories: stories[i]! });
    });
    return createQuery(graph);
  };

  test("leads to the one of whom far more is told", () => {
    expect(named([9, 3]).get("John Smith")?.id).toBe("person:xi-jinping");
    expect(named([3, 9]).get("John Smith")?.id).toBe("person:sauli-niinisto");
  });

  test("is turned down with their ids where no one stands out", () => {
    expect(() => named([8, 3]).get("John Smith")).toThrow(
      /"John Smith" names 2 nodes: use an id: .*person:xi-jinping/,
    );
  });
});

test("a graph cut out holds the given nodes, what is between them, and the whole stays as it was", () => {
  const graph = toGraph(knowledge);
  const before = graph.order;
  const cut = cutGraph(graph, ["person:vladimir-putin", "event:call", "country:RUS", "none"]);
  expect(cut.nodes().sort()).toEqual(["country:RUS", "event:call", "person:vladimir-putin"]);
  expect(cut.size).toBeGreaterThan(0);
  expect(cut.edges().every((edge) => graph.hasEdge(edge))).toBe(true);
  expect(graph.order).toBe(before);
});
