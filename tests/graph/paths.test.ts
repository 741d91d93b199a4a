/** The best chain against all chains, on small graphs where all can be walked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { createQuery } from "../../src/graph/query/index.ts";

function cheapestOfAll(
  graph: NewsGraph,
  from: string,
  to: string,
  maxLength: number,
): number | undefined {
  let best: number | undefined;
  const walk = (node: string, cost: number, way: readonly string[]): void => {
    if (node === to) {
      if (best === undefined || cost < best) best = cost;
      return;
    }
    if (way.length > maxLength) return;
    graph.forEachEdge(node, (_, { kind, weight }, source, target) => {
      const next = source === node ? target : source;
      if (kind === "together" || way.includes(next)) return;
      const crowd = next === to ? 0 : 0.5 * Math.log10(graph.degree(next));
      walk(next, cost + 1 / (1 + Math.log(weight)) + crowd, [...way, next]);
    });
  };
  walk(from, 0, [from]);
  return best;
}

test("the first path is the cheapest there is, for any limit on its length", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(),
      fc.nat(),
      (seed, maxLength, a, b) => {
        const graph = toGraph(syntheticKnowledge({ entities: 20, events: 14, seed }), {
          layout: false,
        });
        const nodes = graph.nodes();
        const [from, to] = [nodes[a % nodes.length]!, nodes[b % nodes.length]!];
        if (from === to) return;
        const [best] = createQuery(graph).paths(from, to, { maxLength });
        const expected = cheapestOfAll(graph, from, to, maxLength);
        if (expected === undefined) expect(best).toBeUndefined();
        else expect(best!.cost).toBeCloseTo(expected, 2);
      },
    ),
    { numRuns: 300 },
  );
});
