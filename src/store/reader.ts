/**
 * One node, one edge, the edges around a node, out of the tables: what the calls of a query read. Rows that were
 * read are kept until the file changes or they become too many.
 */
import type { EdgeAttributes, GraphAttributes, NodeAttributes } from "../graph/attributes.ts";
import type { EdgeVisitor, GraphReader } from "../graph/query/reader.ts";
import type { Evidence } from "../model.ts";
import type { Db, Row } from "./database.ts";
import { edgeId } from "./edge-id.ts";
import { edgeFacts, toEdgeAttributes, toEvidence, toNodeAttributes } from "./rows.ts";

export interface StoreReader extends GraphReader {
  nodeRow(id: string): Row | undefined;
  edgeRow(id: string): EdgeRow | undefined;
  /** The first so many, or all. */
  evidenceOf(owner: number): Evidence[];
  forget(): void;
}

export interface EdgeRow {
  readonly row: Row;
  readonly source: string;
  readonly target: string;
}

const KEPT_ROWS = 100_000;

const AROUND = `SELECT e.*, a.id AS source_id, b.id AS target_id
  FROM adjacency d JOIN edges e ON e.number = d.edge
  JOIN nodes a ON a.number = e.source JOIN nodes b ON b.number = e.target
  WHERE d.node = ?`;

export function createReader(db: Db): StoreReader {
  const nodes = new Map<string, Row | undefined>();
  const edges = new Map<string, EdgeRow>();
  let header: GraphAttributes | undefined;

  const nodeRow = (id: string): Row | undefined =>
    kept(nodes, id, () => db.sql("SELECT * FROM nodes WHERE id = ?").get([id]));
  const knownNode = (id: string): Row => {
    const row = nodeRow(id);
    if (row === undefined) throw new Error(`store: there is no node "${id}"`);
    return row;
  };
  const evidenceOf = (owner: number): Evidence[] =>
    db
      .sql(
        `SELECT q.*, v.rule, v.status, v.polarity, v.copies FROM evidence v
         JOIN quotes q ON q.number = v.quote WHERE v.owner = ? ORDER BY v.position`,
      )
      .all([owner])
      .map(toEvidence);
  const withEnds = (row: Row): EdgeRow => ({
    row,
    source: row.source_id as string,
    target: row.target_id as string,
  });
  const keep = (found: EdgeRow): string => {
    const id =
      (found.row.id as string | null) ?? edgeId(found.source, found.target, edgeFacts(found.row));
    if (edges.size >= KEPT_ROWS) edges.clear();
    edges.set(id, found);
    return id;
  };
  const visit = (text: string, node: string, visitor: EdgeVisitor): void => {
    // All at once: the visitor may ask the same statement again.
    for (const row of db.sql(text).all([knownNode(node).number!])) {
      const found = withEnds(row);
      const id = keep(found);
      visitor(id, edgeAttributes(found), found.source, found.target);
    }
  };
  const edgeAttributes = ({ row }: EdgeRow): EdgeAttributes =>
    toEdgeAttributes(row, () => evidenceOf(-(row.number as number)));

  /** An edge is found by its beginning: `source|kind|`. */
  const edgeRow = (id: string): EdgeRow | undefined => {
    const known = edges.get(id);
    if (known !== undefined) return known;
    for (let bar = id.indexOf("|"); bar > 0; bar = id.indexOf("|", bar + 1)) {
      const source = nodeRow(id.slice(0, bar));
      if (source === undefined) continue;
      for (const row of db.sql(`${AROUND} AND e.source = d.node`).iterate([source.number!])) {
        const found = withEnds(row);
        if (edgeId(found.source, found.target, edgeFacts(row)) !== id) continue;
        keep(found);
        return found;
      }
    }
    const row = db
      .sql(
        `SELECT e.*, a.id AS source_id, b.id AS target_id FROM edges e
         JOIN nodes a ON a.number = e.source JOIN nodes b ON b.number = e.target WHERE e.id = ?`,
      )
      .get([id]);
    return row === undefined ? undefined : withEnds(row);
  };
  const knownEdge = (id: string): EdgeRow => {
    const found = edgeRow(id);
    if (found === undefined) throw new Error(`store: there is no edge "${id}"`);
    return found;
  };
  const getNodeAttributes = (id: string): NodeAttributes => {
    const row = knownNode(id);
    const number = row.number as number;
    return toNodeAttributes(row, {
      evidence: () => evidenceOf(number),
      aliases: () => aliasesOf(db, number),
    });
  };
  return {
    nodeRow,
    edgeRow,
    evidenceOf,
    forget() {
      nodes.clear();
      edges.clear();
      header = undefined;
    },
    hasNode: (id) => nodeRow(id) !== undefined,
    hasEdge: (id) => edgeRow(id) !== undefined,
    getNodeAttributes,
    getNodeAttribute: (id, name) => {
      // Those that need no other table are asked of every node on the way.
      if (name === "kind" || name === "stories" || name === "name") {
        return knownNode(id)[name] as NodeAttributes[typeof name];
      }
      return getNodeAttributes(id)[name];
    },
    getEdgeAttributes: (id) => edgeAttributes(knownEdge(id)),
    getEdgeAttribute: (id, name) => edgeAttributes(knownEdge(id))[name],
    getAttribute: (name) => {
      header ??= JSON.parse(meta(db, "header") ?? "{}") as GraphAttributes;
      return header[name];
    },
    extremities: (id) => {
      const { source, target } = knownEdge(id);
      return [source, target];
    },
    forEachEdge: (node, visitor) => visit(AROUND, node, visitor),
    forEachOutEdge: (node, visitor) => visit(`${AROUND} AND e.source = d.node`, node, visitor),
    degree: (id) => knownNode(id).edges as number,
  };
}

export function meta(db: Db, name: string): string | undefined {
  return db.sql("SELECT value FROM meta WHERE name = ?").get([name])?.value as string | undefined;
}

/** The first of its names is its own. */
function aliasesOf(db: Db, node: number): string[] {
  return db
    .sql("SELECT name FROM aliases WHERE node = ? AND position > 0 ORDER BY position")
    .all([node])
    .map(({ name }) => name as string);
}

function kept<T>(rows: Map<string, T>, id: string, read: () => T): T {
  if (rows.has(id)) return rows.get(id)!;
  const row = read();
  if (rows.size >= KEPT_ROWS) rows.clear();
  rows.set(id, row);
  return row;
}
