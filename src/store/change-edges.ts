/** Edges when articles came or went: rows of the table one by one, the packed edges of each node that has others at once. */
import type { Db, Value } from "./database.ts";
import { packEdges } from "./packed.ts";
import { readEdges } from "./reader.ts";
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
  /** Code and other end -> weight. */
  readonly weights: Map<number, number>;
  isChanged: boolean;
}

/** Sorts are fewer. */
const MOST_CODES = 2 ** 21;

export function edgeChanger(db: Db): EdgeChanger {
  const around = new Map<number, Ends>();
  let growth = 0;
  const endsOf = (node: number): Ends => {
    let ends = around.get(node);
    if (ends === undefined) {
      const { others, weights, codes } = readEdges(db, node);
      ends = { weights: new Map(), isChanged: false };
      for (let i = 0; i < others.length; i++) {
        ends.weights.set(others[i]! * MOST_CODES + codes[i]!, weights[i]!);
      }
      around.set(node, ends);
    }
    return ends;
  };
  const row = ({ source, target, sort }: EdgePlace, weight: number): StoredEdge => {
    const { proof } = db
      .sql(
        "SELECT proof FROM edge_rows WHERE source = ? AND weight = ? AND target = ? AND sort = ?",
      )
      .get([source, weight, target, sort])!;
    return { source, target, sort, weight, proof: proof! };
  };
  const setEnds = ({ source, target, sort }: EdgePlace, weight: number | undefined): void => {
    const set = (node: number, key: number): void => {
      const ends = endsOf(node);
      ends.isChanged = true;
      if (weight === undefined) ends.weights.delete(key);
      else ends.weights.set(key, weight);
    };
    set(source, target * MOST_CODES + sort * 2);
    if (source !== target) set(target, source * MOST_CODES + sort * 2 + 1);
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
      const key = place.target * MOST_CODES + place.sort * 2;
      const weight = endsOf(place.source).weights.get(key);
      return weight === undefined ? undefined : row(place, weight);
    },
    at: (node) =>
      [...endsOf(node).weights].map(([key, weight]) => {
        const other = Math.floor(key / MOST_CODES);
        const code = key % MOST_CODES;
        const sort = code >> 1;
        return (code & 1) === 0
          ? row({ source: node, target: other, sort }, weight)
          : row({ source: other, target: node, sort }, weight);
      }),
    put(edge) {
      const { source, target, sort, weight, proof } = edge;
      db.sql(
        "INSERT INTO edge_rows (source, weight, target, sort, proof) VALUES (?, ?, ?, ?, ?)",
      ).run([source, weight, target, sort, proof]);
      setEnds(edge, weight);
      growth++;
    },
    remove,
    growth: () => growth,
    finish() {
      for (const [node, ends] of around) if (ends.isChanged) writeEnds(db, node, ends.weights);
    },
  };
}

/** As `write-edges.ts` sorts them: the strongest first, then by the other end, sort and direction. */
function writeEnds(db: Db, node: number, ends: ReadonlyMap<number, number>): void {
  const sorted = [...ends].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const before = db.sql("SELECT count(*) AS parts FROM adjacency WHERE node = ?").get([node])!;
  let part = 0;
  for (let from = 0; from < sorted.length; from += ENDS_IN_A_ROW) {
    const own = sorted.slice(from, from + ENDS_IN_A_ROW);
    const packed = packEdges(
      {
        others: own.map(([key]) => Math.floor(key / MOST_CODES)),
        weights: own.map(([, weight]) => weight),
        codes: own.map(([key]) => key % MOST_CODES),
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
