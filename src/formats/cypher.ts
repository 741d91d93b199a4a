/**
 * A Cypher script that may be run twice: constraints first, then nodes and relationships in batches, merged by
 * id. For smaller graphs and hosted databases; `neo4j` is faster for large ones.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import { attributeOf, type Column, EDGE_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { literal } from "./literal.ts";
import { labelsOf, relationshipType } from "./neo4j-names.ts";
import { edgesOf } from "./parts.ts";

export const cypher: FileFormat = {
  name: "cypher",
  about: "a Cypher script, for Neo4j and Memgraph",
  extensions: [".cypher", ".cql"],
  mediaType: "application/x-cypher-query",
  hasPositions: false,
  shape: "file",
  write,
};

const BATCH = 500;
const DATES = new Set(["from", "to", "first", "last"]);

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  yield "CREATE CONSTRAINT news_id IF NOT EXISTS FOR (n:News) REQUIRE n.id IS UNIQUE;\n";
  const nodes = new Map<string, string[]>();
  for (const { node, attributes } of graph.nodeEntries()) {
    const labels = [...labelsOf(attributes.kind)].join(":");
    yield* batched(nodes, labels, nodeRow(node, attributes, options), (rows) =>
      nodeStatement(labels, rows),
    );
  }
  for (const [labels, rows] of nodes) if (rows.length > 0) yield nodeStatement(labels, rows);
  const edges = new Map<string, string[]>();
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const type = relationshipType(attributes.kind);
    const row = edgeRow(edge, source, target, attributes, options);
    yield* batched(edges, type, row, (rows) => edgeStatement(type, rows));
  }
  for (const [type, rows] of edges) if (rows.length > 0) yield edgeStatement(type, rows);
}

function* batched(
  batches: Map<string, string[]>,
  key: string,
  row: string,
  toStatement: (rows: readonly string[]) => string,
): Generator<string> {
  const rows = batches.get(key) ?? [];
  batches.set(key, rows);
  rows.push(row);
  if (rows.length < BATCH) return;
  yield toStatement(rows);
  rows.length = 0;
}

function nodeStatement(labels: string, rows: readonly string[]): string {
  return `UNWIND [\n${rows.join(",\n")}\n] AS row\nMERGE (n:News {id: row.id}) SET n:${labels}, n += row.properties;\n`;
}

function edgeStatement(type: string, rows: readonly string[]): string {
  return (
    `UNWIND [\n${rows.join(",\n")}\n] AS row\nMATCH (a:News {id: row.source}), (b:News {id: row.target})\n` +
    `MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.properties;\n`
  );
}

function nodeRow(id: string, attributes: NodeAttributes, options: WriteOptions): string {
  return `{id: ${text(id)}, properties: ${properties(attributes, NODE_COLUMNS, options)}}`;
}

function edgeRow(
  id: string,
  source: string,
  target: string,
  attributes: EdgeAttributes,
  options: WriteOptions,
): string {
  const ends = `source: ${text(source)}, target: ${text(target)}`;
  return `{id: ${text(id)}, ${ends}, properties: ${properties(attributes, EDGE_COLUMNS, options)}}`;
}

function properties(
  attributes: NodeAttributes | EdgeAttributes,
  columns: readonly Column[],
  options: WriteOptions,
): string {
  const fields: string[] = [];
  for (const column of columns) {
    const value = attributeOf(attributes, column);
    if (value === undefined || column.name === "evidence") continue;
    fields.push(`${column.name}: ${toValue(column, value)}`);
  }
  if (options.evidence !== false) {
    fields.push(`quotes: [${attributes.evidence.map(({ quote }) => text(quote)).join(", ")}]`);
  }
  return `{${fields.join(", ")}}`;
}

function toValue({ name, type }: Column, value: unknown): string {
  if (type === "list") return `[${(value as string[]).map(text).join(", ")}]`;
  if (type === "json") return text(JSON.stringify(value));
  if (DATES.has(name)) return `date(${text(String(value))})`;
  return typeof value === "string" ? text(value) : String(value);
}

function text(value: string): string {
  return literal(value, "'");
}
