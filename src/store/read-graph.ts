/** The whole graph out of a store, to be written in another format or laid out: byte by byte the one that went in. */
import { type Part, rebuild } from "../formats/rebuild.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import { ensureLayout } from "../graph/layout.ts";
import { byText } from "../graph/order.ts";
import type { Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import { type Db, openDatabase, type Row } from "./database.ts";
import { eventAt } from "./edge-proofs.ts";
import { meta, readHeader } from "./header.ts";
import { createNumbered, type Numbered } from "./numbered.ts";
import { addProofs, type GrowingProofs } from "./read-evidence.ts";
import {
  NODE,
  NODE_JOINS,
  QUOTE,
  type Quote,
  toEdgeAttributes,
  toEvidence,
  toNodeAttributes,
  toQuote,
} from "./rows.ts";
import type { StoreSettings } from "./update.ts";
import type { ProofTable } from "./write-evidence.ts";

export interface ReadOptions {
  /** Positions, which take most of the time. Default true, but for a store that was made without. */
  readonly layout?: boolean;
}

export function readStore(path: string, options: ReadOptions = {}): NewsGraph {
  const db = openDatabase(path, "read");
  try {
    return db.reading(() => readGraph(db, options));
  } finally {
    db.close();
  }
}

function readGraph(db: Db, { layout = true }: ReadOptions): NewsGraph {
  const numbered = createNumbered(db);
  const quotes = readQuotes(db, numbered);
  const proofs = readEvidence(db, "node_proofs", quotes, numbered);
  const ownProofs = readEvidence(db, "edge_proofs", quotes, numbered);
  const aliases = readAliases(db);
  const rows = new Map<number, Row>();
  const nodes: Part[] = [];
  for (const row of db.sql(`SELECT ${NODE} FROM ${NODE_JOINS} ORDER BY n.number`).iterate()) {
    const number = row.number as number;
    rows.set(number, row);
    const attributes = toNodeAttributes(row, numbered, {
      aliases: () => aliases.get(number) ?? [],
      evidence: () => proofs.get(number) ?? [],
    });
    nodes.push({ key: row.id as string, attributes: { ...attributes } });
  }
  const edges: Part[] = [];
  const edgeRows = db.sql(
    `SELECT e.source, e.weight, e.target, e.sort, e.proof, f.first, f.last
     FROM edge_rows e LEFT JOIN edge_facts f ON f.proof = e.proof`,
  );
  for (const row of edgeRows.iterate()) {
    const [from, to] = [rows.get(row.source as number)!, rows.get(row.target as number)!];
    const [source, target] = [from.id as string, to.id as string];
    const sort = numbered.sort(row.sort as number);
    const event = eventAt(source, target) === target ? to : from;
    const evidence =
      row.proof === null ? proofs.get(event.number as number) : ownProofs.get(row.proof as number);
    const attributes = toEdgeAttributes(
      sort,
      row.weight as number,
      row.proof === null ? event : row,
      () => evidence ?? [],
    );
    const key = (sort.id as string | null) ?? edgeKey(source, attributes.kind, target, attributes);
    edges.push({ key, source, target, attributes: { ...attributes } });
  }
  const graph = rebuild(
    JSON.stringify(readHeader(db)),
    nodes,
    edges.sort(byText(({ key }) => key)),
  );
  if (layout && isDrawn(db)) ensureLayout(graph);
  return graph;
}

/** A store of articles keeps no positions: an addition would move them all. They are drawn here, unless the store was made without. */
function isDrawn(db: Db): boolean {
  const settings = meta(db, "settings");
  return settings !== undefined && (JSON.parse(settings) as StoreSettings).layout !== false;
}

function readQuotes(db: Db, numbered: Numbered): readonly Quote[] {
  const quotes: Quote[] = [];
  for (const row of db.sql(`SELECT ${QUOTE}`).iterate()) {
    quotes[row.number as number] = toQuote(row, numbered);
  }
  return quotes;
}

function readEvidence(
  db: Db,
  table: ProofTable,
  quotes: readonly Quote[],
  numbered: Numbered,
): Map<number, Evidence[]> {
  const proofs = new Map<number, GrowingProofs>();
  const rows = db.sql(`SELECT owner, quotes, manners FROM ${table} ORDER BY owner, part`);
  for (const row of rows.iterate()) {
    const owner = row.owner as number;
    let list = proofs.get(owner);
    if (list === undefined) {
      list = { numbers: [], manners: [] };
      proofs.set(owner, list);
    }
    addProofs(list, row);
  }
  return new Map(
    [...proofs].map(([owner, { numbers, manners }]) => [
      owner,
      numbers.map((number, i) => toEvidence(quotes[number]!, numbered.manner(manners[i]!))),
    ]),
  );
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
