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
import type { Terrain } from "../graph/query/terrain.ts";
import { edgeKey } from "../text/edge-key.ts";
import type { Db, Row, Value } from "./database.ts";
import { fromOtherEnd, isProven, leadsHere, sortOf } from "./edge-codes.ts";
import { eventAt } from "./edge-proofs.ts";
import { readHeader } from "./header.ts";
import { createKept, WORTH_ASKING_TOGETHER } from "./kept-rows.ts";
import { createNumbered } from "./numbered.ts";
import { createNumberedPlaces } from "./numbered-places.ts";
import { type EdgeColumns, type PackedEdges, unpackEdges } from "./packed.ts";
import { createEvidenceReader } from "./read-evidence.ts";
import {
  NODE,
  NODE_JOINS,
  type SortFacts,
  sortFacts,
  toEdgeAttributes,
  toNodeAttributes,
} from "./rows.ts";
import { ENDS_IN_A_ROW } from "./write-edges.ts";

export interface StoreReader extends GraphReader {
  readonly terrain: Terrain;
  /** The number of a word in the columns of nodes; -1 where no node has it. */
  term(text: string): number;
  idOf(node: number): string;
  /** Of edges that are asked for next, their sentences; the articles that those are of. */
  readEdges(ids: readonly string[]): ReadonlySet<string>;
  forget(): void;
}

/** An edge where it is found: by its ends and its sort. */
interface EdgePlace {
  readonly source: number;
  readonly target: number;
  readonly sort: number;
  readonly weight: number;
  readonly isProven: boolean;
}

const KEPT_ROWS = 100_000;
/** Ends of edges kept unpacked: 12 bytes each. */
const KEPT_ENDS = 4_000_000;
const NONE = new Uint32Array(0);
const NOTHING: EdgeColumns = { others: NONE, weights: NONE, codes: NONE };

export function createReader(db: Db): StoreReader {
  const numbered = createNumbered(db);
  const proofs = createEvidenceReader(db, numbered);
  const nodes = createKept<number, Row>(KEPT_ROWS);
  const numbers = createKept<string, number>(KEPT_ROWS);
  const attributes = createKept<number, NodeAttributes>(KEPT_ROWS);
  const degrees = createKept<number, number>(KEPT_ROWS * 4);
  const around = createKept<number, PackedEdges>(KEPT_ENDS, ({ others }) => others.length + 8);
  const places = createKept<string, EdgePlace>(KEPT_ROWS);
  const sorts = new Map<number, SortFacts>();
  let header: GraphAttributes | undefined;

  const nodeRow = (number: number): Row =>
    nodes.get(number, () => {
      const row = db.sql(`SELECT ${NODE} FROM ${NODE_JOINS} WHERE n.number = ?`).get([number])!;
      // Whoever asks for the id of a node asks for more of it by its id.
      numbers.set(row.id as string, number);
      return row;
    })!;
  const readNodes = (places: readonly number[]): void => {
    const missing = places.filter((place) => nodes.get(place, () => undefined) === undefined);
    if (missing.length < WORTH_ASKING_TOGETHER) return;
    const many = db.sql(
      `SELECT ${NODE} FROM ${NODE_JOINS} WHERE n.number IN (SELECT value FROM json_each(?))`,
    );
    for (const row of many.all([JSON.stringify(missing)])) {
      nodes.set(row.number as number, row);
      numbers.set(row.id as string, row.number as number);
    }
  };
  const numberOf = (id: string): number | undefined =>
    numbers.get(id, () => {
      const row = db.sql(`SELECT ${NODE} FROM ${NODE_JOINS} WHERE n.id = ?`).get([id]);
      if (row === undefined) return undefined;
      nodes.set(row.number as number, row);
      return row.number as number;
    });
  const known = (id: string): number => {
    const number = numberOf(id);
    if (number === undefined) throw new RangeError(`store: there is no node "${id}"`);
    return number;
  };
  const idOf = (number: number): string => nodeRow(number).id as string;
  const nodeAttributes = (number: number): NodeAttributes =>
    attributes.get(number, () =>
      toNodeAttributes(nodeRow(number), numbered, {
        evidence: () => proofs.of("node_proofs", number),
        aliases: () => aliasesOf(db, number),
      }),
    )!;
  /** Asked for again at each step of a walk. */
  let lastAround: { readonly number: number; readonly edges: PackedEdges } | undefined;
  const edgesAt = (number: number): PackedEdges => {
    if (lastAround?.number !== number) {
      lastAround = { number, edges: around.get(number, () => readEdges(db, number))! };
    }
    return lastAround.edges;
  };
  const rankOf = (number: number): Row =>
    db.sql("SELECT edges, neighbors FROM ranks WHERE node = ?").get([number])!;
  const degreeOf = (number: number): number =>
    degrees.get(number, () => rankOf(number).edges as number)!;
  const readDegrees = (places: readonly number[]): void => {
    const missing = places.filter((place) => degrees.get(place, () => undefined) === undefined);
    if (missing.length < WORTH_ASKING_TOGETHER) return;
    const many = db.sql(
      "SELECT node, edges FROM ranks WHERE node IN (SELECT value FROM json_each(?))",
    );
    for (const { node, edges } of many.all([JSON.stringify(missing)])) {
      degrees.set(node as number, edges as number);
    }
  };
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

  const proofOf = (place: EdgePlace): number | null =>
    place.isProven ? (readProof(db, place) as number) : null;
  /** Whose sentences and days an edge has that has none of its own. */
  const eventOf = ({ source, target }: EdgePlace): number =>
    known(eventAt(idOf(source), idOf(target))!);
  /** Its sentences lie in other rows, which are read when they are asked for. */
  const readEdge = (place: EdgePlace): EdgeAttributes => {
    const proof = proofOf(place);
    const days =
      proof === null
        ? nodeRow(eventOf(place))
        : db.sql("SELECT first, last FROM edge_facts WHERE proof = ?").get([proof])!;
    return toEdgeAttributes(numbered.sort(place.sort), place.weight, days, () =>
      proof === null ? proofs.of("node_proofs", eventOf(place)) : proofs.of("edge_proofs", proof),
    );
  };
  /** Edges between two nodes, with their codes as they are seen from the first: at the end with fewer edges they are found sooner. */
  const forEachBetween = (
    here: number,
    there: number,
    visit: (code: number, weight: number) => void,
  ): void => {
    const isNearer = degreeOf(here) <= degreeOf(there);
    const { others, weights, codes } = edgesAt(isNearer ? here : there);
    const end = isNearer ? there : here;
    // A loop stands once, as it leaves.
    const isTurned = !isNearer && here !== there;
    for (let i = 0; i < others.length; i++) {
      if (others[i] !== end) continue;
      visit(isTurned ? fromOtherEnd(codes[i]!) : codes[i]!, weights[i]!);
    }
  };
  /** `mark`: where the edge stands among those of `here`. */
  const placeOf = (here: number, mark: number): EdgePlace => {
    const { others, weights, codes } = edgesAt(here);
    const [there, code] = [others[mark]!, codes[mark]!];
    const [source, target] = leadsHere(code) ? [there, here] : [here, there];
    return toPlace(source, target, code, weights[mark]!);
  };

  /** `source|kind|target`, and more where edges run side by side; ids may have bars in them. */
  const findEdge = (id: string): EdgePlace | undefined => {
    for (let bar = id.indexOf("|"); bar > 0; bar = id.indexOf("|", bar + 1)) {
      const source = numberOf(id.slice(0, bar));
      const begin = source === undefined ? 0 : id.indexOf("|", bar + 1) + 1;
      if (source === undefined || begin === 0) continue;
      let end = begin;
      while (end < id.length) {
        const next = id.indexOf("|", end + 1);
        end = next < 0 ? id.length : next;
        const target = numberOf(id.slice(begin, end));
        if (target === undefined) continue;
        let found: EdgePlace | undefined;
        forEachBetween(source, target, (code, weight) => {
          if (!leadsHere(code) && idOfEdge(source, target, sortOf(code)) === id) {
            found = toPlace(source, target, code, weight);
          }
        });
        if (found !== undefined) return found;
      }
    }
    const own = db.sql("SELECT number, source, target FROM sorts WHERE id = ?").get([id]);
    if (own === undefined) return undefined;
    const [source, target] = [known(own.source as string), known(own.target as string)];
    let found: EdgePlace | undefined;
    forEachBetween(source, target, (code, weight) => {
      if (sortOf(code) === own.number && !leadsHere(code)) {
        found = toPlace(source, target, code, weight);
      }
    });
    return found;
  };
  const knownEdge = (id: string): EdgePlace => {
    const found = places.get(id, () => findEdge(id));
    if (found === undefined) throw new RangeError(`store: there is no edge "${id}"`);
    return found;
  };

  const terrain = createTerrain();
  const visitEdges = (node: string, visit: EdgeVisitor, isOutwardOnly: boolean): void => {
    const place = known(node);
    terrain.forEachStep(place, (other, _kind, _weight, mark) => {
      const leaves = terrain.isOutward(place, mark);
      if (isOutwardOnly && !leaves) return;
      const ids = [terrain.id(place), terrain.id(other)] as const;
      const [source, target] = leaves ? ids : [ids[1], ids[0]];
      const edge = terrain.edgeId(place, mark);
      visit(edge, terrain.edge(place, mark), source, target);
    });
  };
  return {
    terrain,
    term: numbered.termNumber,
    idOf,
    readEdges(ids) {
      const ofEvents: number[] = [];
      const ofEdges: number[] = [];
      for (const id of ids) {
        const place = knownEdge(id);
        const proof = proofOf(place);
        if (proof === null) ofEvents.push(eventOf(place));
        else ofEdges.push(proof);
      }
      return new Set([
        ...proofs.readMany("node_proofs", ofEvents),
        ...proofs.readMany("edge_proofs", ofEdges),
      ]);
    },
    forget() {
      for (const kept of [nodes, numbers, attributes, degrees, around, places]) kept.clear();
      lastAround = undefined;
      proofs.forget();
      sorts.clear();
      numbered.forget();
      header = undefined;
    },
    hasNode: (id) => numberOf(id) !== undefined,
    hasEdge: (id) => places.get(id, () => findEdge(id)) !== undefined,
    getNodeAttributes: (id) => nodeAttributes(known(id)),
    getNodeAttribute: (id, name) => nodeAttributes(known(id))[name],
    getEdgeAttributes: (id) => readEdge(knownEdge(id)),
    getEdgeAttribute: (id, name) => readEdge(knownEdge(id))[name],
    getAttribute: (name) => {
      header ??= readHeader(db);
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
    // The mark of an edge is where it stands among those of the place that it is seen from.
    return {
      place: known,
      id: (place) => idOf(place as number),
      compare: (a, b) => (a as number) - (b as number),
      node: (place) => nodeAttributes(place as number),
      degree: (place) => degreeOf(place as number),
      neighbors: (place) => rankOf(place as number).neighbors as number,
      readDegrees: (places) => readDegrees(places as readonly number[]),
      readNodes: (places) => readNodes(places as readonly number[]),
      createPlaces: createNumberedPlaces,
      forEachStep(place, visit) {
        const { others, weights, codes } = edgesAt(place as number);
        for (let i = 0; i < others.length; i++) {
          const sort = sortOf(codes[i]!);
          kinds[sort] ??= factsOf(sort).kind;
          visit(others[i]!, kinds[sort], weights[i]!, i);
        }
      },
      isOutward: (place, mark) => !leadsHere(edgesAt(place as number).codes[mark as number]!),
      edge: (place, mark) => readEdge(placeOf(place as number, mark as number)),
      edgeId(place, mark) {
        const found = placeOf(place as number, mark as number);
        const id = idOfEdge(found.source, found.target, found.sort);
        // Whoever asks for the name of an edge asks for the edge next.
        places.set(id, found);
        return id;
      },
      someEvidence: (place, most) => proofs.some("node_proofs", place as number, most),
      someEdgeEvidence(here, mark, most) {
        const place = placeOf(here as number, mark as number);
        const proof = proofOf(place);
        return proof === null
          ? proofs.some("node_proofs", eventOf(place), most)
          : proofs.some("edge_proofs", proof, most);
      },
      evidenceInOrder: (place, options) =>
        proofs.inOrder(
          "node_proofs",
          place as number,
          nodeRow(place as number).sentences as number,
          options,
        ),
      sentences: (place) => nodeRow(place as number).sentences as number,
    };
  }
}

function toPlace(source: number, target: number, code: number, weight: number): EdgePlace {
  return { source, target, sort: sortOf(code), weight, isProven: isProven(code) };
}

/** The owner of the sentences of an edge that has its own. */
export function readProof(
  db: Db,
  { source, target, sort, weight }: Omit<EdgePlace, "isProven">,
): Value {
  return db
    .sql("SELECT proof FROM edge_rows WHERE source = ? AND weight = ? AND target = ? AND sort = ?")
    .get([source, weight, target, sort])!.proof!;
}

/** In the order of the rows: the strongest first. */
export function readEdges(db: Db, node: number): EdgeColumns {
  const first = db.sql("SELECT edges FROM adjacency WHERE node = ? AND part = 0").get([node]);
  if (first === undefined) return NOTHING;
  const edges = unpackEdges([first.edges as Uint8Array]);
  if (edges.others.length < ENDS_IN_A_ROW) return edges;
  const rows = db.sql("SELECT edges FROM adjacency WHERE node = ? ORDER BY part").all([node]);
  return unpackEdges(rows.map((row) => row.edges as Uint8Array));
}

function aliasesOf(db: Db, node: number): string[] {
  return db
    .sql("SELECT name FROM alias_rows WHERE node = ? ORDER BY position")
    .all([node])
    .map(({ name }) => name as string);
}
