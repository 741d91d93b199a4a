/**
 * Betweenness: on how many shortest paths a node lies (Brandes 2001), without weights. Exact up to 1,000 nodes;
 * beyond that summed over a seeded sample of 400 starting nodes (fewer on millions of edges) and scaled up (Brandes and Pich 2007):
 * exact betweenness of 10,000 nodes takes half a minute.
 */
import { type Adjacency, toAdjacency } from "./adjacency.ts";
import type { NewsGraph } from "./attributes.ts";
import { createRandom } from "./random.ts";

const EXACT_UP_TO = 1000;
const SAMPLE = 400;
/** Edges followed at most, at each of their ends: about two seconds. On millions of edges the sample is smaller. */
const STEPS = 50_000_000;
const LEAST = 8;

/** Pairs of other nodes whose shortest path leads over the node (split where several are shortest). */
export function betweenness(graph: NewsGraph): Map<string, number> {
  const adjacency = toAdjacency(graph);
  const counts = betweennessOf(adjacency);
  return new Map(adjacency.nodes.map((id, i) => [id, counts[i]!]));
}

/** By index of the node. */
export function betweennessOf(adjacency: Adjacency): Float64Array {
  const n = adjacency.nodes.length;
  const size = Math.min(SAMPLE, Math.max(LEAST, Math.floor(STEPS / adjacency.targets.length)));
  const starts = n <= EXACT_UP_TO ? adjacency.nodes.map((_, i) => i) : sample(n, size);
  const sums = new Float64Array(n);
  const accumulate = createAccumulator(adjacency, sums);
  for (const start of starts) accumulate(start);
  // Each pair is seen from both of its ends.
  const scale = n / starts.length / 2;
  return sums.map((sum) => sum * scale);
}

function sample(n: number, size: number): number[] {
  const random = createRandom();
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(Math.floor(random() * n));
  return [...chosen];
}

/** One breadth-first search and the way back over it. Arrays are reused. */
function createAccumulator(
  { nodes, offsets, targets }: Adjacency,
  sums: Float64Array,
): (start: number) => void {
  const n = nodes.length;
  const distance = new Int32Array(n);
  const ways = new Float64Array(n);
  const share = new Float64Array(n);
  const queue = new Uint32Array(n);
  return (start) => {
    distance.fill(-1);
    ways.fill(0);
    share.fill(0);
    distance[start] = 0;
    ways[start] = 1;
    queue[0] = start;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const v = queue[head]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const w = targets[j]!;
        if (distance[w] === -1) {
          distance[w] = distance[v]! + 1;
          queue[length++] = w;
        }
        if (distance[w] === distance[v]! + 1) ways[w]! += ways[v]!;
      }
    }
    for (let head = length - 1; head > 0; head--) {
      const w = queue[head]!;
      for (let j = offsets[w]!; j < offsets[w + 1]!; j++) {
        const v = targets[j]!;
        if (distance[v] === distance[w]! - 1) share[v]! += (ways[v]! / ways[w]!) * (1 + share[w]!);
      }
      sums[w]! += share[w]!;
    }
  };
}
