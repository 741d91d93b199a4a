/**
 * What the calls read of a graph, so that they run alike on one in memory and on one in a database: a node, an
 * edge, the edges around a node. Nothing here walks all of the graph.
 */
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../attributes.ts";

export type EdgeVisitor = (
  edge: string,
  attributes: EdgeAttributes,
  source: string,
  target: string,
) => void;

export interface GraphReader {
  hasNode(id: string): boolean;
  hasEdge(id: string): boolean;
  getNodeAttributes(id: string): NodeAttributes;
  getNodeAttribute<Name extends keyof NodeAttributes>(id: string, name: Name): NodeAttributes[Name];
  getEdgeAttributes(id: string): EdgeAttributes;
  getEdgeAttribute<Name extends keyof EdgeAttributes>(id: string, name: Name): EdgeAttributes[Name];
  getAttribute<Name extends keyof GraphAttributes>(name: Name): GraphAttributes[Name];
  extremities(edge: string): [string, string];
  /** Those that lead away and those that lead here. For nodes with few edges; others are walked by `Terrain`. */
  forEachEdge(node: string, visit: EdgeVisitor): void;
  forEachOutEdge(node: string, visit: EdgeVisitor): void;
  /** Edges at the node. */
  degree(id: string): number;
}
