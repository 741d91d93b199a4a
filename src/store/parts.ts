/** What a store is filled from, of a graph in memory. */
import type { NewsGraph } from "../graph/attributes.ts";
import { compareText } from "../graph/order.ts";
import type { GraphParts } from "../graph/parts.ts";
import { sortedTexts } from "../text/sorted-texts.ts";

export function toParts(graph: NewsGraph): GraphParts {
  const nodes = graph.nodes().sort(compareText);
  return {
    ids: sortedTexts(nodes),
    edges: graph.size,
    attributes: graph.getAttributes(),
    tell(visitor) {
      const indexOf = new Map(nodes.map((id, i) => [id, i]));
      nodes.forEach((id, i) => {
        visitor.node(i, graph.getNodeAttributes(id));
      });
      graph.forEachEdge((id, attributes, source, target) => {
        visitor.edge(attributes, indexOf.get(source)!, indexOf.get(target)!, id);
      });
    },
  };
}
