/** The closed sets of the model as lists, to check what comes from outside. */
import type { Act, EventStatus, Polarity } from "../model.ts";
import type { NodeKind } from "./appearance.ts";
import type { EdgeKind } from "./attributes.ts";

export const NODE_KINDS: readonly NodeKind[] = [
  "person",
  "organization",
  "group",
  "country",
  "place",
  "event",
  "article",
];

export const EDGE_KINDS: readonly EdgeKind[] = [
  "actor",
  "recipient",
  "participant",
  "about",
  "at",
  "represents",
  "in",
  "says",
  "together",
  "tells",
];

/** Which say too little to be walked along, or counted, until they are asked for. */
const HIDDEN: ReadonlySet<string> = new Set<EdgeKind>(["together", "tells"]);

export function isHidden(kind: EdgeKind): boolean {
  return HIDDEN.has(kind);
}

export const ACTS: readonly Act[] = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
  "OTHER",
];

export const STATUSES: readonly EventStatus[] = [
  "actual",
  "ongoing",
  "planned",
  "cancelled",
  "hypothetical",
  "claimed",
];

export const POLARITIES: readonly Polarity[] = ["asserted", "denied"];

/** Told by the id, without a look at the node. */
export function isEventId(id: string): boolean {
  return id.startsWith("event:");
}
