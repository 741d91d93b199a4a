/**
 * Chains of evidence from one node to another: the k cheapest paths without repeated nodes (Yen 1971, doi 10.1287/mnsc.17.11.712), each
 * found by `createRouteSearch`.
 */
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { resolve } from "./resolve.ts";
import { createRouteSearch, type Route, type RouteSearch } from "./route.ts";
import type { Path, PathsOptions } from "./types.ts";
import { createWalk } from "./walk.ts";

const LENGTH = 6;
const LONGEST = 10;
const LIMIT = 3;
const MOST = 20;

export function paths(
  context: Context,
  fromRef: string,
  toRef: string,
  options: PathsOptions = {},
): Path[] {
  const from = resolve(context, fromRef);
  const to = resolve(context, toRef);
  if (from === to) return [];
  const maxLength = Math.min(Math.max(options.maxLength ?? LENGTH, 1), LONGEST);
  const limit = Math.min(Math.max(options.limit ?? LIMIT, 1), MOST);
  const mayWalk = createWalk(context.graph, options);
  const search = createRouteSearch(context.graph, from, to, maxLength, mayWalk);
  return cheapest(search, from, limit).map((route) => ({
    cost: Math.round(costOf(route) * 1000) / 1000,
    nodes: route.nodes.map((id) => context.node(id)),
    steps: route.edges.map((id) => context.edge(id)),
  }));
}

function cheapest(search: RouteSearch, from: string, limit: number): Route[] {
  const first = search(from, 0, { nodes: new Set(), steps: new Set() });
  if (first === undefined) return [];
  const found = [first];
  const candidates = new Map<string, Route>();
  while (found.length < limit) {
    addDeviations(search, found, candidates);
    const [key, next] =
      [...candidates].sort(
        ([keyA, a], [keyB, b]) => costOf(a) - costOf(b) || compareText(keyA, keyB),
      )[0] ?? [];
    if (key === undefined || next === undefined) break;
    candidates.delete(key);
    found.push(next);
  }
  return found;
}

/** From every node of the last path: the cheapest way on that no known path with the same beginning takes. */
function addDeviations(
  search: RouteSearch,
  found: readonly Route[],
  candidates: Map<string, Route>,
): void {
  const last = found.at(-1)!;
  for (let i = 0; i < last.edges.length; i++) {
    const root = last.nodes.slice(0, i + 1);
    const steps = new Set<string>();
    for (const { nodes } of found) {
      if (root.every((node, j) => nodes[j] === node)) steps.add(nodes[i + 1]!);
    }
    const rest = search(root[i]!, i, { nodes: new Set(root.slice(0, -1)), steps });
    if (rest === undefined) continue;
    const route: Route = {
      nodes: [...root.slice(0, -1), ...rest.nodes],
      edges: [...last.edges.slice(0, i), ...rest.edges],
      costs: [...last.costs.slice(0, i), ...rest.costs],
    };
    const key = route.nodes.join("\n");
    if (found.every(({ nodes }) => nodes.join("\n") !== key)) candidates.set(key, route);
  }
}

function costOf({ costs }: Route): number {
  return costs.reduce((sum, cost) => sum + cost, 0);
}
