/** Who and what stands around a node: breadth first, each ring weighed by the stories on the way to it. */
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { resolve } from "./resolve.ts";
import type { Neighbor, Neighborhood, NeighborsOptions } from "./types.ts";
import { createWalk, type MayWalk } from "./walk.ts";

const LIMIT = 50;
const DEEPEST = 4;
const VIA_SHOWN = 5;

interface Reached {
  readonly id: string;
  readonly depth: number;
  /** Sum over the ways to it of their weakest step. */
  weight: number;
  readonly via: { readonly edge: string; readonly weight: number }[];
}

export function neighbors(
  context: Context,
  ref: string,
  options: NeighborsOptions = {},
): Neighborhood {
  const { graph } = context;
  const center = resolve(context, ref);
  const depth = Math.min(Math.max(options.depth ?? 1, 1), DEEPEST);
  const reached = spread(context, center, depth, createWalk(graph, options));
  const kinds = options.kinds === undefined ? undefined : new Set(options.kinds);
  const listed = reached.filter(
    ({ id }) => kinds === undefined || kinds.has(graph.getNodeAttribute(id, "kind")),
  );
  const score = scorer(context, options);
  const scores = new Map(listed.map((item) => [item, score(item)]));
  listed.sort(
    (a, b) => a.depth - b.depth || scores.get(b)! - scores.get(a)! || compareText(a.id, b.id),
  );
  return {
    center: context.node(center),
    total: listed.length,
    nodes: listed.slice(0, options.limit ?? LIMIT).map((item) => toNeighbor(context, item)),
  };
}

function spread(context: Context, center: string, depth: number, mayWalk: MayWalk): Reached[] {
  const { graph } = context;
  const start: Reached = { id: center, depth: 0, weight: Number.POSITIVE_INFINITY, via: [] };
  const known = new Map([[center, start]]);
  const all: Reached[] = [];
  let ring = [start];
  for (let distance = 1; distance <= depth && ring.length > 0; distance++) {
    const next: Reached[] = [];
    for (const from of ring) {
      graph.forEachEdge(from.id, (edge, attributes, source, target) => {
        const id = source === from.id ? target : source;
        const other = known.get(id);
        if (other !== undefined && other.depth < distance) return;
        if (!mayWalk(attributes, source, target)) return;
        const found = other ?? { id, depth: distance, weight: 0, via: [] };
        if (other === undefined) {
          known.set(id, found);
          next.push(found);
        }
        found.weight += Math.min(from.weight, attributes.weight);
        found.via.push({ edge, weight: attributes.weight });
      });
    }
    all.push(...next);
    ring = next;
  }
  return all;
}

/** `distinctive` divides by how common a node is, as inverse document frequency does (Sparck Jones 1972). */
function scorer(
  { graph }: Context,
  { order = "weight" }: NeighborsOptions,
): (item: Reached) => number {
  if (order === "weight") return ({ weight }) => weight;
  const stories = Math.max(1, graph.getAttribute("counts")?.stories ?? 1);
  return ({ id, weight }) =>
    weight * Math.log(1 + stories / Math.max(1, graph.getNodeAttribute(id, "stories")));
}

function toNeighbor(context: Context, { id, depth, weight, via }: Reached): Neighbor {
  const strongest = [...via]
    .sort((a, b) => b.weight - a.weight || compareText(a.edge, b.edge))
    .slice(0, VIA_SHOWN);
  return {
    ...context.node(id),
    depth,
    weight,
    via: strongest.map(({ edge }) => context.edge(edge)),
  };
}
