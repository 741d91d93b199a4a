/**
 * The graph as graphology serializes it, `{ attributes, options, nodes, edges }`, one node or edge a line:
 * lossless, and what `Graph.from` takes. The header in `attributes` carries the version of the format, counts,
 * a hash of the inputs, articles and notes.
 */
import { MultiDirectedGraph } from "graphology";
import type { SerializedGraph } from "graphology-types";
import type {
  EdgeAttributes,
  GraphAttributes,
  NewsGraph,
  NodeAttributes,
} from "../graph/attributes.ts";
import { FORMAT_VERSION } from "../graph/version.ts";
import { withReprintGroups } from "./articles.ts";
import { checkWhole } from "./check-whole.ts";
import { type FileFormat, FormatError, type WriteOptions } from "./format.ts";
import { edgesOf, withoutEvidence } from "./parts.ts";

type Serialized = SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export const json: FileFormat = {
  name: "json",
  about: "everything, for dramatis and for graphology",
  extensions: [".graph.json", ".json"],
  mediaType: "application/json",
  hasPositions: true,
  shape: "file",
  write,
  read,
};

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  const trim = options.evidence === false ? withoutEvidence : <T>(attributes: T): T => attributes;
  const { texts, ...header } = graph.getAttributes();
  const kept = texts === undefined || options.texts === false ? header : { ...header, texts };
  yield `{"attributes":${JSON.stringify(kept)},\n`;
  yield `"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":[`;
  let separator = "\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    yield `${separator}{"key":${JSON.stringify(node)},"attributes":${JSON.stringify(trim(attributes))}}`;
    separator = ",\n";
  }
  yield `],\n"edges":[`;
  separator = "\n";
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const ends = `"key":${JSON.stringify(edge)},"source":${JSON.stringify(source)},"target":${JSON.stringify(target)}`;
    yield `${separator}{${ends},"attributes":${JSON.stringify(trim(attributes))}}`;
    separator = ",\n";
  }
  yield "]}\n";
}

function read(text: string): NewsGraph {
  const data = parse(text);
  const version = data.attributes.format as number;
  if (version !== FORMAT_VERSION) {
    throw new FormatError(
      `this graph has format version ${version}, this program reads version ${FORMAT_VERSION}: build it again`,
    );
  }
  const graph: NewsGraph = new MultiDirectedGraph();
  try {
    graph.import({ ...data, attributes: withReprintGroups(data.attributes) });
  } catch (error) {
    throw new FormatError(`the graph does not hold together: ${(error as Error).message}`);
  }
  checkWhole(graph);
  return graph;
}

function parse(text: string): Serialized {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new FormatError(
      `not a graph: expected JSON as "dramatis build" writes it (${(error as Error).message})`,
    );
  }
  if (!isSerialized(data)) {
    throw new FormatError(
      'not a graph: expected an object with "attributes", "nodes" and "edges" as "dramatis build" writes it',
    );
  }
  return data;
}

function isSerialized(data: unknown): data is Serialized {
  if (typeof data !== "object" || data === null) return false;
  const { attributes, nodes, edges } = data as Record<string, unknown>;
  return (
    typeof attributes === "object" &&
    attributes !== null &&
    "format" in attributes &&
    Array.isArray(nodes) &&
    Array.isArray(edges)
  );
}
