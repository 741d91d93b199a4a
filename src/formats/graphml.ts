/**
 * GraphML (http://graphml.graphdrawing.org), for Cytoscape, yEd, igraph, networkx. Every attribute is a key;
 * lists and objects are JSON in a string. The header of the graph is an attribute of the graph.
 */
import type { NewsGraph } from "../graph/attributes.ts";
import { type Column, EDGE_COLUMNS, LOOK_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { readGraphml } from "./graphml-reader.ts";
import { edgesOf } from "./parts.ts";
import { escapeContent, escapeXml } from "./xml.ts";
import { type CellForm, cellsWriter } from "./xml-cells.ts";
import { jsonContent } from "./xml-json.ts";

export const graphml: FileFormat = {
  name: "graphml",
  about: "GraphML, for Cytoscape, yEd, igraph and networkx",
  extensions: [".graphml"],
  mediaType: "application/xml",
  hasPositions: true,
  shape: "file",
  write,
  read: readGraphml,
};

const SCHEMA = "http://graphml.graphdrawing.org/xmlns";
const LABEL = { name: "label", type: "string" } as const;

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  const columnsOf = (columns: readonly Column[]) =>
    options.evidence === false ? columns.filter(({ name }) => name !== "evidence") : columns;
  const nodeColumns = columnsOf([...NODE_COLUMNS, ...LOOK_COLUMNS]);
  const edgeColumns = columnsOf(EDGE_COLUMNS);
  const ofNode = cellsWriter(nodeColumns, cellsOf("n"));
  const ofEdge = cellsWriter(edgeColumns, cellsOf("e"));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<graphml xmlns="${SCHEMA}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${SCHEMA} ${SCHEMA}/1.0/graphml.xsd">\n`;
  yield '  <key id="g" for="graph" attr.name="dramatis" attr.type="string"/>\n';
  yield keyElement("nl", "node", LABEL);
  for (const [i, column] of nodeColumns.entries()) yield keyElement(`n${i}`, "node", column);
  for (const [i, column] of edgeColumns.entries()) yield keyElement(`e${i}`, "edge", column);
  yield '  <graph id="dramatis" edgedefault="directed">\n';
  yield `    <data key="g">${jsonContent(graph.getAttributes())}</data>\n`;
  for (const { node, attributes } of graph.nodeEntries()) {
    const label = `<data key="nl">${escapeContent(attributes.name)}</data>`;
    yield `    <node id="${escapeXml(node)}">${label}${ofNode(attributes)}</node>\n`;
  }
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
    yield `    <edge id="${escapeXml(edge)}" ${ends}>${ofEdge(attributes)}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

function cellsOf(prefix: "n" | "e"): CellForm {
  const frame = (i: number) => ({ before: `<data key="${prefix}${i}">`, after: "</data>" });
  return {
    text: (i) => ({ ...frame(i), write: escapeContent }),
    json: (i) => ({ ...frame(i), write: jsonContent }),
  };
}

function keyElement(
  id: string,
  part: "node" | "edge",
  { name, type }: Pick<Column, "name" | "type">,
): string {
  const known = { integer: "int", double: "double", boolean: "boolean" };
  const graphmlType = type in known ? known[type as keyof typeof known] : "string";
  return `  <key id="${id}" for="${part}" attr.name="${name}" attr.type="${graphmlType}"/>\n`;
}
