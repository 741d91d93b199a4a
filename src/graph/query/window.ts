/** Whether something falls into a window of days. */
import type { IsoDate } from "../../model.ts";
import type { EdgeAttributes, NodeAttributes } from "../attributes.ts";
import type { EdgeMark, Place, Terrain } from "./terrain.ts";
import type { Window } from "./types.ts";

/** First and last day, either open; `undefined` when nothing is known. */
export interface Days {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** Of an event its own days, else those of the articles. */
export function daysOfNode(attributes: NodeAttributes): Days {
  if (
    attributes.kind === "event" &&
    (attributes.from !== undefined || attributes.to !== undefined)
  ) {
    return attributes;
  }
  return daysOfArticles(attributes);
}

/** Of an edge to or from an event the days of the event. */
export function daysOfEdge(terrain: Terrain, place: Place, other: Place, edge: EdgeMark): Days {
  for (const end of [other, place]) {
    const node = terrain.node(end);
    if (node.kind === "event") return daysOfNode(node);
  }
  return daysOfArticles(terrain.edge(place, edge));
}

/** What has no day at all falls into no window. */
export function isWithin({ from, to }: Days, { since, until }: Window): boolean {
  if (since === undefined && until === undefined) return true;
  if (from === undefined && to === undefined) return false;
  if (since !== undefined && (to ?? from)! < since) return false;
  return until === undefined || (from ?? to)! <= until;
}

function daysOfArticles({ first, last }: NodeAttributes | EdgeAttributes): Days {
  return {
    ...(first !== undefined ? { from: first } : {}),
    ...(last !== undefined ? { to: last } : {}),
  };
}
