/**
 * PageRank (Page et al. 1999) over edges in both directions, weighed by stories: who acts and who is acted upon
 * both matter. Power iteration over flat arrays; damping 0.85, until the change is below 1e-7 or 100 rounds.
 * The ranks sum up to 1.
 */
import { type Adjacency, toAdjacency } from "./adjacency.ts";
import type { NewsGraph } from "./attributes.ts";

const DAMPING = 0.85;
const ROUNDS = 100;
/** Ranks are told to the sixth decimal. */
const ENOUGH = 1e-7;

export function pagerank(graph: NewsGraph): Map<string, number> {
  const ranks = pageranks(toAdjacency(graph));
  return new Map(graph.nodes().map((id, i) => [id, ranks[i]!]));
}

/** By index of the node. */
export function pageranks({ offsets, targets, weights }: Adjacency): Float64Array {
  const n = offsets.length - 1;
  const strength = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = offsets[i]!; j < offsets[i + 1]!; j++) strength[i]! += weights[j]!;
  }
  const ranks = new Float64Array(n).fill(1 / n);
  const shares = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    let idle = 0;
    for (let i = 0; i < n; i++) {
      if (strength[i] === 0) idle += ranks[i]!;
      else shares[i] = ranks[i]! / strength[i]!;
    }
    const base = (1 - DAMPING) / n + (DAMPING * idle) / n;
    let change = 0;
    // Every edge stands at both of its ends: to collect waits less for memory than to hand out.
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = offsets[i]!; j < offsets[i + 1]!; j++) sum += shares[targets[j]!]! * weights[j]!;
      const rank = base + DAMPING * sum;
      change += Math.abs(rank - ranks[i]!);
      ranks[i] = rank;
    }
    if (change < ENOUGH) break;
  }
  return ranks;
}
