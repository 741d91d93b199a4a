/**
 * The graph as flat arrays, for algorithms that walk all of it: neighbors of node `i` are
 * `targets[offsets[i]..offsets[i + 1]]`.
 */
import type { NewsGraph } from "./attributes.ts";
import { isHidden } from "./kinds.ts";

export interface Adjacency {
  /** One more than there are nodes. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Uint32Array | Float64Array;
}

/** Every edge in both directions; without those that are hidden. By index in `graph.nodes()`. */
export function toAdjacency(graph: NewsGraph): Adjacency {
  const nodes = graph.nodes();
  const index = new Map(nodes.map((id, i) => [id, i]));
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  graph.forEachEdge((_, { kind, weight }, source, target) => {
    if (isHidden(kind) || source === target) return;
    sources.push(index.get(source)!);
    targets.push(index.get(target)!);
    weights.push(weight);
  });
  return joinEnds(nodes.length, { count: sources.length, sources, targets, weights });
}

/** By index of the node. */
export interface EdgeEnds {
  readonly count: number;
  readonly sources: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** Loops, and what `isShown` turns down, are left out. Whole numbers take half the memory. */
export function joinEnds(
  nodes: number,
  { count, sources, targets: ends, weights: stories }: EdgeEnds,
  isShown: (edge: number) => boolean = () => true,
): Adjacency {
  const offsets = new Uint32Array(nodes + 1);
  const takes = (i: number): boolean => sources[i] !== ends[i] && isShown(i);
  for (let i = 0; i < count; i++) {
    if (!takes(i)) continue;
    offsets[sources[i]! + 1]!++;
    offsets[ends[i]! + 1]!++;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, -1);
  const targets = new Uint32Array(offsets[nodes]!);
  const weights =
    stories instanceof Uint32Array
      ? new Uint32Array(targets.length)
      : new Float64Array(targets.length);
  const put = (from: number, to: number, weight: number): void => {
    const slot = next[from]!++;
    targets[slot] = to;
    weights[slot] = weight;
  };
  for (let i = 0; i < count; i++) {
    if (!takes(i)) continue;
    put(sources[i]!, ends[i]!, stories[i]!);
    put(ends[i]!, sources[i]!, stories[i]!);
  }
  return { offsets, targets, weights };
}
