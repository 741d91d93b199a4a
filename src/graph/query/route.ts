/**
 * The cheapest way to one node: Dijkstra over (node, steps), so that the limit on steps is exact. A step gets cheaper with its
 * stories and dearer with the crowd around the node it enters: everything is connected over a great power, which explains nothing.
 */
import type { NewsGraph } from "../attributes.ts";
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

export type RouteSearch = (from: string, maxLength: number, barred: Barred) => Route | undefined;

/** Nodes taken up in one search; on a graph of millions what lies beyond counts as not connected. */
const EFFORT = 200_000;
/** A node with ten edges costs as much as half a step, one with a thousand as one and a half. */
const CROWD = 0.5;

interface State {
  readonly node: string;
  readonly steps: number;
  readonly cost: number;
  readonly edge?: string;
  readonly before?: State;
}

export function createRouteSearch(graph: NewsGraph, to: string, mayWalk: MayWalk): RouteSearch {
  const stepCost = (node: string, weight: number): number => {
    const crowd = node === to ? 0 : CROWD * Math.log10(graph.degree(node));
    return (1 + crowd) / (1 + Math.log(weight));
  };
  return (from, maxLength, barred) => {
    const heap = createHeap<State>();
    const fewestSteps = new Map<string, number>();
    heap.push(0, { node: from, steps: 0, cost: 0 });
    for (let effort = 0; effort < EFFORT; effort++) {
      const state = heap.pop()?.item;
      if (state === undefined) return undefined;
      if (state.node === to) return trace(state);
      // Cheaper states came earlier: only one with fewer steps can still lead to something new.
      if ((fewestSteps.get(state.node) ?? Number.POSITIVE_INFINITY) <= state.steps) continue;
      fewestSteps.set(state.node, state.steps);
      if (state.steps === maxLength) continue;
      graph.forEachEdge(state.node, (edge, attributes, source, target) => {
        const node = source === state.node ? target : source;
        if (node === from || barred.nodes.has(node)) return;
        if (state.steps === 0 && barred.steps.has(node)) return;
        if ((fewestSteps.get(node) ?? Number.POSITIVE_INFINITY) <= state.steps + 1) return;
        if (!mayWalk(attributes, source, target)) return;
        const cost = state.cost + stepCost(node, attributes.weight);
        heap.push(cost, { node, steps: state.steps + 1, cost, edge, before: state });
      });
    }
    return undefined;
  };
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
