import { expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { connectedComponents } from "../../src/graph/components.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);
const positions = (of: NewsGraph) => of.mapNodes((_, { x, y }) => [x, y]);

test("every node has a place of its own", () => {
  const places = positions(graph);
  expect(places.flat().every((value) => Number.isFinite(value))).toBe(true);
  expect(new Set(places.map(String)).size).toBe(graph.order);
});

test("the same graph is laid out the same, another seed lays it out otherwise", () => {
  const large = syntheticKnowledge({ entities: 100, events: 100, seed: 5 });
  const [first, again, other] = [{}, {}, { seed: 1 }].map((options) =>
    positions(toGraph(large, options)),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test("without a layout there are no positions", () => {
  expect(toGraph(knowledge, { layout: false }).someNode((_, { x }) => x !== undefined)).toBe(false);
});

test("parts that are not connected do not overlap", () => {
  const boxes = connectedComponents(graph).map((keys) => {
    const xs = keys.map((key) => graph.getNodeAttribute(key, "x")!);
    const ys = keys.map((key) => graph.getNodeAttribute(key, "y")!);
    return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
  });
  expect(boxes.length).toBeGreaterThan(3);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const isApart = a[1] < b[0] || b[1] < a[0] || a[3] < b[2] || b[3] < a[2];
      expect(isApart).toBe(true);
    }
  }
});

test("nodes without an edge are parked below the rest", () => {
  const isolated = graph.filterNodes((key) => graph.degree(key) === 0);
  expect(isolated).toContain("person:li-shangfu");
  const lowest = Math.min(
    ...graph
      .filterNodes((key) => graph.degree(key) > 0)
      .map((key) => graph.getNodeAttribute(key, "y")!),
  );
  for (const key of isolated) expect(graph.getNodeAttribute(key, "y")).toBeLessThan(lowest);
});

test("neighbors stand closer than strangers", () => {
  const large = toGraph(syntheticKnowledge({ entities: 200, events: 200, seed: 5 }));
  const distance = (a: string, b: string): number => {
    const [p, q] = [large.getNodeAttributes(a), large.getNodeAttributes(b)];
    return Math.hypot(p.x! - q.x!, p.y! - q.y!);
  };
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const near = mean(large.mapEdges((_, __, source, target) => distance(source, target)));
  const nodes = large.nodes();
  const far = mean(nodes.map((key, i) => distance(key, nodes[(i * 37 + 11) % nodes.length]!)));
  expect(near).toBeLessThan(far / 2);
});
