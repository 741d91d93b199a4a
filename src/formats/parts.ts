/** What all formats go through in the same order: nodes and edges as the graph holds them, sorted by key. */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import type { WriteOptions } from "./format.ts";

export interface EdgePart {
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
}

export function* edgesOf(graph: NewsGraph, options: WriteOptions = {}): Generator<EdgePart> {
  for (const entry of graph.edgeEntries()) {
    if (options.together === false && entry.attributes.kind === "together") continue;
    yield entry;
  }
}

export function withoutEvidence<T extends NodeAttributes | EdgeAttributes>(attributes: T): T {
  return { ...attributes, evidence: [] };
}
