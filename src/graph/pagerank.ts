/**
 * PageRank (Page et al. 1999) over edges in both directions, weighed by stories: who acts and who is acted upon
 * both matter. Power iteration over flat arrays; damping 0.85, until the change is below 1e-8 or 100 rounds.
 * The ranks sum up to 1.
 */
import { type Adjacency, toAdjacency } from "./adjacency.ts";
import type { NewsGraph } from "./attributes.ts";

const DAMPING = 0.85;
const ROUNDS = 100;
const ENOUGH = 1e-8;

export function pagerank(graph: NewsGraph): Map<string, number> {
  const adjacency = toAdjacency(graph);
  const ranks = pageranks(adjacency);
  return new Map(adjacency.nodes.map((id, i) => [id, ranks[i]!]));
}

/** By index of the node. */
export function pageranks({ nodes, offsets, targets, weights }: Adjacency): Float64Array {
  const n = nodes.length;
  const strength = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = offsets[i]!; j < offsets[i + 1]!; j++) strength[i]! += weights[j]!;
  }
  let ranks = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(n);
    let idle = 0;
    for (let i = 0; i < n; i++) {
      if (strength[i] === 0) idle += ranks[i]!;
      const share = ranks[i]! / strength[i]!;
      for (let j = offsets[i]!; j < offsets[i + 1]!; j++) next[targets[j]!]! += share * weights[j]!;
    }
    let change = 0;
    for (let i = 0; i < n; i++) {
      next[i] = (1 - DAMPING) / n + DAMPING * (next[i]! + idle / n);
      change += Math.abs(next[i]! - ranks[i]!);
    }
    ranks = next;
    if (change < ENOUGH) break;
  }
  return ranks;
}
