/**
 * What an addition or a removal changes in the graph, row by row: the export is the same, byte by byte, as of a graph that is written whole
 * (`write-graph.ts`). What hangs on the whole graph, PageRank and betweenness, is worked out when it is asked for (`ranks.ts`).
 */
import type {
  EntityNode,
  EventNode,
  GraphAttributes,
  NodeAttributes,
} from "../graph/attributes.ts";
import { describe, edgeAttributes, entityNode, eventNode } from "../graph/build.ts";
import { type Edge, relationEdge, roleEdge } from "../graph/edges.ts";
import { createScale } from "../graph/weigh.ts";
import type { ArticleRecord, Evidence, KnowledgeChange, NewsEvent, Note } from "../model.ts";
import { remembered } from "../text/remembered.ts";
import { type EdgeChanger, type EdgePlace, edgeChanger, type StoredEdge } from "./change-edges.ts";
import {
  type ArticleFacts,
  type EvidenceChanger,
  type EvidenceWeight,
  evidenceChanger,
} from "./change-evidence.ts";
import { type NameChanger, nameChanger } from "./change-names.ts";
import type { Db, Row, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { eventAt, isSameEvidence } from "./edge-proofs.ts";
import { meta } from "./header.ts";
import { putMeta } from "./kept.ts";
import { createNumbering, type Numbering } from "./numbered.ts";
import { spaceOut } from "./space-out.ts";
import { extrasOf, writeExtras } from "./write-graph.ts";
import {
  articleRow,
  blockRow,
  DETAIL_COLUMNS,
  detailRow,
  headRow,
  LINKED_COLUMNS,
  lineRow,
  tellingRow,
} from "./write-linked.ts";

interface Changer {
  readonly db: Db;
  readonly numbering: Numbering;
  readonly evidence: EvidenceChanger;
  readonly edges: EdgeChanger;
  readonly names: NameChanger;
  nodeNumber(id: string): number;
  articleNow(id: string): ArticleFacts;
  nextProof(): number;
  /** Nodes by kind, more than before. */
  readonly kinds: Map<string, number>;
}

/**
 * To be called inside a transaction. Undefined, and nothing is written, when there is no room for a new node between its neighbors: then all must be
 * numbered anew.
 */
export function changeGraph(
  db: Db,
  change: KnowledgeChange,
  notes: readonly Note[],
): GraphAttributes | undefined {
  const numbers = spaceOut(db, comingNodes(db, change));
  if (numbers === undefined) return undefined;
  const numberOf = remembered(
    (id) =>
      numbers.get(id) ??
      (db.sql("SELECT number FROM node_rows WHERE id = ?").get([id])!.number as number),
  );
  const factsBefore = new Map<string, ArticleFacts>();
  const before = (id: string): ArticleFacts | undefined =>
    factsBefore.get(id) ?? articleFacts(db, id);
  const moved = [...change.region.articles, ...change.articles.map(({ record }) => record.id)];
  for (const id of [...moved, ...change.goneArticles]) {
    const facts = articleFacts(db, id);
    if (facts !== undefined) factsBefore.set(id, facts);
  }
  // First asked when the articles are written.
  const now = remembered((id) => articleFacts(db, id)!);
  const numbering = createNumbering(db);
  const evidence = evidenceChanger(db, { region: change.region, before, now }, numbering);
  let proofs = (db.sql("SELECT max(proof) AS most FROM edge_facts").get()?.most as number) ?? 0;
  const changer: Changer = {
    ...{ db, numbering, evidence, articleNow: now },
    edges: edgeChanger(db),
    names: nameChanger(db),
    nodeNumber: numberOf,
    nextProof: () => ++proofs,
    kinds: new Map(),
  };
  writeArticles(
    db,
    change.articles.map(({ record }) => record),
  );
  changeEvents(changer, change);
  changeEntities(changer, change);
  changeRelations(changer, change);
  changeTellings(changer, change);
  for (const id of change.goneEvents) dropNode(changer, id);
  for (const id of change.goneEntities) dropNode(changer, id);
  evidence.finish((quote, article) => isToldBySome(changer, quote, article));
  changeMemory(changer, change);
  changer.edges.finish();
  changer.names.finish();
  putMeta(db, "ranked", "no");
  return writeHeader(changer, notes);
}

function comingNodes(db: Db, { entities, events }: KnowledgeChange): string[] {
  const known = db.sql("SELECT 1 AS found FROM node_rows WHERE id = ?");
  return [...entities.map(({ head }) => head.id), ...events.map(({ event }) => event.id)].filter(
    (id) => known.get([id]) === undefined,
  );
}

function articleFacts(db: Db, id: string): ArticleFacts | undefined {
  const row = db
    .sql("SELECT number, published, reprint_group FROM article_rows WHERE id = ?")
    .get([id]);
  if (row === undefined) return undefined;
  return {
    number: row.number as number,
    published: (row.published as string | null) ?? undefined,
    reprint: row.reprint_group as string,
  };
}

function writeArticles(db: Db, articles: readonly ArticleRecord[]): void {
  const values = (record: ArticleRecord): Value[] => {
    const { title, origin, published, outlet, agency, url, sourceId, reprintGroup } = record;
    return [
      ...[title, origin, published ?? null, outlet ?? null, agency ?? null],
      ...[url ?? null, sourceId ?? null, reprintGroup],
    ];
  };
  for (const record of articles) {
    const found = db.sql("SELECT number FROM article_rows WHERE id = ?").get([record.id]);
    if (found !== undefined) {
      db.sql(
        `UPDATE article_rows SET title = ?, origin = ?, published = ?, outlet = ?, agency = ?, url = ?, source_id = ?,
         reprint_group = ? WHERE number = ?`,
      ).run([...values(record), found.number!]);
    } else {
      db.sql(
        `INSERT INTO article_rows (id, title, origin, published, outlet, agency, url, source_id, reprint_group)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run([record.id, ...values(record)]);
    }
  }
}

/** With all edges at them. Who takes part may be new, but has its number. */
function changeEvents(changer: Changer, change: KnowledgeChange): void {
  const { evidence, nodeNumber } = changer;
  for (const { event } of change.events) {
    const number = nodeNumber(event.id);
    const weigh = scaleOf(changer, event.evidence);
    const weight = evidence.replace("node_proofs", number, event.evidence);
    putNode(changer, number, event.id, eventNode(event, weigh), weight);
  }
  for (const { event, says } of change.events) {
    const own = [
      ...event.participants.map((participant) => roleEdge(event, participant)),
      ...says.map(relationEdge),
    ];
    changeEventEdges(changer, event, own);
  }
}

/** Those that stay as they were are not written. */
function changeEventEdges(
  changer: Changer,
  { id, evidence }: NewsEvent,
  edges: readonly Edge[],
): void {
  const before = new Map(
    changer.edges.at(changer.nodeNumber(id)).map((edge) => [keyOfPlace(edge), edge]),
  );
  const coming = edges.map((edge) => toEventEdge(changer, evidence, edge));
  const isSame = ({ place, weight, isTheirs }: EventEdge): boolean => {
    const old = before.get(keyOfPlace(place));
    return isTheirs && old?.proof === null && old.weight === weight;
  };
  const others = coming.filter((edge) => !isSame(edge));
  const stayed = new Set(coming.filter(isSame).map(({ place }) => keyOfPlace(place)));
  for (const [key, edge] of before) if (!stayed.has(key)) dropEdge(changer, edge);
  for (const edge of others) putEventEdge(changer, edge);
}

function scaleOf({ articleNow }: Changer, evidence: readonly Evidence[]) {
  const ids = [...new Set(evidence.map(({ article }) => article))];
  return createScale(
    ids.map((id) => ({ id, reprintGroup: articleNow(id).reprint }) as ArticleRecord),
  );
}

interface EventEdge {
  readonly edge: Edge;
  readonly place: EdgePlace;
  readonly weight: number;
  /** The sentences are those of the event, and stand with it. */
  readonly isTheirs: boolean;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

function toEventEdge(changer: Changer, ofEvent: readonly Evidence[], edge: Edge): EventEdge {
  const { weight, first, last } = edgeAttributes(edge, scaleOf(changer, edge.evidence));
  const isAtEvent = eventAt(edge.source, edge.target) !== undefined;
  const isTheirs = isAtEvent && isSameEvidence(edge.evidence, ofEvent);
  return { edge, place: placeOf(changer, edge), weight, isTheirs, first, last };
}

function putEventEdge(
  changer: Changer,
  { edge, place, weight, isTheirs, first, last }: EventEdge,
): void {
  const { db, evidence, edges } = changer;
  let proof: Value = null;
  if (!isTheirs) {
    proof = changer.nextProof();
    evidence.replace("edge_proofs", proof, edge.evidence);
    putFacts(db, proof, toDayNumber(first), toDayNumber(last), edge.evidence.length);
  }
  edges.put({ ...place, weight, proof });
}

function keyOfPlace({ source, target, sort }: EdgePlace): string {
  return `${source} ${target} ${sort}`;
}

function placeOf({ numbering, nodeNumber }: Changer, edge: Edge): EdgePlace {
  const { key, source, target } = edge;
  return {
    source: nodeNumber(source),
    target: nodeNumber(target),
    sort: numbering.sort(key, source, target, edge),
  };
}

function putFacts(db: Db, proof: number, first: Value, last: Value, sentences: number): void {
  db.sql("INSERT OR REPLACE INTO edge_facts VALUES (?, ?, ?, ?)").run([
    ...[proof, first, last, sentences],
  ]);
}

function dropEdge({ db, evidence, edges }: Changer, edge: StoredEdge): void {
  edges.remove(edge);
  if (edge.proof === null) return;
  evidence.drop("edge_proofs", edge.proof as number);
  db.sql("DELETE FROM edge_facts WHERE proof = ?").run([edge.proof]);
}

function changeEntities(changer: Changer, change: KnowledgeChange): void {
  const { db, evidence, nodeNumber } = changer;
  for (const { head, hashes, evidence: told } of change.entities) {
    const number = nodeNumber(head.id);
    const row = db.sql("SELECT stories FROM node_rows WHERE number = ?").get([number]);
    const stories = (row?.stories as number | undefined) ?? 0;
    const weight = evidence.splice("node_proofs", number, stories, told);
    const node: EntityNode = entityNode({ ...head, evidence: [] }, () => ({ stories: 0 }));
    putNode(changer, number, head.id, node, weight);
    db.sql("INSERT OR REPLACE INTO heads VALUES (?, ?, ?)").run(headRow(hashes, () => number));
  }
}

/** Weight and days are those of the evidence that is stored, of which `attributes` may hold a part. */
function putNode(
  changer: Changer,
  number: number,
  id: string,
  attributes: EntityNode | EventNode,
  { sentences, stories, first, last }: EvidenceWeight,
): void {
  const { db, numbering, names, kinds } = changer;
  const { kind, name, aliases } = attributes;
  const event = kind === "event" ? attributes : undefined;
  const said = [
    ...[id, numbering.term(kind), numbering.traits(attributes), name],
    ...[toDayNumber(event?.from), toDayNumber(event?.to)],
  ];
  const weighed = [stories, first, last, sentences];
  const before = db.sql("SELECT * FROM node_rows WHERE number = ?").get([number]);
  const [, ...columns] = Object.values(before ?? {}) as Value[];
  if (before === undefined) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    db.sql("INSERT INTO ranks VALUES (?, 0, 0, 0, 0)").run([number]);
  }
  // Of most only the weight is another: then few indexes are written.
  if (!said.every((value, i) => value === columns[i])) {
    db.sql("INSERT OR REPLACE INTO node_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run([
      ...[number, ...said, ...weighed],
    ]);
  } else if (!weighed.every((value, i) => value === columns[said.length + i])) {
    db.sql(
      "UPDATE node_rows SET stories = ?, first = ?, last = ?, sentences = ? WHERE number = ?",
    ).run([...weighed, number]);
  }
  const namesBefore = before === undefined ? [] : withAliases(db, number, before.name as string);
  names.change(number, id, event !== undefined, namesBefore, [name, ...aliases]);
  const extras = extrasOf(attributes, numbering);
  const extrasBefore = db
    .sql("SELECT told, former_ids, merged, x, y FROM extras WHERE node = ?")
    .get([number]);
  const other = Object.values(extrasBefore ?? {});
  if (extras.some((value, i) => value !== (other[i] ?? null))) {
    dropExtras(db, number);
    writeExtras(db, number, extras, attributes.formerIds);
  }
}

function namesOf(db: Db, number: number): string[] {
  const own = db.sql("SELECT name FROM node_rows WHERE number = ?").get([number]);
  return own === undefined ? [] : withAliases(db, number, own.name as string);
}

function withAliases(db: Db, number: number, name: string): string[] {
  const aliases = db.sql("SELECT name FROM alias_rows WHERE node = ? ORDER BY position");
  return [name, ...aliases.all([number]).map((row) => row.name as string)];
}

function dropExtras(db: Db, number: number): void {
  const row = db.sql("SELECT former_ids FROM extras WHERE node = ?").get([number]);
  if (row === undefined) return;
  for (const old of JSON.parse((row.former_ids as string | null) ?? "[]") as string[]) {
    db.sql("DELETE FROM former_ids WHERE id = ? AND node = ?").run([old, number]);
  }
  db.sql("DELETE FROM extras WHERE node = ?").run([number]);
}

function dropNode(changer: Changer, id: string): void {
  const { db, evidence, edges, names, kinds, nodeNumber } = changer;
  const number = nodeNumber(id);
  for (const edge of edges.at(number)) dropEdge(changer, edge);
  evidence.drop("node_proofs", number);
  const { kind } = db
    .sql(
      "SELECT t.term AS kind FROM node_rows n JOIN terms t ON t.number = n.kind WHERE n.number = ?",
    )
    .get([number])! as { kind: NodeAttributes["kind"] };
  names.change(number, id, kind === "event", namesOf(db, number), []);
  dropExtras(db, number);
  for (const table of ["ranks", "heads"]) {
    db.sql(`DELETE FROM ${table} WHERE node = ?`).run([number]);
  }
  db.sql("DELETE FROM node_rows WHERE number = ?").run([number]);
  kinds.set(kind, (kinds.get(kind) ?? 0) - 1);
}

/** Offices, whereabouts and common sentences: between entities, and mostly of more than the region. */
function changeRelations(changer: Changer, { relations, goneEntities }: KnowledgeChange): void {
  const { db, evidence, edges } = changer;
  const gone = new Set(goneEntities);
  for (const relation of relations) {
    // With a node go its edges.
    if (gone.has(relation.from) || gone.has(relation.to)) continue;
    const place = placeOf(changer, relationEdge(relation));
    const found = edges.find(place);
    const proof = (found?.proof as number | undefined) ?? changer.nextProof();
    const { sentences, stories, first, last } = evidence.splice(
      "edge_proofs",
      proof,
      found?.weight ?? 0,
      relation.evidence,
    );
    if (sentences === 0) {
      if (found !== undefined) dropEdge(changer, found);
      continue;
    }
    putFacts(db, proof, first, last, sentences);
    if (found?.weight === stories) continue;
    if (found !== undefined) edges.remove(found);
    edges.put({ ...place, weight: stories, proof });
  }
}

function changeTellings({ db, nodeNumber, articleNow }: Changer, change: KnowledgeChange): void {
  const articleNumber = (id: string): number => articleNow(id).number;
  for (const { article, event } of change.goneTellings) {
    db.sql("DELETE FROM tellings WHERE article = ? AND event = ?").run([
      ...[articleNumber(article), event],
    ]);
  }
  for (const telling of change.tellings) {
    db.sql("INSERT OR REPLACE INTO tellings VALUES (?, ?, ?, ?, ?, ?)").run(
      tellingRow(telling, articleNumber, nodeNumber),
    );
  }
}

function changeMemory({ db, articleNow }: Changer, change: KnowledgeChange): void {
  const articleNumber = (id: string): number => articleNow(id).number;
  const put = (table: string, columns: readonly string[], row: readonly Value[]): void => {
    const places = columns.map(() => "?").join(", ");
    db.sql(`INSERT OR REPLACE INTO ${table} (${columns.join(", ")}) VALUES (${places})`).run(row);
  };
  for (const { linked } of change.articles) {
    put("linked_articles", LINKED_COLUMNS, articleRow(linked, articleNumber));
    put("linked_details", DETAIL_COLUMNS, detailRow(linked, articleNumber));
    for (const line of linked.lines) {
      db.sql("INSERT INTO chain_lines VALUES (?, ?)").run(lineRow(line));
    }
  }
  for (const line of change.goneLines) {
    db.sql("DELETE FROM chain_lines WHERE number = ?").run([line]);
  }
  for (const id of change.goneArticles) {
    const number = articleNumber(id);
    for (const table of ["linked_articles", "linked_details"]) {
      db.sql(`DELETE FROM ${table} WHERE article = ?`).run([number]);
    }
    db.sql("DELETE FROM article_rows WHERE number = ?").run([number]);
  }
  for (const id of change.goneBlocks) db.sql("DELETE FROM blocks WHERE id = ?").run([id]);
  for (const block of change.blocks) {
    db.sql("INSERT OR REPLACE INTO blocks VALUES (?, ?)").run(blockRow(block));
  }
}

/**
 * Whether a sentence outside the region, which an event does not quote any more, is told by another owner. Looked up among all that its article
 * tells of; it is seldom asked.
 */
function isToldBySome(
  { db, nodeNumber, articleNow }: Changer,
  quote: number,
  article: string,
): boolean {
  const { number } = articleNow(article);
  const row = db.sql("SELECT entities FROM linked_details WHERE article = ?").get([number]);
  const cast = new Set((JSON.parse((row?.entities as string) ?? "[]") as string[][]).flat());
  const events = db.sql("SELECT DISTINCT node FROM tellings WHERE article = ?").all([number]);
  const nodes = [...[...cast].map(nodeNumber), ...events.map(({ node }) => node as number)];
  const isIn = (table: string, owner: Value): boolean =>
    db
      .sql(
        `SELECT 1 AS found FROM ${table} v, json_each(v.quotes) l WHERE v.owner = ? AND l.value = ? LIMIT 1`,
      )
      .get([owner, quote]) !== undefined;
  if (nodes.some((node) => isIn("node_proofs", node))) return true;
  const list = JSON.stringify(nodes);
  const edges = db
    .sql(
      `SELECT proof FROM edge_rows WHERE proof IS NOT NULL AND source IN (SELECT value FROM json_each(?))
       AND target IN (SELECT value FROM json_each(?))`,
    )
    .all([list, list]);
  return edges.some(({ proof }) => isIn("edge_proofs", proof!));
}

function writeHeader({ db, kinds, edges }: Changer, notes: readonly Note[]): GraphAttributes {
  const articles = db
    .sql("SELECT id, reprint_group AS reprintGroup FROM article_rows")
    .all() as Row[] as unknown as ArticleRecord[];
  const { counts } = JSON.parse(meta(db, "header")!) as GraphAttributes;
  const own = (kind: string): number => (counts?.[kind] ?? 0) + (kinds.get(kind) ?? 0);
  const nodes = {
    ...Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, own(kind)])),
    event: (counts?.events ?? 0) + (kinds.get("event") ?? 0),
  };
  const told = describe(articles, nodes, (counts?.edges ?? 0) + edges.growth(), notes);
  const { articles: _, notes: sorted, ...header } = told;
  putMeta(db, "header", JSON.stringify(header));
  putMeta(db, "graph notes", JSON.stringify(sorted));
  return told;
}

const ENTITY_KINDS = ["person", "organization", "group", "country", "place"];
