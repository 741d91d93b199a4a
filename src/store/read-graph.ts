/** The whole graph out of a store, to be written in another format or laid out: byte by byte the one that went in. */
import { type Part, rebuild } from "../formats/rebuild.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import { byText } from "../graph/order.ts";
import type { Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import { type Db, openDatabase } from "./database.ts";
import { eventAt } from "./edge-proofs.ts";
import { createNumbered, type Numbered } from "./numbered.ts";
import { meta } from "./reader.ts";
import {
  EVIDENCE,
  EVIDENCE_JOINS,
  edgeFacts,
  toArticleRecord,
  toEvidence,
  toNodeAttributes,
} from "./rows.ts";

export function readStore(path: string): NewsGraph {
  const db = openDatabase(path, "read");
  try {
    return db.reading(() => readGraph(db));
  } finally {
    db.close();
  }
}

export function readGraph(db: Db): NewsGraph {
  const numbered = createNumbered(db);
  const proofs = readEvidence(db, "node_proofs", numbered);
  const ownProofs = readEvidence(db, "edge_proofs", numbered);
  const aliases = readAliases(db);
  const ids = new Map<number, string>();
  const numbers = new Map<string, number>();
  const nodes: Part[] = [];
  for (const row of db.sql("SELECT * FROM node_rows ORDER BY number").iterate()) {
    const number = row.number as number;
    ids.set(number, row.id as string);
    numbers.set(row.id as string, number);
    const attributes = toNodeAttributes(row, numbered, {
      aliases: () => aliases.get(number) ?? [],
      evidence: () => proofs.get(number) ?? [],
    });
    nodes.push({ key: row.id as string, attributes: { ...attributes } });
  }
  const edges: Part[] = [];
  for (const row of db.sql("SELECT * FROM edge_rows").iterate()) {
    const [source, target] = [ids.get(row.source as number)!, ids.get(row.target as number)!];
    const sort = numbered.sort(row.sort as number);
    const facts = edgeFacts(row, sort);
    const key = (sort.id as string | null) ?? edgeKey(source, facts.kind, target, facts);
    const evidence =
      row.proof === null
        ? proofs.get(numbers.get(eventAt(source, target)!)!)
        : ownProofs.get(row.proof as number);
    edges.push({ key, source, target, attributes: { ...facts, evidence: evidence ?? [] } });
  }
  return rebuild(header(db), nodes, edges.sort(byText(({ key }) => key)));
}

function readEvidence(db: Db, table: string, numbered: Numbered): Map<number, Evidence[]> {
  const groups = new Map<number, Evidence[]>();
  const rows = db.sql(
    `SELECT v.owner, ${EVIDENCE} FROM ${table} v ${EVIDENCE_JOINS} ORDER BY v.owner, v.position`,
  );
  for (const row of rows.iterate()) {
    const list = groups.get(row.owner as number);
    const evidence = toEvidence(row, numbered);
    if (list === undefined) groups.set(row.owner as number, [evidence]);
    else list.push(evidence);
  }
  return groups;
}

function readAliases(db: Db): Map<number, string[]> {
  const aliases = new Map<number, string[]>();
  const rows = db.sql("SELECT node, name FROM alias_rows ORDER BY node, position");
  for (const { node, name } of rows.iterate()) {
    const list = aliases.get(node as number);
    if (list === undefined) aliases.set(node as number, [name as string]);
    else list.push(name as string);
  }
  return aliases;
}

/** As `toGraph` orders it. */
function header(db: Db): string {
  const articles = db.sql("SELECT * FROM articles ORDER BY id").all().map(toArticleRecord);
  return JSON.stringify({
    ...(JSON.parse(meta(db, "header") ?? "{}") as object),
    articles,
    notes: JSON.parse(meta(db, "graph notes") ?? "[]"),
  });
}
