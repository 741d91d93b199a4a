/**
 * Node-link JSON: `edges` for networkx 3.4 and later, `links` for D3, force-graph and older networkx.
 * Attributes stay what they are in JSON; the header of the graph is `graph`.
 */
import type { NewsGraph } from "../graph/attributes.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { edgesOf, withoutEvidence } from "./parts.ts";

export const nodeLink: FileFormat = {
  name: "node-link",
  about: "node-link JSON, for networkx (node_link_graph)",
  extensions: [".node-link.json"],
  mediaType: "application/json",
  hasPositions: true,
  shape: "file",
  write: (graph, options) => write(graph, "edges", options),
};

export const d3: FileFormat = {
  ...nodeLink,
  name: "d3",
  about: "node-link JSON with links, for D3 and force-graph",
  extensions: [".d3.json"],
  write: (graph, options) => write(graph, "links", options),
};

function* write(
  graph: NewsGraph,
  edgesKey: "edges" | "links",
  options: WriteOptions = {},
): Generator<string> {
  const trim = options.evidence === false ? withoutEvidence : <T>(attributes: T): T => attributes;
  yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify(graph.getAttributes())},\n"nodes":[`;
  let separator = "\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    yield separator + JSON.stringify({ id: node, ...trim(attributes) });
    separator = ",\n";
  }
  yield `],\n"${edgesKey}":[`;
  separator = "\n";
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    yield separator + JSON.stringify({ source, target, key: edge, ...trim(attributes) });
    separator = ",\n";
  }
  yield "]}\n";
}
