/** What a store is filled from: a graph in memory, or anything that can name its parts one after the other. */
import type {
  EdgeAttributes,
  GraphAttributes,
  NewsGraph,
  NodeAttributes,
} from "../graph/attributes.ts";
import { compareText } from "../graph/order.ts";

export interface GraphParts {
  readonly nodes: number;
  readonly edges: number;
  /** With articles and notes. */
  readonly attributes: GraphAttributes;
  /** In the order of the ids, each once. */
  forEachNode(visit: (id: string, attributes: NodeAttributes) => void): void;
  forEachEdge(
    visit: (id: string, attributes: EdgeAttributes, source: string, target: string) => void,
  ): void;
  node(id: string): Pick<NodeAttributes, "first" | "last" | "evidence">;
}

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
