/** Edges when articles came or went: rows of the table one by one, the packed edges of each node that has others at once. */
import type { Db, Value } from "./database.ts";
import { isProven, leadsHere, sortOf, toCode, unproven } from "./edge-codes.ts";
import { type EdgeColumns, packEdges } from "./packed.ts";
import { readEdges, readProof } from "./reader.ts";
import { ENDS_IN_A_ROW } from "./write-edges.ts";

export interface EdgePlace {
  readonly source: number;
  readonly target: number;
  readonly sort: number;
}

export interface StoredEdge extends EdgePlace {
  readonly weight: number;
  /** Null where the event has the sentences. */
  readonly proof: Value;
}

export interface EdgeChanger {
  find(edge: EdgePlace): StoredEdge | undefined;
  /** All at a node. */
  at(node: number): readonly StoredEdge[];
  put(edge: StoredEdge): void;
  remove(edge: StoredEdge): void;
  /** More edges than before. */
  growth(): number;
  finish(): void;
}

/** The edges at a node: as they are stored, strongest first, and what is other. A country has a hundred thousand, of which few change. */
interface Ends {
  readonly stored: EdgeColumns;
  /** Other end and code as of an edge without sentences of its own -> the edge; undefined: it went. */
  readonly changes: Map<number, End | undefined>;
}

interface End {
  readonly weight: number;
  readonly isProven: boolean;
}

/** Sorts are fewer than a fourth of them. */
const MOST_CODES = 2 ** 23;

function keyOf(other: number, sort: number, isInward: boolean): number {
  return other * MOST_CODES + toCode(sort, isInward, false);
}

function storedKey({ others, codes }: EdgeColumns, i: number): number {
  return others[i]! * MOST_CODES + unproven(codes[i]!);
}

function storedEnd({ weights, codes }: EdgeColumns, i: number): End {
  return { weight: weights[i]!, isProven: isProven(codes[i]!) };
}

export function edgeChanger(db: Db): EdgeChanger {
  const around = new Map<number, Ends>();
  let growth = 0;
  const endsOf = (node: number): Ends => {
    let ends = around.get(node);
    if (ends === undefined) {
      ends = { stored: readEdges(db, node), changes: new Map() };
      around.set(node, ends);
    }
    return ends;
  };
  const endOf = ({ stored, changes }: Ends, other: number, key: number): End | undefined => {
    if (changes.has(key)) return changes.get(key);
    const { others } = stored;
    for (let i = others.indexOf(other); i >= 0; i = others.indexOf(other, i + 1)) {
      if (storedKey(stored, i) === key) return storedEnd(stored, i);
    }
    return undefined;
  };
  const toEdge = ({ source, target, sort }: EdgePlace, { weight, isProven }: End): StoredEdge => {
    const proof = isProven ? readProof(db, { source, target, sort, weight }) : null;
    return { source, target, sort, weight, proof };
  };
  const setEnds = ({ source, target, sort }: EdgePlace, end: End | undefined): void => {
    endsOf(source).changes.set(keyOf(target, sort, false), end);
    if (source !== target) endsOf(target).changes.set(keyOf(source, sort, true), end);
  };
  return {
    find(place) {
      const { source, target, sort } = place;
      const end = endOf(endsOf(source), target, keyOf(target, sort, false));
      return end === undefined ? undefined : toEdge(place, end);
    },
    at: (node) =>
      mergedEnds(endsOf(node)).map(([key, end]) => {
        const other = Math.floor(key / MOST_CODES);
        const code = key % MOST_CODES;
        const [source, target] = leadsHere(code) ? [other, node] : [node, other];
        return toEdge({ source, target, sort: sortOf(code) }, end);
      }),
    put(edge) {
      const { source, target, sort, weight, proof } = edge;
      db.sql(
        "INSERT INTO edge_rows (source, weight, target, sort, proof) VALUES (?, ?, ?, ?, ?)",
      ).run([source, weight, target, sort, proof]);
      setEnds(edge, { weight, isProven: proof !== null });
      growth++;
    },
    remove(edge) {
      const { source, target, sort, weight } = edge;
      db.sql(
        "DELETE FROM edge_rows WHERE source = ? AND weight = ? AND target = ? AND sort = ?",
      ).run([source, weight, target, sort]);
      setEnds(edge, undefined);
      growth--;
    },
    growth: () => growth,
    finish() {
      for (const [node, ends] of around) if (ends.changes.size > 0) writeEnds(db, node, ends);
    },
  };
}

/** As `write-edges.ts` sorts them: the strongest first, then by the other end, sort and direction. */
function compareEnds([a, x]: readonly [number, End], [b, y]: readonly [number, End]): number {
  return y.weight - x.weight || a - b;
}

function comeIn(changes: Ends["changes"]): (readonly [number, End])[] {
  return [...changes]
    .flatMap(([key, end]) => (end === undefined ? [] : [[key, end] as const]))
    .sort(compareEnds);
}

function mergedEnds({ stored, changes }: Ends): (readonly [number, End])[] {
  const stayed = Array.from(
    stored.others,
    (_, i) => [storedKey(stored, i), storedEnd(stored, i)] as const,
  ).filter(([key]) => !changes.has(key));
  return [...stayed, ...comeIn(changes)];
}

/** Both are in order, so one pass puts those that come where they belong. */
function writeEnds(db: Db, node: number, { stored, changes }: Ends): void {
  const coming = comeIn(changes);
  const room = stored.others.length + coming.length;
  const others = new Uint32Array(room);
  const weights = new Uint32Array(room);
  const codes = new Uint32Array(room);
  let count = 0;
  const add = (other: number, weight: number, code: number): void => {
    others[count] = other;
    weights[count] = weight;
    codes[count++] = code;
  };
  let next = 0;
  const addBefore = (key: number, weight: number): void => {
    for (; next < coming.length; next++) {
      const [own, end] = coming[next]!;
      if (end.weight < weight || (end.weight === weight && own > key)) break;
      add(Math.floor(own / MOST_CODES), end.weight, (own % MOST_CODES) + Number(end.isProven));
    }
  };
  const touched = new Set([...changes.keys()].map((key) => Math.floor(key / MOST_CODES)));
  for (let i = 0; i < stored.others.length; i++) {
    const key = storedKey(stored, i);
    if (touched.has(stored.others[i]!) && changes.has(key)) continue;
    addBefore(key, stored.weights[i]!);
    add(stored.others[i]!, stored.weights[i]!, stored.codes[i]!);
  }
  addBefore(Infinity, -1);
  writeParts(db, node, { others, weights, codes }, count);
  const neighbors = new Set(others.subarray(0, count)).size;
  db.sql("UPDATE ranks SET edges = ?, neighbors = ? WHERE node = ?").run([count, neighbors, node]);
}

function writeParts(
  db: Db,
  node: number,
  { others, weights, codes }: EdgeColumns,
  count: number,
): void {
  const before = db.sql("SELECT count(*) AS parts FROM adjacency WHERE node = ?").get([node])!;
  let part = 0;
  for (let from = 0; from < count; from += ENDS_IN_A_ROW) {
    const to = Math.min(from + ENDS_IN_A_ROW, count);
    const own = {
      others: others.subarray(from, to),
      weights: weights.subarray(from, to),
      codes: codes.subarray(from, to),
    };
    const packed = packEdges(own, to - from);
    db.sql("INSERT OR REPLACE INTO adjacency VALUES (?, ?, ?)").run([node, part++, packed]);
  }
  if ((before.parts as number) > part) {
    db.sql("DELETE FROM adjacency WHERE node = ? AND part >= ?").run([node, part]);
  }
}
