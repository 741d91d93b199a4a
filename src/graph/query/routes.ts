/**
 * The cheapest ways from one node to another, without repeated nodes: Dijkstra from both ends at once (Pohl
 * 1971), from whichever side has looked at less. Wherever the two meet is a way; the best is exact, the others
 * are the best over other meeting points (the via-node alternatives of Abraham et al. 2013, doi
 * 10.1145/2444016.2444019), which also makes them differ. Crowded nodes cost much to enter, so that they are
 * met from both sides but seldom searched through.
 */
import { createHeap, type Heap } from "./heap.ts";
import type { EdgeMark, Place, Terrain } from "./terrain.ts";
import type { MayWalk } from "./walk.ts";

export interface RouteOptions {
  readonly from: Place;
  readonly to: Place;
  /** Edges on the way. */
  readonly maxLength: number;
  /** How many ways. */
  readonly limit: number;
  readonly mayWalk: MayWalk;
  readonly stepCost: (weight: number) => number;
  /** Of the nodes between the ends. */
  readonly nodeCost: (node: Place) => number;
}

export interface Route {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly cost: number;
}

/** Half ways that may be in sight; on a graph of millions what lies beyond counts as not connected. */
const EFFORT = 300_000;

/** When the best way is certain, others are looked for until so many times the half ways are in sight, and some more. */
const OTHERS_EFFORT = 2;
const OTHERS_LEAST = 3000;

/** A way from one of the ends. Its cost holds that of its last node. */
interface Way {
  readonly node: Place;
  readonly steps: number;
  readonly cost: number;
  readonly edge?: EdgeMark;
  readonly before?: Way;
}

interface Side {
  readonly heap: Heap<Way>;
  /** All ways in sight, by their last node. */
  readonly ways: Map<Place, Way[]>;
  /** Fewest steps among the ways that were gone on from, by node. */
  readonly fewestSteps: Map<Place, number>;
  sighted: number;
}

export function cheapestRoutes(terrain: Terrain, options: RouteOptions): Route[] {
  const { from, to, limit } = options;
  const start = createSide(from);
  const end = createSide(to);
  let routes: Route[] = [];
  let most: number | undefined;
  while (start.sighted + end.sighted < EFFORT) {
    const worst = routes[limit - 1]?.cost ?? Number.POSITIVE_INFINITY;
    const [nearStart, nearEnd] = [start.heap.least(), end.heap.least()];
    if (nearStart === undefined || nearEnd === undefined) break;
    if (nearStart + nearEnd >= worst) break;
    const sighted = start.sighted + end.sighted;
    if (nearStart + nearEnd >= (routes[0]?.cost ?? Number.POSITIVE_INFINITY)) {
      // The best is known; others are worth about as much again.
      most ??= OTHERS_EFFORT * sighted + OTHERS_LEAST;
      if (sighted > most) break;
    }
    const side = effort(terrain, start) <= effort(terrain, end) ? start : end;
    const other = side === start ? end : start;
    const way = side.heap.pop()!.item;
    if ((side.fewestSteps.get(way.node) ?? Number.POSITIVE_INFINITY) <= way.steps) continue;
    side.fewestSteps.set(way.node, way.steps);
    for (const next of onward(terrain, way, options)) {
      sight(side, next);
      for (const rest of other.ways.get(next.node) ?? []) {
        if (next.steps + rest.steps > options.maxLength) continue;
        const cost = next.cost + rest.cost - costOf(next.node, options);
        if (cost >= (routes[limit - 1]?.cost ?? Number.POSITIVE_INFINITY)) continue;
        const route =
          side === start ? join(terrain, next, rest, cost) : join(terrain, rest, next, cost);
        routes = withRoute(routes, route, limit);
      }
    }
  }
  return routes;
}

/** What a side has looked at, with what it would look at next: a crowded node waits until the other side has looked at as much. */
function effort(terrain: Terrain, { heap, sighted }: Side): number {
  return sighted + terrain.degree(heap.first()!.node);
}

function createSide(node: Place): Side {
  const side = { heap: createHeap<Way>(), ways: new Map(), fewestSteps: new Map(), sighted: 0 };
  sight(side, { node, steps: 0, cost: 0 });
  return side;
}

function sight(side: Side, way: Way): void {
  side.sighted++;
  side.heap.push(way.cost, way);
  const known = side.ways.get(way.node);
  if (known === undefined) side.ways.set(way.node, [way]);
  else known.push(way);
}

/**
 * Along every edge but back; of parallel edges, along the cheapest comes first and the others are dropped when
 * routes are compared.
 */
function onward(terrain: Terrain, way: Way, options: RouteOptions): Way[] {
  const { maxLength, mayWalk, stepCost } = options;
  if (way.steps === maxLength) return [];
  const steps: { readonly node: Place; readonly edge: EdgeMark; readonly weight: number }[] = [];
  terrain.forEachStep(way.node, (node, kind, weight, edge) => {
    if (node === way.before?.node || !mayWalk(way.node, node, kind, weight, edge)) return;
    steps.push({ node, edge, weight });
  });
  terrain.readDegrees(steps.map(({ node }) => node));
  return steps.map(({ node, edge, weight }) => ({
    node,
    steps: way.steps + 1,
    cost: way.cost + stepCost(weight) + costOf(node, options),
    edge,
    before: way,
  }));
}

function costOf(node: Place, { from, to, nodeCost }: RouteOptions): number {
  return node === from || node === to ? 0 : nodeCost(node);
}

/** `undefined` when the halves share a node. */
function join(terrain: Terrain, first: Way, second: Way, cost: number): Route | undefined {
  const nodes: string[] = [];
  const edges: string[] = [];
  const edgeId = ({ before, edge }: Way) => terrain.edgeId(before!.node, edge!);
  for (let way: Way | undefined = first; way !== undefined; way = way.before) {
    nodes.unshift(terrain.id(way.node));
    if (way.edge !== undefined) edges.unshift(edgeId(way));
  }
  for (let way: Way = second; way.before !== undefined; way = way.before) {
    nodes.push(terrain.id(way.before.node));
    edges.push(edgeId(way));
  }
  return new Set(nodes).size === nodes.length ? { nodes, edges, cost } : undefined;
}

/** Sorted by cost, then by nodes; of routes over the same nodes the cheapest. */
function withRoute(routes: readonly Route[], route: Route | undefined, limit: number): Route[] {
  if (route === undefined) return [...routes];
  const key = route.nodes.join("\n");
  const same = routes.find(({ nodes }) => nodes.join("\n") === key);
  if (same !== undefined && same.cost <= route.cost) return [...routes];
  return [...routes.filter((other) => other !== same), route]
    .sort((a, b) => a.cost - b.cost || (a.nodes.join("\n") < b.nodes.join("\n") ? -1 : 1))
    .slice(0, limit);
}
