/**
 * The graph piece by piece: the nodes and edges that `toGraph` makes, one after the other and none kept, for a store of a pile whose graph
 * would not fit into memory. Without positions: those hang on the whole graph and are drawn when it is read.
 */
import type { Evidence, KnowledgeParts, LinkedPile } from "../model.ts";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "./attributes.ts";
import { countKinds, describe, edgeAttributes, entityNode, eventNode } from "./build.ts";
import { type Edge, relationEdge, roleEdge } from "./edges.ts";
import { compareText } from "./order.ts";
import { createScale } from "./weigh.ts";

/** A graph of which the parts can be named one after the other, whether it is in memory or not. */
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
  node(id: string): NodeWeight;
  /** Of a graph of articles: what is kept to link them again. */
  readonly linked?: LinkedPile;
}

type NodeWeight = Pick<NodeAttributes, "first" | "last" | "evidence">;

export function toGraphParts(knowledge: KnowledgeParts): GraphParts {
  const { articles, heads, events, notes } = knowledge;
  const weigh = createScale(articles);
  const isEvent = new Set(events);
  const ids = [...heads.map(({ id }) => id), ...events].sort(compareText);
  const kinds = [...heads.map(({ kind }) => kind), ...events.map(() => "event")];
  const withWeight = (evidence: readonly Evidence[]): NodeWeight => ({
    ...weigh(evidence),
    evidence,
  });
  // The edges of an event come one after the other, and each asks for its event.
  let last: { readonly id: string; readonly weight: NodeWeight } | undefined;
  const weightOf = (id: string): NodeWeight => {
    if (last?.id !== id) {
      const { evidence } = isEvent.has(id) ? knowledge.roles(id) : knowledge.entity(id);
      last = { id, weight: withWeight(evidence) };
    }
    return last.weight;
  };
  return {
    nodes: ids.length,
    edges: knowledge.edges,
    attributes: describe(articles, countKinds(kinds), knowledge.edges, notes),
    forEachNode(visit) {
      for (const id of ids) {
        visit(
          id,
          isEvent.has(id)
            ? eventNode(knowledge.event(id), weigh)
            : entityNode(knowledge.entity(id), weigh),
        );
      }
    },
    forEachEdge(visit) {
      const give = (edge: Edge): void =>
        visit(edge.key, edgeAttributes(edge, weigh), edge.source, edge.target);
      for (const id of events) {
        const { evidence, participants } = knowledge.roles(id);
        last = { id, weight: withWeight(evidence) };
        for (const participant of participants) give(roleEdge({ id }, participant));
      }
      for (const relation of knowledge.relations()) give(relationEdge(relation));
    },
    node: weightOf,
    ...(knowledge.linked !== undefined ? { linked: knowledge.linked } : {}),
  };
}
