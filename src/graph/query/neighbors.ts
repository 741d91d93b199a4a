/** Who and what stands around a node: breadth first, each ring weighed by the stories on the way to it. */
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { firstOf } from "./first-of.ts";
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
  /** Edges at it, where it was walked from. */
  edges: number;
}

/** An edge that leads to a neighbor from the ring before, as it is seen from `place`. */
interface Via {
  readonly from: Place;
  readonly place: Place;
  readonly other: Place;
  readonly edge: EdgeMark;
  readonly weight: number;
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
  const rings = spread(terrain, terrain.place(center), depth, mayWalk);
  const listed = listNodes(terrain, rings, options);
  const shown = best(context, listed, options);
  const via = viaOf(terrain, shown, rings, mayWalk);
  return {
    center: context.node(center),
    total: listed.length,
    nodes: shown.map((item) => toNeighbor(context, item, via.get(item.place)!)),
  };
}

/** The nodes by their distance, the center first. */
function spread(terrain: Terrain, center: Place, depth: number, mayWalk: MayWalk): Reached[][] {
  const start: Reached = { place: center, depth: 0, weight: Number.POSITIVE_INFINITY, edges: 0 };
  const known = new Map([[center, start]]);
  const rings = [[start]];
  for (let distance = 1; distance <= depth; distance++) {
    const next: Reached[] = [];
    for (const from of rings[distance - 1]!) {
      terrain.forEachStep(from.place, (place, kind, weight, edge) => {
        from.edges++;
        let found = known.get(place);
        if (found !== undefined && found.depth < distance) return;
        if (!mayWalk(from.place, place, kind, weight, edge)) return;
        if (found === undefined) {
          found = { place, depth: distance, weight: 0, edges: 0 };
          known.set(place, found);
          next.push(found);
        }
        found.weight += Math.min(from.weight, weight);
      });
    }
    rings.push(next);
  }
  return rings;
}

function listNodes(
  terrain: Terrain,
  rings: readonly (readonly Reached[])[],
  options: NeighborsOptions,
): Reached[] {
  const kinds = options.kinds === undefined ? undefined : new Set(options.kinds);
  const listed = rings.slice(1).flat();
  if (kinds === undefined) return listed;
  return listed.filter(({ place }) => kinds.has(terrain.node(place).kind));
}

/** Nearest first, then by what is asked for, then by id. */
function best(context: Context, listed: readonly Reached[], options: NeighborsOptions): Reached[] {
  const { terrain } = context;
  const score = scorer(context, listed, options);
  return firstOf(
    listed,
    options.limit ?? LIMIT,
    (a, b) => a.depth - b.depth || score(b) - score(a) || terrain.compare(a.place, b.place),
  );
}

/** `distinctive` divides by how common a node is, as inverse document frequency does (Sparck Jones 1972). */
function scorer(
  { graph, terrain }: Context,
  listed: readonly Reached[],
  { order = "weight" }: NeighborsOptions,
): (item: Reached) => number {
  if (order === "weight") return ({ weight }) => weight;
  const stories = Math.max(1, graph.getAttribute("counts")?.stories ?? 1);
  const scores = new Map(
    listed.map((item) => [
      item,
      item.weight * Math.log(1 + stories / Math.max(1, terrain.node(item.place).stories)),
    ]),
  );
  return (item) => scores.get(item)!;
}

/** The strongest edges to each of those that are shown from the ring before it. */
function viaOf(
  terrain: Terrain,
  shown: readonly Reached[],
  rings: readonly (readonly Reached[])[],
  mayWalk: MayWalk,
): Map<Place, string[]> {
  const via = new Map<Place, string[]>();
  for (const depth of new Set(shown.map((item) => item.depth))) {
    const here = shown.filter((item) => item.depth === depth);
    const found = new Map<Place, Via[]>(here.map(({ place }) => [place, []]));
    const ring = rings[depth - 1]!;
    const edgesOfRing = ring.reduce((sum, { edges }) => sum + edges, 0);
    const edgesHere = here.reduce((sum, { place }) => sum + terrain.degree(place), 0);
    // A crowded node may stand on either side.
    if (edgesOfRing <= edgesHere) {
      for (const { place } of ring) {
        terrain.forEachStep(place, (other, kind, weight, edge) => {
          const list = found.get(other);
          if (list === undefined || !mayWalk(place, other, kind, weight, edge)) return;
          list.push({ from: place, place, other, edge, weight });
        });
      }
    } else {
      const before = new Set(ring.map(({ place }) => place));
      for (const { place } of here) {
        terrain.forEachStep(place, (other, kind, weight, edge) => {
          if (!before.has(other) || !mayWalk(place, other, kind, weight, edge)) return;
          found.get(place)!.push({ from: other, place, other, edge, weight });
        });
      }
    }
    for (const [place, list] of found) via.set(place, strongest(terrain, list));
  }
  return via;
}

/** By weight, then by the node that they come from, then by their own ids. */
function strongest(terrain: Terrain, via: readonly Via[]): string[] {
  const idOf = ({ place, other, edge }: Via): string => terrain.edgeId(place, other, edge);
  return firstOf(
    via,
    VIA_SHOWN,
    (a, b) =>
      b.weight - a.weight || terrain.compare(a.from, b.from) || compareText(idOf(a), idOf(b)),
  ).map(idOf);
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
