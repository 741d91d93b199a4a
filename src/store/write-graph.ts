/** Replaces the graph in a store, with all that is computed once and asked often. */
import type { NodeAttributes } from "../graph/attributes.ts";
import { betweennessOf } from "../graph/betweenness.ts";
import { statusByArticle } from "../graph/build.ts";
import { pageranks } from "../graph/pagerank.ts";
import type { Merge } from "../model.ts";
import type { Db, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { isProvenByEvent } from "./edge-proofs.ts";
import { inserter } from "./inserter.ts";
import { putMeta } from "./kept.ts";
import { createNumbering, type Numbering, toBit } from "./numbered.ts";
import { DROP_GRAPH, GRAPH_INDEXES, GRAPH_TABLES, NUMBER_GAP } from "./schema.ts";
import type { GraphSource } from "./source.ts";
import { createEdgeColumns, type EdgeColumns } from "./write-edges.ts";
import { type EvidenceWriter, evidenceWriter } from "./write-evidence.ts";
import { nameWriter } from "./write-names.ts";

/** To be called inside a transaction where readers may be about. */
export function writeGraph(db: Db, source: GraphSource): void {
  db.exec(DROP_GRAPH + GRAPH_TABLES);
  const { articles, notes, ...header } = source.attributes;
  const numbering = createNumbering(db);
  const evidence = evidenceWriter(db, articles ?? [], numbering);
  const numbers = writeNamesAndProofs(db, source, evidence);
  const edges = readEdges(source, numbers, numbering, evidence);
  evidence.finish();
  const neighbors = edges.columns.write(db, numbers.values());
  writeNodes(db, source, neighbors, numbering);
  writeRanks(db, numbers, edges);
  db.exec(GRAPH_INDEXES);
  putMeta(db, "header", JSON.stringify(header));
  putMeta(db, "graph notes", JSON.stringify(notes ?? []));
}

/** Numbers of the nodes by id. */
function writeNamesAndProofs(
  db: Db,
  source: GraphSource,
  evidence: EvidenceWriter,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const names = nameWriter(db);
  source.forEachNode((id, { name, aliases, evidence: proof }) => {
    const number = (numbers.size + 1) * NUMBER_GAP;
    numbers.set(id, number);
    names.add(number, id, [name, ...aliases]);
    evidence.add("node_proofs", number, proof);
  });
  names.finish();
  return numbers;
}

interface ReadEdges {
  readonly columns: EdgeColumns;
  readonly isHidden: ReadonlySet<number>;
}

function readEdges(
  source: GraphSource,
  numbers: ReadonlyMap<string, number>,
  numbering: Numbering,
  evidence: EvidenceWriter,
): ReadEdges {
  const columns = createEdgeColumns(source.edges);
  const isHidden = new Set<number>();
  let proofs = 0;
  source.forEachEdge((id, attributes, from, to) => {
    const sort = numbering.sort(id, from, to, attributes);
    if (attributes.kind === "together") isHidden.add(sort);
    let proof = 0;
    if (!isProvenByEvent(source, from, to, attributes.evidence)) {
      proof = ++proofs;
      evidence.add("edge_proofs", proof, attributes.evidence);
    }
    columns.add(numbers.get(from)!, numbers.get(to)!, sort, attributes, proof);
  });
  return { columns, isHidden };
}

function writeNodes(
  db: Db,
  source: GraphSource,
  neighbors: ReadonlyMap<number, number>,
  numbering: Numbering,
): void {
  const insert = inserter(db, "node_rows", 26);
  const former = db.sql("INSERT OR REPLACE INTO former_ids VALUES (?, ?)");
  let number = 0;
  source.forEachNode((id, attributes) => {
    number += NUMBER_GAP;
    insert.add([number, id, ...nodeValues(attributes, neighbors.get(number) ?? 0, numbering)]);
    for (const old of attributes.formerIds ?? []) former.run([old, number]);
  });
  insert.finish();
}

function nodeValues(attributes: NodeAttributes, neighbors: number, { term }: Numbering): Value[] {
  const { kind, name, stories, first, last, evidence, x, y, formerIds, merged } = attributes;
  const entity = kind !== "event" && kind !== "article" ? attributes : undefined;
  const event = kind === "event" ? attributes : undefined;
  return [
    term(kind),
    name,
    term(entity?.country),
    toBit(entity?.unnamed),
    term(event?.act),
    term(event?.plover),
    term(event?.mode),
    term(event?.contexts === undefined ? undefined : JSON.stringify(event.contexts)),
    term(event?.status),
    term(event?.polarity),
    event === undefined ? null : toldBeside(event),
    toDayNumber(event?.from),
    toDayNumber(event?.to),
    term(event?.precision),
    term(event?.basis),
    stories,
    toDayNumber(first),
    toDayNumber(last),
    evidence.length,
    neighbors,
    x ?? null,
    y ?? null,
    formerIds === undefined ? null : JSON.stringify(formerIds),
    merged === undefined ? null : packMerges(merged, term),
  ];
}

function packMerges(merged: readonly Merge[], term: Numbering["term"]): Value {
  return JSON.stringify(
    merged.map(({ what, reason, article }) => [term(reason), what, ...(article ? [article] : [])]),
  );
}

/** What each article told, where the evidence does not say it. */
function toldBeside(event: Extract<NodeAttributes, { kind: "event" }>): Value {
  const told = JSON.stringify(event.told);
  return told === JSON.stringify(statusByArticle(event)) ? null : told;
}

function writeRanks(
  db: Db,
  numbers: ReadonlyMap<string, number>,
  { columns, isHidden }: ReadEdges,
): void {
  const nodes = [...numbers.keys()];
  const adjacency = columns.adjacency(nodes, NUMBER_GAP, (sort) => !isHidden.has(sort));
  const ranks = pageranks(adjacency);
  const bridges = betweennessOf(adjacency);
  const insert = inserter(db, "ranks", 3);
  for (let i = 0; i < nodes.length; i++) {
    insert.add([(i + 1) * NUMBER_GAP, ranks[i]!, bridges[i]!]);
  }
  insert.finish();
}
