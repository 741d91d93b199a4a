/**
 * One node, one edge, the edges around a node, out of the tables: what the calls of a query read. What was read is kept until the file
 * changes or it becomes too much.
 */
import type {
  EdgeAttributes,
  EdgeKind,
  GraphAttributes,
  NodeAttributes,
} from "../graph/attributes.ts";
import type { EdgeVisitor, GraphReader } from "../graph/query/reader.ts";
import type { EdgeMark, Place, Terrain } from "../graph/query/terrain.ts";
import type { Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import type { Db, Row } from "./database.ts";
import { eventAt } from "./edge-proofs.ts";
import { createKept } from "./kept-rows.ts";
import { createNumbered } from "./numbered.ts";
import { countPackedEdges, type PackedEdges, unpackEdges } from "./packed.ts";
import {
  EVIDENCE,
  EVIDENCE_JOINS,
  edgeFacts,
  type SortFacts,
  sortFacts,
  toEvidence,
  toNodeAttributes,
} from "./rows.ts";

export interface StoreReader extends GraphReader {
  readonly terrain: Terrain;
  /** The number of a word in the columns of nodes; -1 where no node has it. */
  term(text: string): number;
  edgeRow(id: string): EdgeRow | undefined;
  idOf(node: number): string;
  forget(): void;
}

export interface EdgeRow {
  readonly row: Row;
  readonly source: number;
  readonly target: number;
  readonly sort: number;
}

const KEPT_ROWS = 100_000;
/** Ends of edges kept unpacked: 12 bytes each. */
const KEPT_ENDS = 4_000_000;
const NOTHING: PackedEdges = { others: [], weights: [], codes: [] };

export function createReader(db: Db): StoreReader {
  const numbered = createNumbered(db);
  const nodes = createKept<number, Row>(KEPT_ROWS);
  const numbers = createKept<string, number>(KEPT_ROWS);
  const attributes = createKept<number, NodeAttributes>(KEPT_ROWS);
  const degrees = createKept<number, number>(KEPT_ROWS * 4);
  const around = createKept<number, PackedEdges>(KEPT_ENDS, ({ others }) => others.length + 8);
  const edges = createKept<string, EdgeRow>(KEPT_ROWS);
  const places = createKept<string, Omit<EdgeRow, "row">>(KEPT_ROWS);
  const proofs = {
    node_proofs: createKept<number, Evidence[]>(KEPT_ROWS, ({ length }) => length + 1),
    edge_proofs: createKept<number, Evidence[]>(KEPT_ROWS, ({ length }) => length + 1),
  };
  const sorts = new Map<number, SortFacts>();
  let header: GraphAttributes | undefined;

  const nodeRow = (number: number): Row =>
    nodes.get(number, () => db.sql("SELECT * FROM node_rows WHERE number = ?").get([number]))!;
  const numberOf = (id: string): number | undefined =>
    numbers.get(id, () => {
      const row = db.sql("SELECT * FROM node_rows WHERE id = ?").get([id]);
      if (row === undefined) return undefined;
      nodes.set(row.number as number, row);
      return row.number as number;
    });
  const known = (id: string): number => {
    const number = numberOf(id);
    if (number === undefined) throw new Error(`store: there is no node "${id}"`);
    return number;
  };
  const idOf = (number: number): string => nodeRow(number).id as string;
  const evidenceOf = (table: "node_proofs" | "edge_proofs", owner: number): Evidence[] =>
    proofs[table].get(owner, () =>
      db
        .sql(
          `SELECT ${EVIDENCE} FROM ${table} v ${EVIDENCE_JOINS} WHERE v.owner = ? ORDER BY v.position`,
        )
        .all([owner])
        .map((row) => toEvidence(row, numbered)),
    )!;
  const nodeAttributes = (number: number): NodeAttributes =>
    attributes.get(number, () =>
      toNodeAttributes(nodeRow(number), numbered, {
        evidence: () => evidenceOf("node_proofs", number),
        aliases: () => aliasesOf(db, number),
      }),
    )!;
  const packed = (number: number): Uint8Array | undefined =>
    db.sql("SELECT edges FROM adjacency WHERE node = ?").get([number])?.edges as
      | Uint8Array
      | undefined;
  const edgesAt = (number: number): PackedEdges =>
    around.get(number, () => {
      const bytes = packed(number);
      return bytes === undefined ? NOTHING : unpackEdges(bytes);
    })!;
  const factsOf = (sort: number): SortFacts => {
    let facts = sorts.get(sort);
    if (facts === undefined) {
      facts = sortFacts(numbered.sort(sort));
      sorts.set(sort, facts);
    }
    return facts;
  };
  const idOfEdge = (source: number, target: number, sort: number): string => {
    const own = numbered.sort(sort).id as string | null;
    if (own !== null) return own;
    const facts = factsOf(sort);
    return edgeKey(idOf(source), facts.kind, idOf(target), facts);
  };

  /** With what lies in a row of its own read when it is asked for. */
  const readEdge = (
    source: number,
    target: number,
    sort: number,
    row: () => Row,
    weight: number,
  ): EdgeAttributes => {
    const facts = factsOf(sort);
    const all = () => edgeFacts(row(), numbered.sort(sort));
    return {
      ...facts,
      weight,
      get first() {
        return all().first;
      },
      get last() {
        return all().last;
      },
      get evidence() {
        const { proof } = row();
        if (proof !== null) return evidenceOf("edge_proofs", proof as number);
        return evidenceOf("node_proofs", known(eventAt(idOf(source), idOf(target))!));
      },
    } as EdgeAttributes;
  };
  /** Of the edge with a code at one of its ends: at the end with fewer edges it is found sooner. */
  const weightOf = (here: number, there: number, code: number): number => {
    const isNearer = terrain.degree(here) <= terrain.degree(there);
    const at = edgesAt(isNearer ? here : there);
    const [end, mark] = isNearer ? [there, code] : [here, code ^ 1];
    for (let i = 0; i < at.others.length; i++) {
      if (at.others[i] === end && at.codes[i] === mark) return at.weights[i]!;
    }
    // A loop stands once, as it leaves.
    return here === there && code % 2 === 1 ? weightOf(here, there, code - 1) : 0;
  };

  const edgeRowOf = (source: number, target: number, sort: number, weight: number): Row =>
    db
      .sql("SELECT * FROM edge_rows WHERE source = ? AND weight = ? AND target = ? AND sort = ?")
      .get([source, weight, target, sort])!;

  /** An edge is found by its beginning, `source|kind|`, or, where it has an id of its own, by its sort. */
  const findEdge = (id: string): EdgeRow | undefined => {
    for (let bar = id.indexOf("|"); bar > 0; bar = id.indexOf("|", bar + 1)) {
      const source = numberOf(id.slice(0, bar));
      if (source === undefined) continue;
      const { others, weights, codes } = edgesAt(source);
      // Most ids name the other end right after the kind; a crowded node has too many edges to spell them all.
      for (let i = 0; i < others.length; i++) {
        if (codes[i]! % 2 === 1) continue;
        const sort = codes[i]! >> 1;
        const rest = id.slice(bar + 1);
        if (!rest.startsWith(`${factsOf(sort).kind}|`)) continue;
        const target = idOf(others[i]!);
        if (!rest.startsWith(target, factsOf(sort).kind.length + 1)) continue;
        if (idOfEdge(source, others[i]!, sort) !== id) continue;
        return {
          row: edgeRowOf(source, others[i]!, sort, weights[i]!),
          source,
          target: others[i]!,
          sort,
        };
      }
    }
    const own = db.sql("SELECT number, source, target FROM sorts WHERE id = ?").get([id]);
    if (own === undefined) return undefined;
    const [source, target] = [known(own.source as string), known(own.target as string)];
    const sort = own.number as number;
    const row = db
      .sql("SELECT * FROM edge_rows WHERE source = ? AND target = ? AND sort = ?")
      .get([source, target, sort]);
    return row === undefined ? undefined : { row, source, target, sort };
  };
  const edgeRow = (id: string): EdgeRow | undefined =>
    edges.get(id, () => {
      const place = places.get(id, () => undefined);
      if (place === undefined) return findEdge(id);
      const { source, target, sort } = place;
      return { row: edgeRowOf(source, target, sort, weightOf(source, target, sort * 2)), ...place };
    });
  const knownEdge = (id: string): EdgeRow => {
    const found = edgeRow(id);
    if (found === undefined) throw new Error(`store: there is no edge "${id}"`);
    return found;
  };
  const getEdgeAttributes = (id: string): EdgeAttributes => {
    const { row, source, target, sort } = knownEdge(id);
    const read = readEdge(source, target, sort, () => row, row.weight as number);
    return Object.defineProperties(
      { ...edgeFacts(row, numbered.sort(sort)) },
      { evidence: Object.getOwnPropertyDescriptor(read, "evidence")! },
    ) as EdgeAttributes;
  };

  const terrain = createTerrain();
  const visitEdges = (node: string, visit: EdgeVisitor, isOutwardOnly: boolean): void => {
    const place = known(node);
    terrain.forEachStep(place, (other, _kind, _weight, mark) => {
      const leaves = terrain.isOutward(place, mark);
      if (isOutwardOnly && !leaves) return;
      const ids = [terrain.id(place), terrain.id(other)] as const;
      const [source, target] = leaves ? ids : [ids[1], ids[0]];
      const edge = terrain.edgeId(place, other, mark);
      visit(edge, terrain.edge(place, other, mark), source, target);
    });
  };
  return {
    terrain,
    term: numbered.termNumber,
    edgeRow,
    idOf,
    forget() {
      const { node_proofs, edge_proofs } = proofs;
      const rows = [nodes, numbers, attributes, degrees, around, edges, places];
      for (const kept of [...rows, node_proofs, edge_proofs]) kept.clear();
      sorts.clear();
      numbered.forget();
      header = undefined;
    },
    hasNode: (id) => numberOf(id) !== undefined,
    hasEdge: (id) => edgeRow(id) !== undefined,
    getNodeAttributes: (id) => nodeAttributes(known(id)),
    getNodeAttribute: (id, name) => nodeAttributes(known(id))[name],
    getEdgeAttributes,
    getEdgeAttribute: (id, name) => getEdgeAttributes(id)[name],
    getAttribute: (name) => {
      header ??= JSON.parse(meta(db, "header") ?? "{}") as GraphAttributes;
      return header[name];
    },
    extremities: (id) => {
      const { source, target } = knownEdge(id);
      return [idOf(source), idOf(target)];
    },
    forEachEdge: (node, visit) => visitEdges(node, visit, false),
    forEachOutEdge: (node, visit) => visitEdges(node, visit, true),
    degree: (id) => terrain.degree(known(id)),
  };

  function createTerrain(): Terrain {
    const kinds: EdgeKind[] = [];
    /** The mark of an edge is its code; where the other end is known, that is enough. */
    const ends = (place: Place, other: Place, mark: EdgeMark): [number, number, number] => {
      const code = mark as number;
      const [here, there] = [place as number, other as number];
      return code % 2 === 1 ? [there, here, code >> 1] : [here, there, code >> 1];
    };
    return {
      place: known,
      id: (place) => idOf(place as number),
      compare: (a, b) => (a as number) - (b as number),
      node: (place) => nodeAttributes(place as number),
      degree: (place) =>
        degrees.get(place as number, () => {
          const bytes = packed(place as number);
          return bytes === undefined ? 0 : countPackedEdges(bytes);
        })!,
      forEachStep(place, visit) {
        const { others, weights, codes } = edgesAt(place as number);
        for (let i = 0; i < others.length; i++) {
          const code = codes[i]!;
          const sort = code >> 1;
          kinds[sort] ??= factsOf(sort).kind;
          visit(others[i]!, kinds[sort], weights[i]!, code);
        }
      },
      isOutward: (_place, mark) => (mark as number) % 2 === 0,
      edge(place, other, mark) {
        const [source, target, sort] = ends(place, other, mark);
        const weight = weightOf(place as number, other as number, mark as number);
        return readEdge(
          source,
          target,
          sort,
          () => edgeRowOf(source, target, sort, weight),
          weight,
        );
      },
      edgeId(place, other, mark) {
        const [source, target, sort] = ends(place, other, mark);
        const id = idOfEdge(source, target, sort);
        // Whoever asks for the name of an edge asks for the edge next.
        places.set(id, { source, target, sort });
        return id;
      },
    };
  }
}

export function meta(db: Db, name: string): string | undefined {
  return db.sql("SELECT value FROM meta WHERE name = ?").get([name])?.value as string | undefined;
}

function aliasesOf(db: Db, node: number): string[] {
  return db
    .sql("SELECT name FROM alias_rows WHERE node = ? ORDER BY position")
    .all([node])
    .map(({ name }) => name as string);
}
