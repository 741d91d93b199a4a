/** Edges when articles came or went: rows of the table one by one, the packed edges of each node that has others at once. */
import type { Db, Value } from "./database.ts";
import { isProven, leadsHere, sortOf, toCode } from "./edge-codes.ts";
import { packEdges } from "./packed.ts";
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

interface Ends {
  /** Other end and code as of an edge without sentences of its own -> the edge. */
  readonly edges: Map<number, End>;
  isChanged: boolean;
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

export function edgeChanger(db: Db): EdgeChanger {
  const around = new Map<number, Ends>();
  let growth = 0;
  const endsOf = (node: number): Ends => {
    let ends = around.get(node);
    if (ends === undefined) {
      const { others, weights, codes } = readEdges(db, node);
      ends = { edges: new Map(), isChanged: false };
      for (let i = 0; i < others.length; i++) {
        const code = codes[i]!;
        ends.edges.set(keyOf(others[i]!, sortOf(code), leadsHere(code)), {
          weight: weights[i]!,
          isProven: isProven(code),
        });
      }
      around.set(node, ends);
    }
    return ends;
  };
  const stored = ({ source, target, sort }: EdgePlace, { weight, isProven }: End): StoredEdge => {
    const proof = isProven ? readProof(db, { source, target, sort, weight }) : null;
    return { source, target, sort, weight, proof };
  };
  const setEnds = ({ source, target, sort }: EdgePlace, end: End | undefined): void => {
    const set = (node: number, key: number): void => {
      const ends = endsOf(node);
      ends.isChanged = true;
      if (end === undefined) ends.edges.delete(key);
      else ends.edges.set(key, end);
    };
    set(source, keyOf(target, sort, false));
    if (source !== target) set(target, keyOf(source, sort, true));
  };
  const remove = (edge: StoredEdge): void => {
    const { source, target, sort, weight } = edge;
    db.sql("DELETE FROM edge_rows WHERE source = ? AND weight = ? AND target = ? AND sort = ?").run(
      [source, weight, target, sort],
    );
    setEnds(edge, undefined);
    growth--;
  };
  return {
    find(place) {
      const end = endsOf(place.source).edges.get(keyOf(place.target, place.sort, false));
      return end === undefined ? undefined : stored(place, end);
    },
    at: (node) =>
      [...endsOf(node).edges].map(([key, end]) => {
        const other = Math.floor(key / MOST_CODES);
        const code = key % MOST_CODES;
        const [source, target] = leadsHere(code) ? [other, node] : [node, other];
        return stored({ source, target, sort: sortOf(code) }, end);
      }),
    put(edge) {
      const { source, target, sort, weight, proof } = edge;
      db.sql(
        "INSERT INTO edge_rows (source, weight, target, sort, proof) VALUES (?, ?, ?, ?, ?)",
      ).run([source, weight, target, sort, proof]);
      setEnds(edge, { weight, isProven: proof !== null });
      growth++;
    },
    remove,
    growth: () => growth,
    finish() {
      for (const [node, ends] of around) if (ends.isChanged) writeEnds(db, node, ends.edges);
    },
  };
}

/** As `write-edges.ts` sorts them: the strongest first, then by the other end, sort and direction. */
function writeEnds(db: Db, node: number, ends: ReadonlyMap<number, End>): void {
  const sorted = [...ends].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0]);
  const before = db.sql("SELECT count(*) AS parts FROM adjacency WHERE node = ?").get([node])!;
  let part = 0;
  for (let from = 0; from < sorted.length; from += ENDS_IN_A_ROW) {
    const own = sorted.slice(from, from + ENDS_IN_A_ROW);
    const packed = packEdges(
      {
        others: own.map(([key]) => Math.floor(key / MOST_CODES)),
        weights: own.map(([, { weight }]) => weight),
        codes: own.map(([key, { isProven }]) => (key % MOST_CODES) + (isProven ? 1 : 0)),
      },
      own.length,
    );
    db.sql("INSERT OR REPLACE INTO adjacency VALUES (?, ?, ?)").run([node, part++, packed]);
  }
  if ((before.parts as number) > part) {
    db.sql("DELETE FROM adjacency WHERE node = ? AND part >= ?").run([node, part]);
  }
  const neighbors = new Set(sorted.map(([key]) => Math.floor(key / MOST_CODES))).size;
  db.sql("UPDATE ranks SET edges = ?, neighbors = ? WHERE node = ?").run([
    sorted.length,
    neighbors,
    node,
  ]);
}
