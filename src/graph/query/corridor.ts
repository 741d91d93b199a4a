/**
 * The part of a graph that the best ways from one node to another can lead through: breadth first from both ends, always from the side
 * with fewer nodes to take up, until they meet; then everything on a way of at most two steps more than the shortest. (Two, because
 * actors and events alternate.) Without this a search around a great power walks the whole graph.
 */
import type { NewsGraph } from "../attributes.ts";
import type { MayWalk } from "./walk.ts";

export interface Corridor {
  /** Steps that the ways in it may have. */
  readonly maxLength: number;
  /** For every node in it: the fewest steps that are left to the end. */
  readonly stepsLeft: ReadonlyMap<string, number>;
}

const DETOUR = 2;

/** `undefined` when no way of `maxLength` steps connects them. */
export function findCorridor(
  graph: NewsGraph,
  from: string,
  to: string,
  maxLength: number,
  mayWalk: MayWalk,
): Corridor | undefined {
  const start = createSpread(graph, from, mayWalk);
  const end = createSpread(graph, to, mayWalk);
  let length = maxLength;
  let hasMet = false;
  while (start.depth + end.depth < length && !start.isDone() && !end.isDone()) {
    const [side, other] = start.load() <= end.load() ? [start, end] : [end, start];
    const met = side.grow(other.depths);
    if (met !== undefined && !hasMet) {
      hasMet = true;
      length = Math.min(maxLength, met + DETOUR);
    }
  }
  if (!hasMet) return undefined;
  // What one side has not reached may still lie within: on from its rim, but only through nodes that the other side knows.
  while (start.depth < length && start.growWithin(end.depths, length)) {}
  while (end.depth < length && end.growWithin(start.depths, length)) {}
  const stepsLeft = new Map<string, number>();
  for (const [node, left] of end.depths) {
    const done = start.depths.get(node);
    if (done !== undefined && done + left <= length) stepsLeft.set(node, left);
  }
  return { maxLength: length, stepsLeft };
}

interface Spread {
  readonly depths: Map<string, number>;
  readonly depth: number;
  /** Edges to look at for the next ring. */
  load(): number;
  isDone(): boolean;
  /** Takes up the next ring; returns the shortest way over a node that `others` knows too. */
  grow(others: ReadonlyMap<string, number>): number | undefined;
  /** The same inside `others`; false when there is nothing more. */
  growWithin(others: ReadonlyMap<string, number>, length: number): boolean;
}

function createSpread(graph: NewsGraph, origin: string, mayWalk: MayWalk): Spread {
  const depths = new Map([[origin, 0]]);
  let rim = [origin];
  let depth = 0;
  const next = (accepts: (node: string) => boolean): string[] => {
    const ring: string[] = [];
    depth++;
    for (const node of rim) {
      graph.forEachEdge(node, (_, attributes, source, target) => {
        const other = source === node ? target : source;
        if (depths.has(other) || !accepts(other) || !mayWalk(attributes, source, target)) return;
        depths.set(other, depth);
        ring.push(other);
      });
    }
    return ring;
  };
  return {
    depths,
    get depth() {
      return depth;
    },
    load: () => rim.reduce((sum, node) => sum + graph.degree(node), 0),
    isDone: () => rim.length === 0,
    grow(others) {
      rim = next(() => true);
      let shortest: number | undefined;
      for (const node of rim) {
        const left = others.get(node);
        if (left !== undefined && (shortest === undefined || depth + left < shortest))
          shortest = depth + left;
      }
      return shortest;
    },
    growWithin(others, length) {
      rim = next((node) => depth + (others.get(node) ?? Number.POSITIVE_INFINITY) <= length);
      return rim.length > 0;
    },
  };
}
