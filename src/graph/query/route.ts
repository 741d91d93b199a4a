/**
 * The cheapest way to one node: A* over (node, steps), so that the limit on steps is exact, with the exact cost of what is left (one Dijkstra from the
 * end) as its guide; barring nodes makes ways dearer, never cheaper, so the guide stays right. A step gets cheaper with its stories and
 * dearer with the crowd around the node it enters: everything is connected over a great power, which explains nothing.
 */
import type { NewsGraph } from "../attributes.ts";
import { findCorridor } from "./corridor.ts";
import { createHeap } from "./heap.ts";
import type { MayWalk } from "./walk.ts";

export interface Route {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** Of each edge. */
  readonly costs: readonly number[];
}

/** What a search must avoid so that it finds something new. */
export interface Barred {
  readonly nodes: ReadonlySet<string>;
  /** Nodes that may not come right after the first. */
  readonly steps: ReadonlySet<string>;
}

/** From a node on the way, with so many steps behind it. */
export type RouteSearch = (from: string, stepsDone: number, barred: Barred) => Route | undefined;

/** Nodes taken up in one search; on a graph of millions what lies beyond counts as not connected. */
const EFFORT = 100_000;
/** A node with ten edges costs as much as half a step, one with a thousand as one and a half. */
const CROWD = 0.5;

interface State {
  readonly node: string;
  readonly steps: number;
  readonly cost: number;
  readonly edge?: string;
  readonly before?: State;
}

export function createRouteSearch(
  graph: NewsGraph,
  from: string,
  to: string,
  maxLength: number,
  mayWalk: MayWalk,
): RouteSearch {
  const corridor = findCorridor(graph, from, to, maxLength, mayWalk);
  if (corridor === undefined) return () => undefined;
  const { stepsLeft } = corridor;
  const stepCost = (node: string, weight: number): number => {
    const crowd = node === to ? 0 : CROWD * Math.log10(graph.degree(node));
    return (1 + crowd) / (1 + Math.log(weight));
  };
  const costLeft = costsToEnd(graph, to, stepsLeft, stepCost, mayWalk);
  return (start, stepsDone, barred) => {
    const heap = createHeap<State>();
    const fewestSteps = new Map<string, number>();
    heap.push(0, { node: start, steps: stepsDone, cost: 0 });
    for (let effort = 0; effort < EFFORT; effort++) {
      const state = heap.pop()?.item;
      if (state === undefined) return undefined;
      if (state.node === to) return trace(state);
      // Cheaper states came earlier: only one with fewer steps can still lead to something new.
      if ((fewestSteps.get(state.node) ?? Number.POSITIVE_INFINITY) <= state.steps) continue;
      fewestSteps.set(state.node, state.steps);
      const steps = state.steps + 1;
      graph.forEachEdge(state.node, (edge, attributes, source, target) => {
        const node = source === state.node ? target : source;
        const left = stepsLeft.get(node);
        if (left === undefined || steps + left > corridor.maxLength) return;
        if (node === start || barred.nodes.has(node)) return;
        if (state.steps === stepsDone && barred.steps.has(node)) return;
        if ((fewestSteps.get(node) ?? Number.POSITIVE_INFINITY) <= steps) return;
        if (!mayWalk(attributes, source, target)) return;
        const cost = state.cost + stepCost(node, attributes.weight);
        heap.push(cost + costLeft.get(node)!, { node, steps, cost, edge, before: state });
      });
    }
    return undefined;
  };
}

/** Dijkstra from the end, against the direction of the way, inside the corridor. */
function costsToEnd(
  graph: NewsGraph,
  to: string,
  corridor: ReadonlyMap<string, number>,
  stepCost: (node: string, weight: number) => number,
  mayWalk: MayWalk,
): Map<string, number> {
  const heap = createHeap<string>();
  const costs = new Map<string, number>();
  heap.push(0, to);
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { item: node, cost } = top;
    if (costs.has(node)) continue;
    costs.set(node, cost);
    graph.forEachEdge(node, (_, attributes, source, target) => {
      const before = source === node ? target : source;
      if (costs.has(before) || !corridor.has(before) || !mayWalk(attributes, source, target))
        return;
      heap.push(cost + stepCost(node, attributes.weight), before);
    });
  }
  return costs;
}

function trace(end: State): Route {
  const nodes: string[] = [];
  const edges: string[] = [];
  const costs: number[] = [];
  for (let state: State | undefined = end; state !== undefined; state = state.before) {
    nodes.unshift(state.node);
    if (state.edge === undefined || state.before === undefined) continue;
    edges.unshift(state.edge);
    costs.unshift(state.cost - state.before.cost);
  }
  return { nodes, edges, costs };
}
