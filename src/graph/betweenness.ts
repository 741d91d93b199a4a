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
/** Edges followed at most, at each of their ends: about a second. On millions of edges the sample is smaller. */
const STEPS = 25_000_000;
const LEAST = 8;

/** Pairs of other nodes whose shortest path leads over the node (split where several are shortest). */
export function betweenness(graph: NewsGraph): Map<string, number> {
  const counts = betweennessOf(toAdjacency(graph));
  return new Map(graph.nodes().map((id, i) => [id, counts[i]!]));
}

/** By index of the node. */
export function betweennessOf(adjacency: Adjacency): Float64Array {
  const n = adjacency.offsets.length - 1;
  const size = Math.min(SAMPLE, Math.max(LEAST, Math.floor(STEPS / adjacency.targets.length)));
  const starts = n <= EXACT_UP_TO ? Array.from({ length: n }, (_, i) => i) : sample(n, size);
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

/**
 * One breadth-first search and the way back over it. What is known of a node lies in two numbers side by side, as the time goes into waiting
 * for memory: its distance, and on the way out the number of shortest paths to it, on the way back (1 + share) / paths, of which the nodes before it
 * take theirs. Arrays are reused.
 */
function createAccumulator(
  { offsets, targets }: Adjacency,
  sums: Float64Array,
): (start: number) => void {
  const n = offsets.length - 1;
  // Where it is sampled, half the precision is enough, and half the memory quicker.
  const known = n > EXACT_UP_TO ? new Float32Array(2 * n) : new Float64Array(2 * n);
  const queue = new Uint32Array(n);
  return (start) => {
    for (let i = 0; i < known.length; i += 2) {
      known[i] = -1;
      known[i + 1] = 0;
    }
    known[2 * start] = 0;
    known[2 * start + 1] = 1;
    queue[0] = start;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const v = queue[head]!;
      const next = known[2 * v]! + 1;
      const ways = known[2 * v + 1]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const at = 2 * targets[j]!;
        if (known[at] === -1) {
          known[at] = next;
          queue[length++] = targets[j]!;
        }
        if (known[at] === next) known[at + 1]! += ways;
      }
    }
    for (let head = length - 1; head > 0; head--) {
      const v = queue[head]!;
      const next = known[2 * v]! + 1;
      let share = 0;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const at = 2 * targets[j]!;
        if (known[at] === next) share += known[at + 1]!;
      }
      share *= known[2 * v + 1]!;
      sums[v]! += share;
      known[2 * v + 1] = (1 + share) / known[2 * v + 1]!;
    }
  };
}
