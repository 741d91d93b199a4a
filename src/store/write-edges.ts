/** Edges as columns of numbers while they wait to be sorted: five millions of them take 150 MB, as objects they would take two gigabytes. */
import { type Adjacency, joinEnds } from "../graph/adjacency.ts";
import type { EdgeAttributes } from "../graph/attributes.ts";
import type { Db, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import { inserter } from "./inserter.ts";
import { packEdges } from "./packed.ts";

export interface EdgeColumns {
  add(
    source: number,
    target: number,
    sort: number,
    attributes: EdgeAttributes,
    proof: number,
  ): void;
  /** `together` and loops are left out. Numbers are those of the nodes divided by the gap. */
  adjacency(nodes: readonly string[], gap: number, isShown: (sort: number) => boolean): Adjacency;
  /** Different nodes at the other ends, by number; to be asked after `write`. */
  write(db: Db, numbers: Iterable<number>): Map<number, number>;
}

const NO_DAY = -0x80000000;

export function createEdgeColumns(size: number): EdgeColumns {
  const sources = new Uint32Array(size);
  const targets = new Uint32Array(size);
  const weights = new Uint32Array(size);
  const sorts = new Uint32Array(size);
  const firsts = new Int32Array(size);
  const lasts = new Int32Array(size);
  const sentences = new Uint32Array(size);
  const proofs = new Uint32Array(size);
  /** Days that are none. */
  const texts = new Map<number, readonly [Value, Value]>();
  let count = 0;

  const compare = (a: number, b: number): number => {
    const [x, y] = [a >> 1, b >> 1];
    return (
      weights[y]! - weights[x]! ||
      (a & 1 ? sources[x]! : targets[x]!) - (b & 1 ? sources[y]! : targets[y]!) ||
      sorts[x]! - sorts[y]! ||
      (a & 1) - (b & 1)
    );
  };
  return {
    add(source, target, sort, { weight, first, last, evidence }, proof) {
      const i = count++;
      sources[i] = source;
      targets[i] = target;
      weights[i] = weight;
      sorts[i] = sort;
      const [from, to] = [toDayNumber(first), toDayNumber(last === first ? undefined : last)];
      if (typeof from === "string" || typeof to === "string") texts.set(i, [from, to]);
      firsts[i] = typeof from === "number" ? from : NO_DAY;
      lasts[i] = typeof to === "number" ? to : NO_DAY;
      sentences[i] = evidence.length;
      proofs[i] = proof;
    },
    adjacency(nodes, gap, isShown) {
      const shown = new Uint32Array(count);
      let found = 0;
      for (let i = 0; i < count; i++) {
        if (sources[i] !== targets[i] && isShown(sorts[i]!)) shown[found++] = i;
      }
      const kept = shown.subarray(0, found);
      return joinEnds(
        nodes,
        kept.map((i) => sources[i]! / gap - 1),
        kept.map((i) => targets[i]! / gap - 1),
        kept.map((i) => weights[i]!),
      );
    },
    write(db, numbers) {
      const { ends, offsets } = endsByNode(sources, targets, count);
      const rows = inserter(db, "edge_rows", 8);
      const adjacency = inserter(db, "adjacency", 2);
      const neighbors = new Map<number, number>();
      const dayOf = (i: number, column: Int32Array, side: 0 | 1): Value =>
        column[i] === NO_DAY ? (texts.get(i)?.[side] ?? null) : column[i]!;
      for (const node of numbers) {
        const own = ends.subarray(offsets[node]!, offsets[node + 1]!);
        if (own.length === 0) continue;
        own.sort(compare);
        const others = new Uint32Array(own.length);
        const strengths = new Uint32Array(own.length);
        const codes = new Uint32Array(own.length);
        for (let at = 0; at < own.length; at++) {
          const leadsHere = own[at]! & 1;
          const i = own[at]! >> 1;
          others[at] = leadsHere ? sources[i]! : targets[i]!;
          strengths[at] = weights[i]!;
          codes[at] = sorts[i]! * 2 + leadsHere;
          if (leadsHere) continue;
          rows.add([
            node,
            weights[i]!,
            targets[i]!,
            sorts[i]!,
            dayOf(i, firsts, 0),
            dayOf(i, lasts, 1),
            sentences[i]!,
            proofs[i] === 0 ? null : proofs[i]!,
          ]);
        }
        adjacency.add([node, packEdges({ others, weights: strengths, codes })]);
        neighbors.set(node, countDifferent(others));
      }
      rows.finish();
      adjacency.finish();
      return neighbors;
    },
  };
}

/** Of each node its edges, twice the index and one more where the edge leads here; a loop once. */
function endsByNode(
  sources: Uint32Array,
  targets: Uint32Array,
  count: number,
): { readonly ends: Uint32Array; readonly offsets: Uint32Array } {
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, sources[i]!, targets[i]!);
  const offsets = new Uint32Array(most + 3);
  for (let i = 0; i < count; i++) {
    offsets[sources[i]! + 2]!++;
    if (sources[i] !== targets[i]) offsets[targets[i]! + 2]!++;
  }
  for (let node = 1; node < offsets.length; node++) offsets[node]! += offsets[node - 1]!;
  const ends = new Uint32Array(offsets.at(-1)!);
  for (let i = 0; i < count; i++) {
    ends[offsets[sources[i]! + 1]!++] = i * 2;
    if (sources[i] !== targets[i]) ends[offsets[targets[i]! + 1]!++] = i * 2 + 1;
  }
  return { ends, offsets };
}

function countDifferent(numbers: Uint32Array): number {
  if (numbers.length < 2) return numbers.length;
  const sorted = numbers.slice().sort();
  let different = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) different++;
  return different;
}
