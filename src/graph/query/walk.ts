/** Which edges a walk may take: by kind, window of days, act of the event and number of stories. */
import type { Act } from "../../model.ts";
import type { EdgeKind } from "../attributes.ts";
import { isHidden } from "../kinds.ts";
import type { EdgeMark, Place, Terrain } from "./terrain.ts";
import type { Window } from "./types.ts";
import { daysOfEdge, isWithin } from "./window.ts";

export interface WalkOptions extends Window {
  readonly edges?: readonly EdgeKind[];
  readonly acts?: readonly Act[];
  readonly minStories?: number;
}

export type MayWalk = (
  place: Place,
  other: Place,
  kind: EdgeKind,
  weight: number,
  edge: EdgeMark,
) => boolean;

export function createWalk(terrain: Terrain, options: WalkOptions): MayWalk {
  const { edges, acts, minStories = 1, since, until } = options;
  const kinds = edges === undefined ? undefined : new Set<EdgeKind>(edges);
  const wantedActs = acts === undefined ? undefined : new Set<Act>(acts);
  const isWindowed = since !== undefined || until !== undefined;
  return (place, other, kind, weight, edge) => {
    if (kinds === undefined ? isHidden(kind) : !kinds.has(kind)) return false;
    if (weight < minStories) return false;
    if (wantedActs !== undefined && !isOfAct(terrain, place, other, wantedActs)) return false;
    return !isWindowed || isWithin(daysOfEdge(terrain, place, other, edge), options);
  };
}

/** Edges that touch no event are not walked when an act is asked for. */
function isOfAct(terrain: Terrain, place: Place, other: Place, acts: ReadonlySet<Act>): boolean {
  for (const end of [other, place]) {
    const node = terrain.node(end);
    if (node.kind === "event") return acts.has(node.act) || acts.has(node.plover);
  }
  return false;
}
