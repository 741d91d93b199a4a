/** Edges as columns of numbers while they wait to be sorted: five millions of them take 100 MB, as objects they would take two gigabytes. */
import { type Adjacency, joinEnds } from "../graph/adjacency.ts";
import { sortByKey } from "../text/sort-numbers.ts";
import type { Db } from "./database.ts";
import { toCode } from "./edge-codes.ts";
import { inserter } from "./inserter.ts";
import { packEdges } from "./packed.ts";

export interface EdgeColumns {
  /** `source` and `target` are numbers of nodes; `proof` is 0 where the event has the sentences. */
  add(source: number, target: number, sort: number, weight: number, proof: number): void;
  /** `together` and loops are left out. By index of the node. */
  adjacency(isShown: (sort: number) => boolean): Adjacency;
  write(db: Db): Degrees;
}

/** By index of the node. */
export interface Degrees {
  readonly edges: Uint32Array;
  /** Different nodes at the other ends. */
  readonly neighbors: Uint32Array;
}

/** Ends in one row of packed edges. */
export const ENDS_IN_A_ROW = 2048;

/** Room for so many edges between so many nodes, whose numbers are `gap` apart. */
export function createEdgeColumns(nodes: number, size: number, gap: number): EdgeColumns {
  const sources = new Uint32Array(size);
  const targets = new Uint32Array(size);
  const sorts = new Uint32Array(size);
  const weights = new Uint32Array(size);
  const proofs = new Uint32Array(size);
  let count = 0;
  const toIndex = (number: number): number => number / gap - 1;

  return {
    add(source, target, sort, weight, proof) {
      const i = count++;
      sources[i] = toIndex(source);
      targets[i] = toIndex(target);
      sorts[i] = sort;
      weights[i] = weight;
      // Most have none: what is never written takes no memory.
      if (proof !== 0) proofs[i] = proof;
    },
    adjacency: (isShown) =>
      joinEnds(nodes, { count, sources, targets, weights }, (i) => isShown(sorts[i]!)),
    write(db) {
      const ends = sortedEnds();
      const columns = ["source", "weight", "target", "sort"];
      const shared = inserter(db, "edge_rows", columns);
      const proven = inserter(db, "edge_rows", [...columns, "proof"]);
      const adjacency = inserter(db, "adjacency", ["node", "part", "edges"]);
      const degrees = { edges: new Uint32Array(nodes), neighbors: new Uint32Array(nodes) };
      const lastSeen = new Uint32Array(nodes);
      const others = new Uint32Array(ENDS_IN_A_ROW);
      const strengths = new Uint32Array(ENDS_IN_A_ROW);
      const codes = new Uint32Array(ENDS_IN_A_ROW);
      for (let at = 0; at < ends.length; ) {
        const node = nodeAt(ends[at]!);
        const number = (node + 1) * gap;
        let row = 0;
        let part = 0;
        for (; at < ends.length && nodeAt(ends[at]!) === node; at++) {
          const end = ends[at]!;
          const i = end >> 1;
          const other = otherAt(end);
          degrees.edges[node]!++;
          if (lastSeen[other] !== node + 1) degrees.neighbors[node]!++;
          lastSeen[other] = node + 1;
          others[row] = (other + 1) * gap;
          strengths[row] = weights[i]!;
          codes[row] = toCode(sorts[i]!, (end & 1) === 1, proofs[i] !== 0);
          if ((end & 1) === 0) {
            if (proofs[i] === 0) shared.add(number, weights[i]!, others[row]!, sorts[i]!);
            else proven.add(number, weights[i]!, others[row]!, sorts[i]!, proofs[i]!);
          }
          if (++row < ENDS_IN_A_ROW) continue;
          adjacency.add(number, part++, packEdges({ others, weights: strengths, codes }, row));
          row = 0;
        }
        if (row > 0)
          adjacency.add(number, part, packEdges({ others, weights: strengths, codes }, row));
      }
      shared.finish();
      proven.finish();
      adjacency.finish();
      return degrees;
    },
  };

  /** Twice the index of an edge, and one more where it leads to the node; a loop once. */
  function nodeAt(end: number): number {
    return end & 1 ? targets[end >> 1]! : sources[end >> 1]!;
  }

  function otherAt(end: number): number {
    return end & 1 ? sources[end >> 1]! : targets[end >> 1]!;
  }

  /** By node, the strongest first, then by the other end, sort and direction. */
  function sortedEnds(): Uint32Array<ArrayBuffer> {
    let mostWeight = 0;
    let leastWeight = Number.POSITIVE_INFINITY;
    let mostSort = 0;
    let loops = 0;
    for (let i = 0; i < count; i++) {
      mostWeight = Math.max(mostWeight, weights[i]!);
      leastWeight = Math.min(leastWeight, weights[i]!);
      mostSort = Math.max(mostSort, sorts[i]!);
      if (sources[i] === targets[i]) loops++;
    }
    let ends = new Uint32Array(count * 2 - loops);
    for (let i = 0, at = 0; i < count; i++) {
      ends[at++] = i * 2;
      if (sources[i] !== targets[i]) ends[at++] = i * 2 + 1;
    }
    let spare = new Uint32Array(ends.length);
    const by = (key: (end: number) => number, most: number): void => {
      const sorted = sortByKey(ends, spare, key, most);
      if (sorted !== ends) spare = ends;
      ends = sorted;
    };
    by((end) => sorts[end >> 1]! * 2 + (end & 1), mostSort * 2 + 1);
    by(otherAt, nodes - 1);
    by((end) => mostWeight - weights[end >> 1]!, Math.max(0, mostWeight - leastWeight));
    by(nodeAt, nodes - 1);
    return ends;
  }
}
