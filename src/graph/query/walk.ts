/** Which edges a walk may take: by kind, window of days, act of the event and number of stories. */
import type { Act } from "../../model.ts";
import type { EdgeAttributes, EdgeKind } from "../attributes.ts";
import type { GraphReader } from "./reader.ts";
import type { Window } from "./types.ts";
import { daysOfEdge, isWithin } from "./window.ts";

export interface WalkOptions extends Window {
  readonly edges?: readonly EdgeKind[];
  readonly acts?: readonly Act[];
  readonly minStories?: number;
}

export type MayWalk = (attributes: EdgeAttributes, source: string, target: string) => boolean;

export function createWalk(graph: GraphReader, options: WalkOptions): MayWalk {
  const { edges, acts, minStories = 1, since, until } = options;
  const kinds = edges === undefined ? undefined : new Set<EdgeKind>(edges);
  const wantedActs = acts === undefined ? undefined : new Set<Act>(acts);
  const isWindowed = since !== undefined || until !== undefined;
  return (attributes, source, target) => {
    if (kinds === undefined ? attributes.kind === "together" : !kinds.has(attributes.kind))
      return false;
    if (attributes.weight < minStories) return false;
    if (wantedActs !== undefined && !isOfAct(graph, source, target, wantedActs)) return false;
    return !isWindowed || isWithin(daysOfEdge(graph, source, target, attributes), options);
  };
}

/** Edges that touch no event are not walked when an act is asked for. */
function isOfAct(
  graph: GraphReader,
  source: string,
  target: string,
  acts: ReadonlySet<Act>,
): boolean {
  for (const end of [target, source]) {
    const node = graph.getNodeAttributes(end);
    if (node.kind === "event") return acts.has(node.act) || acts.has(node.plover);
  }
  return false;
}
