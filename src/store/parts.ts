/** What a store is filled from, of a graph in memory. */
import type { NewsGraph } from "../graph/attributes.ts";
import { compareText } from "../graph/order.ts";
import type { GraphParts } from "../graph/parts.ts";

export function toParts(graph: NewsGraph): GraphParts {
  const ids = graph.nodes().sort(compareText);
  return {
    ids,
    edges: graph.size,
    attributes: graph.getAttributes(),
    tell(visitor) {
      const indexOf = new Map(ids.map((id, i) => [id, i]));
      ids.forEach((id, i) => {
        visitor.node(i, graph.getNodeAttributes(id));
      });
      graph.forEachEdge((id, attributes, source, target) => {
        visitor.edge(id, attributes, indexOf.get(source)!, indexOf.get(target)!);
      });
    },
  };
}
