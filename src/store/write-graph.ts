/** Replaces the graph in a store, with all that is computed once and asked often. */
import type { NodeAttributes } from "../graph/attributes.ts";
import { betweennessOf } from "../graph/betweenness.ts";
import { statusByArticle } from "../graph/build.ts";
import { isHidden } from "../graph/kinds.ts";
import { pageranks } from "../graph/pagerank.ts";
import type { GraphParts } from "../graph/parts.ts";
import type { Merge } from "../model.ts";
import type { Db, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { isProvenByEvent } from "./edge-proofs.ts";
import { inserter } from "./inserter.ts";
import { putMeta } from "./kept.ts";
import { createNumbering, type Numbering } from "./numbered.ts";
import { DROP_GRAPH, GRAPH_INDEXES, GRAPH_TABLES, GROWING_GAP, NUMBER_GAP } from "./schema.ts";
import { createEdgeColumns, type Degrees, type EdgeColumns } from "./write-edges.ts";
import { type EvidenceWriter, evidenceWriter } from "./write-evidence.ts";
import { writeLinked } from "./write-linked.ts";
import { nameWriter } from "./write-names.ts";

/** To be called inside a transaction where readers may be about. */
export function writeGraph(db: Db, parts: GraphParts): void {
  db.exec(DROP_GRAPH + GRAPH_TABLES);
  const { articles, notes, ...header } = parts.attributes;
  const numbering = createNumbering(db);
  const evidence = evidenceWriter(db, articles ?? [], numbering);
  const gap = parts.linked === undefined ? NUMBER_GAP : GROWING_GAP;
  const { columns, hiddenSorts } = writeParts(db, parts, gap, numbering, evidence);
  evidence.finish();
  writeRanks(db, columns, gap, hiddenSorts, columns.write(db));
  db.exec(GRAPH_INDEXES);
  putMeta(db, "ranked", "yes");
  putMeta(db, "header", JSON.stringify(header));
  putMeta(db, "graph notes", JSON.stringify(notes ?? []));
}

interface ReadEdges {
  readonly columns: EdgeColumns;
  readonly hiddenSorts: ReadonlySet<number>;
}

/** The numbers of the nodes by id are forgotten when the edges are read. */
function writeParts(
  db: Db,
  parts: GraphParts,
  gap: number,
  numbering: Numbering,
  evidence: EvidenceWriter,
): ReadEdges {
  const numbers = writeNodes(db, parts, gap, numbering, evidence);
  if (parts.linked !== undefined) {
    writeLinked(db, parts.linked, evidence.articleNumber, (id) => numbers.get(id)!);
  }
  return readEdges(db, parts, gap, numbers, numbering, evidence);
}

/** Numbers of the nodes by id. */
function writeNodes(
  db: Db,
  parts: GraphParts,
  gap: number,
  numbering: Numbering,
  evidence: EvidenceWriter,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const rows = inserter(db, "node_rows", [
    ...["number", "id", "kind", "traits", "name", "from_day", "to_day"],
    ...["stories", "first", "last", "sentences"],
  ]);
  const names = nameWriter(db);
  parts.forEachNode((id, attributes) => {
    const { kind, name, aliases, stories, first, last } = attributes;
    const event = kind === "event" ? attributes : undefined;
    const number = (numbers.size + 1) * gap;
    numbers.set(id, number);
    names.add(number, id, aliases.length === 0 ? [name] : [name, ...aliases]);
    evidence.add("node_proofs", number, attributes.evidence);
    rows.add(
      ...[number, id, numbering.term(kind), numbering.traits(attributes), name],
      ...[toDayNumber(event?.from), toDayNumber(event?.to)],
      ...[stories, toDayNumber(first), toDayNumber(last), attributes.evidence.length],
    );
    writeExtras(db, number, attributes, numbering);
  });
  rows.finish();
  names.finish();
  return numbers;
}

/** What few nodes have. */
export function writeExtras(
  db: Db,
  number: number,
  attributes: NodeAttributes,
  { term }: Numbering,
): void {
  const { x, y, formerIds, merged } = attributes;
  const extras = [
    attributes.kind === "event" ? toldBeside(attributes) : null,
    formerIds === undefined ? null : JSON.stringify(formerIds),
    merged === undefined ? null : packMerges(merged, term),
    x ?? null,
    y ?? null,
  ];
  if (extras.every((value) => value === null)) return;
  db.sql("INSERT INTO extras VALUES (?, ?, ?, ?, ?, ?)").run([number, ...extras]);
  for (const old of formerIds ?? []) {
    db.sql("INSERT OR REPLACE INTO former_ids VALUES (?, ?)").run([old, number]);
  }
}

function packMerges(merged: readonly Merge[], term: Numbering["term"]): Value {
  return JSON.stringify(
    merged.map(({ what, reason, article }) => [term(reason), what, ...(article ? [article] : [])]),
  );
}

/** What each article told, where the evidence does not say it. */
function toldBeside(event: Extract<NodeAttributes, { kind: "event" }>): Value {
  const ids = Object.keys(event.told);
  const [only, ...others] = event.evidence;
  const isToldOnce = others.length === 0 && only?.copies === undefined && ids.length === 1;
  if (isToldOnce && event.told[only?.article ?? ""] === (only?.status ?? event.status)) return null;
  const spelled = statusByArticle(event);
  const spelledIds = Object.keys(spelled);
  const isSpelled =
    ids.length === spelledIds.length &&
    ids.every((id, i) => id === spelledIds[i] && spelled[id] === event.told[id]);
  return isSpelled ? null : JSON.stringify(event.told);
}

function readEdges(
  db: Db,
  parts: GraphParts,
  gap: number,
  numbers: ReadonlyMap<string, number>,
  numbering: Numbering,
  evidence: EvidenceWriter,
): ReadEdges {
  const columns = createEdgeColumns(parts.nodes, parts.edges, gap);
  const facts = inserter(db, "edge_facts", ["proof", "first", "last", "sentences"]);
  const hiddenSorts = new Set<number>();
  let proofs = 0;
  parts.forEachEdge((id, attributes, from, to) => {
    const { kind, weight, first, last } = attributes;
    const sort = numbering.sort(id, from, to, attributes);
    if (isHidden(kind)) hiddenSorts.add(sort);
    let proof = 0;
    if (!isProvenByEvent(parts, from, to, attributes)) {
      proof = ++proofs;
      evidence.add("edge_proofs", proof, attributes.evidence);
      facts.add(proof, toDayNumber(first), toDayNumber(last), attributes.evidence.length);
    }
    columns.add(numbers.get(from)!, numbers.get(to)!, sort, weight, proof);
  });
  facts.finish();
  return { columns, hiddenSorts };
}

function writeRanks(
  db: Db,
  columns: EdgeColumns,
  gap: number,
  hiddenSorts: ReadonlySet<number>,
  { edges, neighbors }: Degrees,
): void {
  const adjacency = columns.adjacency((sort) => !hiddenSorts.has(sort));
  const ranks = pageranks(adjacency);
  const bridges = betweennessOf(adjacency);
  const rows = inserter(db, "ranks", ["node", "edges", "neighbors", "pagerank", "betweenness"]);
  for (let i = 0; i < ranks.length; i++) {
    rows.add((i + 1) * gap, edges[i]!, neighbors[i]!, ranks[i]!, bridges[i]!);
  }
  rows.finish();
}
