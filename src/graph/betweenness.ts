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
  if (n === 0) return new Float64Array();
  const size = Math.min(SAMPLE, Math.max(LEAST, Math.floor(STEPS / adjacency.targets.length)));
  const starts = n <= EXACT_UP_TO ? Array.from({ length: n }, (_, i) => i) : sample(n, size);
  const near = inOrderOfVisits(adjacency, starts[0]!);
  const sums = new Float64Array(n);
  const accumulate = createAccumulator(near, sums);
  for (const start of starts) accumulate(near.placeOf[start]!);
  // Each pair is seen from both of its ends.
  const scale = n / starts.length / 2;
  return new Float64Array(n).map((_, i) => sums[near.placeOf[i]!]! * scale);
}

type Links = Pick<Adjacency, "offsets" | "targets">;

interface PlacedLinks extends Links {
  /** Of each node: where it stands now. */
  readonly placeOf: Uint32Array;
}

/**
 * The nodes in the order in which a search finds them. Those that are looked at one after the other lie side by side then, in the searches from all
 * other nodes, too: a million nodes take half the time. The edges of each stay in their order, and so every sum is the same to the bit.
 */
function inOrderOfVisits({ offsets, targets }: Links, start: number): PlacedLinks {
  const n = offsets.length - 1;
  const order = new Uint32Array(n);
  /** One more than the place; 0 for what is not reached yet. */
  const placeOf = new Uint32Array(n);
  let length = 0;
  const visit = (node: number): void => {
    if (placeOf[node] !== 0) return;
    order[length++] = node;
    placeOf[node] = length;
  };
  let head = 0;
  const search = (from: number): void => {
    visit(from);
    for (; head < length; head++) {
      const v = order[head]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) visit(targets[j]!);
    }
  };
  search(start);
  for (let i = 0; i < n; i++) search(i);
  const placed = {
    offsets: new Uint32Array(n + 1),
    targets: new Uint32Array(targets.length),
    placeOf: placeOf.map((place) => place - 1),
  };
  let end = 0;
  for (let place = 0; place < n; place++) {
    const v = order[place]!;
    for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
      placed.targets[end++] = placed.placeOf[targets[j]!]!;
    }
    placed.offsets[place + 1] = end;
  }
  return placed;
}

function sample(n: number, size: number): number[] {
  const random = createRandom();
  const chosen = new Set<number>();
  while (chosen.size < size) chosen.add(Math.floor(random() * n));
  return [...chosen];
}

/**
 * One breadth-first search and the way back over it. The time goes into waiting for memory, so what is looked at most is small: of each node one
 * byte for its distance (neighbors differ by one at most: modulo three is enough). The steps of the shortest paths are kept in the order in which they are
 * found; the way back takes these alone. Arrays are reused.
 */
function createAccumulator(
  { offsets, targets }: Links,
  sums: Float64Array,
): (start: number) => void {
  const n = offsets.length - 1;
  // Where it is sampled, half the precision is enough, and half the memory quicker.
  const Numbers = n > EXACT_UP_TO ? Float32Array : Float64Array;
  /** The number of shortest paths to a node; on the way back (1 + share) / paths, of which the nodes before it take theirs. */
  const known = new Numbers(n);
  /** One more than the distance modulo three; 0 for what is not reached yet. */
  const rings = new Uint8Array(n);
  const queue = new Uint32Array(n);
  /** Each edge is a step of shortest paths in one direction at most. */
  const steps = new Uint32Array(targets.length / 2);
  /** Where the steps from the nodes of the queue end, in its order. */
  const ends = new Uint32Array(n);
  return (start) => {
    known.fill(0);
    rings.fill(0);
    known[start] = 1;
    rings[start] = 1;
    queue[0] = start;
    let length = 1;
    let stepped = 0;
    for (let head = 0; head < length; head++) {
      const v = queue[head]!;
      const next = (rings[v]! % 3) + 1;
      const ways = known[v]!;
      for (let j = offsets[v]!; j < offsets[v + 1]!; j++) {
        const w = targets[j]!;
        if (rings[w] === 0) {
          rings[w] = next;
          queue[length++] = w;
        } else if (rings[w] !== next) continue;
        known[w]! += ways;
        steps[stepped++] = w;
      }
      ends[head] = stepped;
    }
    for (let head = length - 1; head > 0; head--) {
      const v = queue[head]!;
      let share = 0;
      for (let j = ends[head - 1]!; j < ends[head]!; j++) share += known[steps[j]!]!;
      share *= known[v]!;
      sums[v]! += share;
      known[v] = (1 + share) / known[v]!;
    }
  };
}
