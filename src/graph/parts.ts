/**
 * The graph piece by piece: the nodes and edges that `toGraph` makes, one after the other and none kept, for a store of a pile whose graph
 * would not fit into memory. Without positions: those hang on the whole graph and are drawn when it is read.
 */
import type { KnowledgeParts, LinkedPile, Quotes, SortedTexts } from "../model.ts";
import { mergeTexts } from "../text/sorted-texts.ts";
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "./attributes.ts";
import { countKinds, describe, edgeAttributes, entityNode, eventNode } from "./build.ts";
import { type Edge, relationEdge, roleEdge } from "./edges.ts";
import { createScale } from "./weigh.ts";

/** A graph of which the parts can be told one after the other, whether it is in memory or not. */
export interface GraphParts {
  /** Of the nodes, sorted, each once. A node goes by its index in them. */
  readonly ids: SortedTexts;
  readonly edges: number;
  /** With articles and notes. */
  readonly attributes: GraphAttributes;
  /** Tells every node and every edge once, in any order, an edge after its nodes. */
  tell(visitor: PartsVisitor): void;
  /** Of numbered evidence. */
  readonly quotes?: Quotes;
  /** Of a graph of articles: what is kept to link them again. */
  readonly linked?: LinkedPile;
}

export interface PartsVisitor {
  node(index: number, attributes: NodeAttributes): void;
  /** `id`: where it is not the key that `edgeKey` makes of it. */
  edge(attributes: EdgeAttributes, source: number, target: number, id?: string): void;
}

export function toGraphParts(knowledge: KnowledgeParts): GraphParts {
  const { articles, entityIds, eventIds, notes, edges, quotes, linked } = knowledge;
  const weigh = createScale(articles);
  const kinds = { ...countKinds([]), ...knowledge.kinds, event: eventIds.length };
  const ids = mergeTexts(entityIds, eventIds);
  return {
    ids,
    edges,
    attributes: describe(articles, kinds, edges, notes),
    tell(visitor) {
      const give = (edge: Edge): void =>
        visitor.edge(
          edgeAttributes(edge, weigh),
          ids.placeOf(edge.source),
          ids.placeOf(edge.target),
        );
      let entities = 0;
      for (const entity of knowledge.entities()) {
        visitor.node(ids.placeOfFirst(entities++), entityNode(entity, weigh));
      }
      for (const event of knowledge.happenings()) {
        visitor.node(ids.placeOf(event.id), eventNode(event, weigh));
        for (const participant of event.participants) give(roleEdge(event, participant));
      }
      for (const relation of knowledge.relations()) give(relationEdge(relation));
    },
    ...(quotes !== undefined ? { quotes } : {}),
    ...(linked !== undefined ? { linked } : {}),
  };
}
