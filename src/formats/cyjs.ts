/**
 * Cytoscape.js JSON, for Cytoscape (File > Import > Network) and for web pages. Objects are JSON in a string:
 * Cytoscape keeps flat tables.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { attributeOf, type Column, EDGE_COLUMNS, LOOK_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { edgesOf } from "./parts.ts";

export const cyjs: FileFormat = {
  name: "cyjs",
  about: "Cytoscape.js JSON, for Cytoscape and web pages",
  extensions: [".cyjs"],
  mediaType: "application/json",
  hasPositions: true,
  shape: "file",
  write,
};

const NODES = [...NODE_COLUMNS, ...LOOK_COLUMNS.filter(({ name }) => name !== "x" && name !== "y")];

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  const { generator, inputs } = graph.getAttributes();
  const columnsOf = (columns: readonly Column[]) =>
    options.evidence === false ? columns.filter(({ name }) => name !== "evidence") : columns;
  const nodeColumns = columnsOf(NODES);
  const edgeColumns = columnsOf(EDGE_COLUMNS);
  const data = { name: "dramatis", generator, inputs };
  yield `{"format_version":"1.0","generated_by":"dramatis","data":${JSON.stringify(data)},\n"elements":{"nodes":[`;
  let separator = "\n";
  for (const { node, attributes } of graph.nodeEntries()) {
    const { x = 0, y = 0 } = attributes;
    // On a screen y grows downward.
    const element = {
      data: { id: node, ...flat(attributes, nodeColumns) },
      position: { x, y: y === 0 ? 0 : -y },
    };
    yield separator + JSON.stringify(element);
    separator = ",\n";
  }
  yield `],\n"edges":[`;
  separator = "\n";
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const element = {
      data: {
        id: edge,
        source,
        target,
        interaction: attributes.kind,
        ...flat(attributes, edgeColumns),
      },
    };
    yield separator + JSON.stringify(element);
    separator = ",\n";
  }
  yield "]}}\n";
}

function flat(
  attributes: NodeAttributes | EdgeAttributes,
  columns: readonly Column[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const column of columns) {
    const value = attributeOf(attributes, column);
    if (value !== undefined)
      values[column.name] = column.type === "json" ? JSON.stringify(value) : value;
  }
  return values;
}
