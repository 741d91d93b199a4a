/** What all formats go through in the same order: nodes and edges as the graph holds them, sorted by key. */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import type { Evidence } from "../model.ts";
import type { WriteOptions } from "./format.ts";

export interface EdgePart {
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
}

export interface EvidencePart {
  /** Id of the node or edge. */
  readonly of: string;
  readonly part: "node" | "edge";
  readonly evidence: Evidence;
}

export function* edgesOf(graph: NewsGraph, options: WriteOptions = {}): Generator<EdgePart> {
  for (const entry of graph.edgeEntries()) {
    if (options.together === false && entry.attributes.kind === "together") continue;
    yield entry;
  }
}

export function* evidenceOf(graph: NewsGraph, options: WriteOptions = {}): Generator<EvidencePart> {
  for (const { node, attributes } of graph.nodeEntries()) {
    for (const evidence of attributes.evidence) yield { of: node, part: "node", evidence };
  }
  for (const { edge, attributes } of edgesOf(graph, options)) {
    for (const evidence of attributes.evidence) yield { of: edge, part: "edge", evidence };
  }
}

export function withoutEvidence<T extends NodeAttributes | EdgeAttributes>(attributes: T): T {
  return { ...attributes, evidence: [] };
}
