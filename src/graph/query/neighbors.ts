/** Who and what stands around a node: breadth first, each ring weighed by the stories on the way to it. */
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { resolve } from "./resolve.ts";
import type { EdgeMark, Place, Terrain } from "./terrain.ts";
import type { Neighbor, Neighborhood, NeighborsOptions } from "./types.ts";
import { createWalk, type MayWalk } from "./walk.ts";

const LIMIT = 50;
const DEEPEST = 4;
const VIA_SHOWN = 5;

interface Reached {
  readonly place: Place;
  readonly depth: number;
  /** Sum over the ways to it of their weakest step. */
  weight: number;
}

export function neighbors(
  context: Context,
  ref: string,
  options: NeighborsOptions = {},
): Neighborhood {
  const { terrain } = context;
  const center = resolve(context, ref);
  const depth = Math.min(Math.max(options.depth ?? 1, 1), DEEPEST);
  const mayWalk = createWalk(terrain, options);
  const reached = spread(terrain, terrain.place(center), depth, mayWalk);
  const kinds = options.kinds === undefined ? undefined : new Set(options.kinds);
  const listed = [...reached.values()].filter(
    (item) => item.depth > 0 && (kinds === undefined || kinds.has(terrain.node(item.place).kind)),
  );
  return {
    center: context.node(center),
    total: listed.length,
    nodes: best(context, listed, options).map((item) =>
      toNeighbor(context, item, viaOf(terrain, item, reached, mayWalk)),
    ),
  };
}

function spread(
  terrain: Terrain,
  center: Place,
  depth: number,
  mayWalk: MayWalk,
): Map<Place, Reached> {
  const start: Reached = { place: center, depth: 0, weight: Number.POSITIVE_INFINITY };
  const known = new Map([[center, start]]);
  let ring = [start];
  for (let distance = 1; distance <= depth && ring.length > 0; distance++) {
    const next: Reached[] = [];
    for (const from of ring) {
      terrain.forEachStep(from.place, (place, kind, weight, edge) => {
        let found = known.get(place);
        if (found !== undefined && found.depth < distance) return;
        if (!mayWalk(from.place, place, kind, weight, edge)) return;
        if (found === undefined) {
          found = { place, depth: distance, weight: 0 };
          known.set(place, found);
          next.push(found);
        }
        found.weight += Math.min(from.weight, weight);
      });
    }
    ring = next;
  }
  return known;
}

/** Nearest first, then by what is asked for, then by id. */
function best(context: Context, listed: Reached[], options: NeighborsOptions): Reached[] {
  const { terrain } = context;
  const score = scorer(context, options);
  const scores = new Map(listed.map((item) => [item, score(item)]));
  return listed
    .sort(
      (a, b) =>
        a.depth - b.depth || scores.get(b)! - scores.get(a)! || terrain.compare(a.place, b.place),
    )
    .slice(0, options.limit ?? LIMIT);
}

/** `distinctive` divides by how common a node is, as inverse document frequency does (Sparck Jones 1972). */
function scorer(
  { graph, terrain }: Context,
  { order = "weight" }: NeighborsOptions,
): (item: Reached) => number {
  if (order === "weight") return ({ weight }) => weight;
  const stories = Math.max(1, graph.getAttribute("counts")?.stories ?? 1);
  return ({ place, weight }) =>
    weight * Math.log(1 + stories / Math.max(1, terrain.node(place).stories));
}

/** The strongest edges that lead to it from the ring before: looked up for those that are shown only. */
function viaOf(
  terrain: Terrain,
  { place, depth }: Reached,
  reached: ReadonlyMap<Place, Reached>,
  mayWalk: MayWalk,
): string[] {
  const via: { readonly other: Place; readonly edge: EdgeMark; readonly weight: number }[] = [];
  terrain.forEachStep(place, (other, kind, weight, edge) => {
    if (reached.get(other)?.depth !== depth - 1) return;
    if (mayWalk(place, other, kind, weight, edge)) via.push({ other, edge, weight });
  });
  via.sort((a, b) => b.weight - a.weight);
  const least = via[VIA_SHOWN - 1]?.weight ?? 0;
  return via
    .filter(({ weight }) => weight >= least)
    .map(({ other, edge, weight }) => ({ id: terrain.edgeId(place, other, edge), weight }))
    .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id))
    .slice(0, VIA_SHOWN)
    .map(({ id }) => id);
}

function toNeighbor(
  context: Context,
  { place, depth, weight }: Reached,
  via: readonly string[],
): Neighbor {
  return {
    ...context.node(context.terrain.id(place)),
    depth,
    weight,
    via: via.map(context.edge),
  };
}
