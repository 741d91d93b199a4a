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
  const ends: number[] = [];
  const stories: number[] = [];
  graph.forEachEdge((_, { kind, weight }, source, target) => {
    if (isHidden(kind) || source === target) return;
    sources.push(index.get(source)!);
    ends.push(index.get(target)!);
    stories.push(weight);
  });
  return joinEnds(nodes.length, sources, ends, stories);
}

/** Of edges as columns, by index of the node. Whole numbers take half the memory. */
export function joinEnds(
  nodes: number,
  sources: ArrayLike<number>,
  ends: ArrayLike<number>,
  stories: ArrayLike<number>,
): Adjacency {
  const offsets = new Uint32Array(nodes + 1);
  for (let i = 0; i < sources.length; i++) {
    offsets[sources[i]! + 1]!++;
    offsets[ends[i]! + 1]!++;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, -1);
  const targets = new Uint32Array(sources.length * 2);
  const weights =
    stories instanceof Uint32Array
      ? new Uint32Array(sources.length * 2)
      : new Float64Array(sources.length * 2);
  const put = (from: number, to: number, weight: number): void => {
    const slot = next[from]!++;
    targets[slot] = to;
    weights[slot] = weight;
  };
  for (let i = 0; i < sources.length; i++) {
    put(sources[i]!, ends[i]!, stories[i]!);
    put(ends[i]!, sources[i]!, stories[i]!);
  }
  return { offsets, targets, weights };
}
