/** The whole graph out of a store, to be written in another format or laid out: byte by byte the one that went in. */
import { type Part, rebuild } from "../formats/rebuild.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import type { Evidence } from "../model.ts";
import { type Db, openDatabase, type Row } from "./database.ts";
import { edgeId } from "./edge-id.ts";
import { meta } from "./reader.ts";
import { edgeFacts, toArticleRecord, toEvidence, toNodeAttributes } from "./rows.ts";

export function readStore(path: string): NewsGraph {
  const db = openDatabase(path, "read");
  try {
    return db.reading(() => readGraph(db));
  } finally {
    db.close();
  }
}

export function readGraph(db: Db): NewsGraph {
  const evidence = grouped(
    db
      .sql(
        `SELECT v.owner, q.*, v.rule, v.status, v.polarity, v.copies FROM evidence v
       JOIN quotes q ON q.number = v.quote ORDER BY v.owner, v.position`,
      )
      .iterate(),
  );
  const aliases = new Map<number, string[]>();
  const names = "SELECT node, name FROM aliases WHERE position > 0 ORDER BY node, position";
  for (const { node, name } of db.sql(names).iterate()) {
    const list = aliases.get(node as number);
    if (list === undefined) aliases.set(node as number, [name as string]);
    else list.push(name as string);
  }
  const ids = new Map<number, string>();
  const nodes: Part[] = [];
  for (const row of db.sql("SELECT * FROM nodes ORDER BY number").iterate()) {
    const number = row.number as number;
    ids.set(number, row.id as string);
    const attributes = toNodeAttributes(row, {
      aliases: () => aliases.get(number) ?? [],
      evidence: () => evidence.get(number) ?? [],
    });
    nodes.push({ key: row.id as string, attributes: { ...attributes } });
  }
  const edges: Part[] = [];
  for (const row of db.sql("SELECT * FROM edges ORDER BY number").iterate()) {
    const [source, target] = [ids.get(row.source as number)!, ids.get(row.target as number)!];
    const facts = edgeFacts(row);
    const key = (row.id as string | null) ?? edgeId(source, target, facts);
    const quotes = evidence.get(-(row.number as number)) ?? [];
    edges.push({ key, source, target, attributes: { ...facts, evidence: quotes } });
  }
  return rebuild(header(db), nodes, edges);
}

function grouped(rows: Iterable<Row>): Map<number, Evidence[]> {
  const groups = new Map<number, Evidence[]>();
  for (const row of rows) {
    const list = groups.get(row.owner as number);
    if (list === undefined) groups.set(row.owner as number, [toEvidence(row)]);
    else list.push(toEvidence(row));
  }
  return groups;
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
