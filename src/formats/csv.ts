/**
 * Three tables for spreadsheets and for Gephi's importer: nodes, edges, evidence. RFC 4180: CRLF, fields in
 * quotes where needed. A field that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
 * "CSV injection"): names and quotes come from the open web.
 */
import type { NewsGraph } from "../graph/attributes.ts";
import { articlesById } from "./articles.ts";
import { attributeOf, type Column, EDGE_COLUMNS, LOOK_COLUMNS, NODE_COLUMNS } from "./columns.ts";
import type { FolderFormat, OutputFile, WriteOptions } from "./format.ts";
import { type EvidencePart, edgesOf, evidenceOf } from "./parts.ts";
import { cleanXml } from "./xml.ts";

export const csv: FolderFormat = {
  name: "csv",
  about: "three tables (nodes, edges, evidence) for spreadsheets and Gephi",
  extensions: [".csv"],
  mediaType: "text/csv",
  hasPositions: true,
  shape: "folder",
  files,
};

type Cell = string | number | boolean | undefined;

const isPlain = ({ type, name }: Column): boolean => type !== "json" && name !== "evidence";
const NODES = [...NODE_COLUMNS.filter(isPlain), ...LOOK_COLUMNS];
const EDGES = EDGE_COLUMNS.filter((column) => isPlain(column) && column.name !== "weight");

const EVIDENCE_HEAD = [
  "of",
  "part",
  "article",
  "title",
  "outlet",
  "published",
  "url",
  "start",
  "end",
  "kind",
  "quote",
  "status",
  "polarity",
  "rule",
  "copies",
];

function* files(graph: NewsGraph, options: WriteOptions = {}): Generator<OutputFile> {
  yield { path: "nodes.csv", chunks: nodeTable(graph) };
  yield { path: "edges.csv", chunks: edgeTable(graph, options) };
  if (options.evidence !== false)
    yield { path: "evidence.csv", chunks: evidenceTable(graph, options) };
}

/** `Id`, `Label`, `Source`, `Target`, `Type` and `Weight` are the names that Gephi knows. */
function* nodeTable(graph: NewsGraph): Generator<string> {
  yield csvLine(["Id", "Label", ...NODES.map(({ name }) => name)]);
  for (const { node, attributes } of graph.nodeEntries()) {
    yield csvLine([
      node,
      attributes.name,
      ...NODES.map((column) => cell(attributeOf(attributes, column))),
    ]);
  }
}

function* edgeTable(graph: NewsGraph, options: WriteOptions): Generator<string> {
  yield csvLine(["Source", "Target", "Type", "Id", "Weight", ...EDGES.map(({ name }) => name)]);
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    const type = attributes.kind === "together" ? "Undirected" : "Directed";
    const values = EDGES.map((column) => cell(attributeOf(attributes, column)));
    yield csvLine([source, target, type, edge, attributes.weight, ...values]);
  }
}

function* evidenceTable(graph: NewsGraph, options: WriteOptions): Generator<string> {
  const articles = articlesById(graph);
  yield csvLine(EVIDENCE_HEAD);
  for (const part of evidenceOf(graph, options)) yield csvLine(evidenceCells(part, articles));
}

function evidenceCells(
  { of, part, evidence }: EvidencePart,
  articles: ReturnType<typeof articlesById>,
): Cell[] {
  const article = articles.get(evidence.article);
  const { start, end, kind, quote, published, status, polarity, rule, copies } = evidence;
  return [
    of,
    part,
    evidence.article,
    article?.title,
    article?.outlet,
    published,
    article?.url,
    start,
    end,
    kind,
    quote,
    status,
    polarity,
    rule,
    copies?.join(" "),
  ];
}

function cell(value: unknown): Cell {
  return Array.isArray(value) ? value.join(" | ") : (value as Cell);
}

/** Also for the tables of the viewer. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(",")}\r\n`;
}

const FORMULA_START = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function toField(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const clean = cleanXml(value);
  const text = FORMULA_START.test(clean) ? `'${clean}` : clean;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
