/**
 * Two tables for `neo4j-admin database import`: nodes with `:ID` and `:LABEL`, relationships with `:START_ID`,
 * `:END_ID` and `:TYPE`. Days are dates, lists are split at `;`, quotes are a list of strings. The command to
 * run stands in the third file.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { attributeOf, type Column, EDGE_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FolderFormat, OutputFile, WriteOptions } from "./format.ts";
import { labelsOf, relationshipType } from "./neo4j-names.ts";
import { edgesOf } from "./parts.ts";
import { cleanXml } from "./xml.ts";

export const neo4j: FolderFormat = {
  name: "neo4j",
  about: "tables for neo4j-admin database import",
  extensions: [".neo4j"],
  mediaType: "text/csv",
  hasPositions: false,
  shape: "folder",
  files,
};

const README = `neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \\
  --array-delimiter=";" --multiline-fields=true neo4j
`;

const DATES = new Set(["from", "to", "first", "last"]);
const isPlain = ({ type }: Column): boolean => type !== "json";

function* files(graph: NewsGraph, options: WriteOptions = {}): Generator<OutputFile> {
  yield { path: "nodes.csv", chunks: nodeTable(graph, options) };
  yield { path: "relationships.csv", chunks: relationshipTable(graph, options) };
  yield { path: "import.txt", chunks: [README] };
}

function* nodeTable(graph: NewsGraph, options: WriteOptions): Generator<string> {
  const columns = NODE_COLUMNS.filter(isPlain);
  const quotes = options.evidence === false ? [] : ["quotes:string[]"];
  yield row(["id:ID", ...columns.map(head), ...quotes, ":LABEL"]);
  for (const { node, attributes } of graph.nodeEntries()) {
    const values = columns.map((column) => cell(attributes, column));
    const told = quotes.map(() => list(attributes.evidence.map(({ quote }) => quote)));
    yield row([node, ...values, ...told, labelsOf(attributes.kind).join(";")]);
  }
}

function* relationshipTable(graph: NewsGraph, options: WriteOptions): Generator<string> {
  const columns = EDGE_COLUMNS.filter(isPlain);
  const quotes = options.evidence === false ? [] : ["quotes:string[]"];
  yield row([":START_ID", ":END_ID", "id", ...columns.map(head), ...quotes, ":TYPE"]);
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const values = columns.map((column) => cell(attributes, column));
    const told = quotes.map(() => list(attributes.evidence.map(({ quote }) => quote)));
    yield row([source, target, edge, ...values, ...told, relationshipType(attributes.kind)]);
  }
}

function head({ name, type }: Column): string {
  if (DATES.has(name)) return `${name}:date`;
  if (type === "list") return `${name}:string[]`;
  if (type === "integer") return `${name}:int`;
  return type === "boolean" ? `${name}:boolean` : name;
}

function cell(attributes: NodeAttributes | EdgeAttributes, column: Column): string {
  const value = attributeOf(attributes, column);
  if (value === undefined) return "";
  return Array.isArray(value) ? list(value) : String(value);
}

/** The importer knows no escape for its delimiter. */
function list(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(";", ",")).join(";");
}

function row(cells: readonly string[]): string {
  return `${cells.map((text) => (text === "" ? "" : `"${cleanXml(text).replaceAll('"', '""')}"`)).join(",")}\n`;
}
