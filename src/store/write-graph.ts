/** Replaces the graph in a store, with all that is computed once and asked often. */
import type { GraphAttributes, NodeAttributes } from "../graph/attributes.ts";
import { betweennessOf } from "../graph/betweenness.ts";
import { statusByArticle } from "../graph/build.ts";
import { isEventId, isHidden } from "../graph/kinds.ts";
import { pageranks } from "../graph/pagerank.ts";
import type { GraphParts } from "../graph/parts.ts";
import type { Evidence, Merge } from "../model.ts";
import { WideHash } from "../text/wide-hash.ts";
import type { Db, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { inserter } from "./inserter.ts";
import { putMeta } from "./kept.ts";
import { createNumbering, type Numbering } from "./numbered.ts";
import { DROP_GRAPH, GRAPH_INDEXES, GRAPH_TABLES, growingGap, NUMBER_GAP } from "./schema.ts";
import { createEdgeColumns, type Degrees, type EdgeColumns } from "./write-edges.ts";
import { type EvidenceWriter, evidenceWriter, type NumberedProofs } from "./write-evidence.ts";
import { writeLinked } from "./write-linked.ts";
import { nameWriter } from "./write-names.ts";

/** What a graph is told from. What tells of a large pile is the most that is in memory: it goes as soon as all was told. */
export interface Untold {
  parts: GraphParts | undefined;
}

/** What is left to be done once the graph was told. */
interface Told extends ReadEdges {
  readonly gap: number;
  readonly attributes: GraphAttributes;
}

/** To be called inside a transaction where readers may be about. */
export function writeGraph(db: Db, untold: Untold): void {
  const { columns, hiddenSorts, gap, attributes } = writeTold(db, untold);
  const { articles: _, notes, ...header } = attributes;
  writeRanks(db, columns, gap, hiddenSorts, columns.write(db));
  db.exec(GRAPH_INDEXES);
  putMeta(db, "ranked", "yes");
  putMeta(db, "header", JSON.stringify(header));
  putMeta(db, "graph notes", JSON.stringify(notes ?? []));
}

/** Apart, so that nothing of the parts outlives it. */
function writeTold(db: Db, untold: Untold): Told {
  const parts = untold.parts!;
  const { attributes, linked, quotes } = parts;
  db.exec(DROP_GRAPH + GRAPH_TABLES);
  const numbering = createNumbering(db);
  const evidence = evidenceWriter(db, attributes.articles ?? [], numbering, quotes);
  const gap = linked === undefined ? NUMBER_GAP : growingGap(parts.ids.length);
  const edges = writeParts(db, parts, gap, numbering, evidence);
  evidence.finish();
  if (linked !== undefined) {
    writeLinked(db, linked, evidence.articleNumber, nodeNumbers(parts, gap));
  }
  untold.parts = undefined;
  return { ...edges, gap, attributes };
}

function nodeNumbers({ ids }: GraphParts, gap: number): (id: string) => number {
  return (id) => (ids.placeOf(id) + 1) * gap;
}

interface ReadEdges {
  readonly columns: EdgeColumns;
  readonly hiddenSorts: ReadonlySet<number>;
}

/** A node has the number of its place among the ids, with gaps between. */
function writeParts(
  db: Db,
  parts: GraphParts,
  gap: number,
  numbering: Numbering,
  evidence: EvidenceWriter,
): ReadEdges {
  const { ids } = parts;
  const nodes = nodeWriter(db, numbering);
  const columns = createEdgeColumns(ids.length, parts.edges, gap);
  const facts = inserter(db, "edge_facts", ["proof", "first", "last", "sentences"]);
  const hiddenSorts = new Set<number>();
  /** Told by the id, as a reader does it. */
  const isEvent = new Uint8Array(ids.length);
  /** Of what stands behind each event: most edges at an event have the same, and none of their own. */
  const proofOf = new Float64Array(ids.length);
  let proofs = 0;
  let before: Proof | undefined;
  /** The edges of an event are told after it, with the very list of sentences that it has. */
  const proofBehind = (told: Pick<NodeAttributes, "evidence" | "first" | "last">): Proof => {
    const { evidence: list, first, last } = told;
    if (before?.list !== list || before.first !== first || before.last !== last) {
      const numbered = evidence.number(list);
      before = { list, first, last, numbered, hash: undefined };
    }
    return before;
  };
  parts.tell({
    node(index, attributes) {
      const number = (index + 1) * gap;
      const id = ids.at(index);
      const proof = proofBehind(attributes);
      if (isEventId(id)) isEvent[index] = 1;
      if (attributes.kind === "event") proofOf[index] = hashOf(proof);
      evidence.add("node_proofs", number, proof.numbered);
      nodes.add(number, id, attributes);
    },
    edge(attributes, source, target, id) {
      const { kind, weight, first, last } = attributes;
      const sort =
        id === undefined
          ? numbering.spelledSort(attributes)
          : numbering.sort(id, ids.at(source), ids.at(target), attributes);
      if (isHidden(kind)) hiddenSorts.add(sort);
      const behind = proofBehind(attributes);
      const event = isEvent[target] ? target : isEvent[source] ? source : undefined;
      let proof = 0;
      if (event === undefined || proofOf[event] !== hashOf(behind)) {
        proof = ++proofs;
        evidence.add("edge_proofs", proof, behind.numbered);
        facts.add(proof, toDayNumber(first), toDayNumber(last), attributes.evidence.length);
      }
      columns.add((source + 1) * gap, (target + 1) * gap, sort, weight, proof);
    },
  });
  nodes.finish();
  facts.finish();
  return { columns, hiddenSorts };
}

/** What stands behind a node or an edge. */
interface Proof {
  readonly list: readonly Evidence[];
  readonly first: NodeAttributes["first"];
  readonly last: NodeAttributes["last"];
  readonly numbered: NumberedProofs;
  /** When it was asked for: of an entity with a hundred thousand sentences it is not. */
  hash: number | undefined;
}

/** Equal, as good as certainly, for the same sentences, told in the same manner on the same days. */
function hashOf(proof: Proof): number {
  if (proof.hash === undefined) {
    const { numbered, first, last } = proof;
    const hash = new WideHash();
    hash.add(numbered.quotes.length);
    for (const quote of numbered.quotes) hash.add(quote);
    for (const manner of numbered.manners) hash.add(manner);
    hash.addText(`${first} ${last}`);
    proof.hash = hash.sum();
  }
  return proof.hash;
}

interface NodeWriter {
  add(number: number, id: string, attributes: NodeAttributes): void;
  finish(): void;
}

function nodeWriter(db: Db, numbering: Numbering): NodeWriter {
  const rows = inserter(db, "node_rows", [
    ...["number", "id", "kind", "traits", "name", "from_day", "to_day"],
    ...["stories", "first", "last", "sentences"],
  ]);
  const names = nameWriter(db);
  return {
    add(number, id, attributes) {
      const { kind, name, aliases, stories, first, last } = attributes;
      const event = kind === "event" ? attributes : undefined;
      names.add(number, id, aliases.length === 0 ? [name] : [name, ...aliases]);
      const [kindNumber, traits] = [numbering.term(kind), numbering.traits(attributes)];
      const [from, to] = [toDayNumber(event?.from), toDayNumber(event?.to)];
      const [firstDay, lastDay] = [toDayNumber(first), toDayNumber(last)];
      const sentences = attributes.evidence.length;
      // biome-ignore format: the columns in one line
      rows.add(number, id, kindNumber, traits, name, from, to, stories, firstDay, lastDay, sentences);
      writeExtras(db, number, extrasOf(attributes, numbering), attributes.formerIds);
    },
    finish() {
      rows.finish();
      names.finish();
    },
  };
}

/** What few nodes have. */
export function writeExtras(
  db: Db,
  number: number,
  extras: readonly Value[],
  formerIds: readonly string[] = [],
): void {
  if (extras.every((value) => value === null)) return;
  db.sql("INSERT INTO extras VALUES (?, ?, ?, ?, ?, ?)").run([number, ...extras]);
  for (const old of formerIds) {
    db.sql("INSERT OR REPLACE INTO former_ids VALUES (?, ?)").run([old, number]);
  }
}

/** What few nodes have, as the columns of their table behind the node: all null where there is nothing. */
export function extrasOf(attributes: NodeAttributes, { term }: Numbering): Value[] {
  const { x, y, formerIds, merged } = attributes;
  return [
    attributes.kind === "event" ? toldBeside(attributes) : null,
    formerIds === undefined ? null : JSON.stringify(formerIds),
    merged === undefined ? null : packMerges(merged, term),
    x ?? null,
    y ?? null,
  ];
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
