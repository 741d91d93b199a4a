/** Who and what stands around a node: breadth first, each ring weighed by the stories on the way to it. */
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { firstOf } from "./first-of.ts";
import { resolve } from "./resolve.ts";
import type { EdgeMark, Place, Places, Terrain } from "./terrain.ts";
import type { Neighbor, Neighborhood, NeighborsOptions } from "./types.ts";
import { createWalk, type MayWalk } from "./walk.ts";

const LIMIT = 50;
const DEEPEST = 4;
const VIA_SHOWN = 5;

/** The places of a walk in the order in which they were met: nearest first. Columns, as past a crowded node there are hundreds of thousands. */
interface Walked {
  readonly places: Places;
  /** Sums over the ways to a place of their weakest step. */
  readonly weights: number[];
  /** Where each ring ends, the center first. */
  readonly ends: readonly number[];
  /** Edges at the places of each ring from which it was walked on. */
  readonly edges: readonly number[];
}

interface Reached {
  readonly place: Place;
  readonly depth: number;
  readonly weight: number;
}

/** An edge that leads to a neighbor from the ring before, as it is seen from `place`. */
interface Via {
  readonly from: Place;
  readonly place: Place;
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
  const walked = spread(terrain, terrain.place(center), depth, mayWalk);
  const rings = list(terrain, walked, options);
  const shown = best(context, walked, rings, options);
  terrain.readNodes(shown.map(({ place }) => place));
  const via = viaOf(terrain, shown, walked, mayWalk);
  context.readEdges([...via.values()].flat());
  return {
    center: context.node(center),
    total: rings.reduce((sum, { length }) => sum + length, 0),
    nodes: shown.map((item) => toNeighbor(context, item, via.get(item.place)!)),
  };
}

function spread(terrain: Terrain, center: Place, depth: number, mayWalk: MayWalk): Walked {
  const places = terrain.createPlaces();
  places.add(center);
  const weights = [Number.POSITIVE_INFINITY];
  const ends = [1];
  const edges: number[] = [];
  let begin = 0;
  for (let distance = 1; distance <= depth; distance++) {
    const end = places.size;
    let seen = 0;
    for (let i = begin; i < end; i++) {
      const from = places.at(i);
      const strength = weights[i]!;
      terrain.forEachStep(from, (place, kind, weight, edge) => {
        seen++;
        if (!mayWalk(from, place, kind, weight, edge)) return;
        const order = places.add(place);
        if (order < end) return;
        if (order === weights.length) weights.push(0);
        weights[order]! += Math.min(strength, weight);
      });
    }
    begin = end;
    ends.push(places.size);
    edges.push(seen);
  }
  return { places, weights, ends, edges };
}

/** Orders of the places that are asked for, by their distance; without the center. */
function list(
  terrain: Terrain,
  { places, ends }: Walked,
  options: NeighborsOptions,
): Uint32Array[] {
  const kinds = options.kinds === undefined ? undefined : new Set(options.kinds);
  return ends.slice(1).map((end, depth) => {
    const begin = ends[depth]!;
    const ring = Uint32Array.from({ length: end - begin }, (_, i) => begin + i);
    if (kinds === undefined) return ring;
    return ring.filter((order) => kinds.has(terrain.node(places.at(order)).kind));
  });
}

/** Nearest first, then by what is asked for, then by id. */
function best(
  context: Context,
  walked: Walked,
  rings: readonly Uint32Array[],
  options: NeighborsOptions,
): Reached[] {
  const { places, weights } = walked;
  const { compare } = context.terrain;
  const { limit = LIMIT } = options;
  const score = scorer(context, walked, options);
  const found: Reached[] = [];
  rings.forEach((ring, i) => {
    if (found.length >= limit) return;
    const first = firstOf(
      ring,
      limit - found.length,
      (a, b) => score(b) - score(a) || compare(places.at(a), places.at(b)),
    );
    for (const order of first) {
      found.push({ place: places.at(order), depth: i + 1, weight: weights[order]! });
    }
  });
  return found;
}

/** `distinctive` divides by how common a node is, as inverse document frequency does (Sparck Jones 1972). */
function scorer(
  { graph, terrain }: Context,
  { places, weights }: Walked,
  { order = "weight" }: NeighborsOptions,
): (order: number) => number {
  if (order === "weight") return (place) => weights[place]!;
  const stories = Math.max(1, graph.getAttribute("counts")?.stories ?? 1);
  const scores: number[] = [];
  return (place) => {
    scores[place] ??=
      weights[place]! * Math.log(1 + stories / Math.max(1, terrain.node(places.at(place)).stories));
    return scores[place];
  };
}

/** The strongest edges to each of those that are shown from the ring before it. */
function viaOf(
  terrain: Terrain,
  shown: readonly Reached[],
  { places, ends, edges }: Walked,
  mayWalk: MayWalk,
): Map<Place, string[]> {
  const via = new Map<Place, string[]>();
  const ringAt = (depth: number): Place[] => {
    const begin = ends[depth - 1] ?? 0;
    return Array.from({ length: ends[depth]! - begin }, (_, i) => places.at(begin + i));
  };
  for (const depth of new Set(shown.map((item) => item.depth))) {
    const here = shown.filter((item) => item.depth === depth);
    const found = new Map<Place, Via[]>(here.map(({ place }) => [place, []]));
    const ring = ringAt(depth - 1);
    // A crowded node may stand on either side.
    if (!hasFewerEdges(terrain, here, edges[depth - 1]!)) {
      for (const place of ring) {
        terrain.forEachStep(place, (other, kind, weight, edge) => {
          const list = found.get(other);
          if (list === undefined || !mayWalk(place, other, kind, weight, edge)) return;
          list.push({ from: place, place, edge, weight });
        });
      }
    } else {
      const before = new Set(ring);
      for (const { place } of here) {
        terrain.forEachStep(place, (other, kind, weight, edge) => {
          if (!before.has(other) || !mayWalk(place, other, kind, weight, edge)) return;
          found.get(place)!.push({ from: other, place, edge, weight });
        });
      }
    }
    for (const [place, list] of found) via.set(place, strongest(terrain, list));
  }
  return via;
}

/** Looks no further than it must. */
function hasFewerEdges(terrain: Terrain, places: readonly Reached[], edges: number): boolean {
  // Each has one.
  if (places.length >= edges) return false;
  let sum = 0;
  return places.every(({ place }) => {
    sum += terrain.degree(place);
    return sum < edges;
  });
}

/** By weight, then by the node that they come from, then by their own ids. */
function strongest(terrain: Terrain, via: readonly Via[]): string[] {
  const idOf = ({ place, edge }: Via): string => terrain.edgeId(place, edge);
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
  return Object.assign(context.node(context.terrain.id(place)), {
    depth,
    weight,
    via: via.map(context.edge),
  });
}
