/** What a store is filled from, of a graph in memory. */
import type { NewsGraph } from "../graph/attributes.ts";
import { compareText } from "../graph/order.ts";
import type { GraphParts } from "../graph/parts.ts";

export function toParts(graph: NewsGraph): GraphParts {
  const ids = graph.nodes().sort(compareText);
  return {
    nodes: graph.order,
    edges: graph.size,
    attributes: graph.getAttributes(),
    forEachNode(visit) {
      for (const id of ids) visit(id, graph.getNodeAttributes(id));
    },
    forEachEdge: (visit) => graph.forEachEdge(visit),
    node: (id) => graph.getNodeAttributes(id),
  };
}
