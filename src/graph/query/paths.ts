/**
 * Chains of evidence from one node to another. A step costs less the more stories tell it; a node in between
 * costs more the more crowded it is: everything is connected over a great power, which explains nothing.
 */
import type { Context } from "./context.ts";
import { resolve } from "./resolve.ts";
import { cheapestRoutes } from "./routes.ts";
import type { Path, PathsOptions } from "./types.ts";
import { createWalk } from "./walk.ts";

const LENGTH = 6;
const LONGEST = 10;
const LIMIT = 3;
const MOST = 20;
/** A node with ten edges costs as much as half a step told once, one with a thousand as one and a half. */
const CROWD = 0.5;

export function paths(
  context: Context,
  fromRef: string,
  toRef: string,
  options: PathsOptions = {},
): Path[] {
  const { terrain } = context;
  const from = resolve(context, fromRef);
  const to = resolve(context, toRef);
  if (from === to) return [];
  const routes = cheapestRoutes(terrain, {
    from: terrain.place(from),
    to: terrain.place(to),
    maxLength: clamp(options.maxLength ?? LENGTH, LONGEST),
    limit: clamp(options.limit ?? LIMIT, MOST),
    mayWalk: createWalk(terrain, options),
    stepCost: (weight) => 1 / (1 + Math.log(weight)),
    nodeCost: (place) => CROWD * Math.log10(terrain.degree(place)),
  });
  return routes.map(({ nodes, edges, cost }) => ({
    cost: Math.round(cost * 1000) / 1000,
    nodes: nodes.map((id) => context.node(id)),
    steps: edges.map((id) => context.edge(id)),
  }));
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 1), most);
}
