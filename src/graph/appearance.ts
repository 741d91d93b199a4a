/** How nodes look before a viewer decides otherwise: size by stories, color by kind. */
import type { NodeAttributes } from "./attributes.ts";

export type NodeKind = NodeAttributes["kind"];

/**
 * Paul Tol's "bright" qualitative scheme (technical note SRON/EPS/TN/09-002): told apart without color vision.
 */
export const KIND_COLORS: Readonly<Record<NodeKind, string>> = {
  person: "#4477aa",
  organization: "#ee6677",
  group: "#ccbb44",
  country: "#228833",
  place: "#66ccee",
  event: "#aa3377",
  article: "#bbbbbb",
};

const SMALLEST = 3;
const LARGEST = 24;
/** Area grows with the number of stories; an event is the smaller sister of an actor. */
const ENTITY_STEP = 2;
const EVENT_STEP = 1;

export function nodeSize(kind: NodeKind, stories: number): number {
  const step = kind === "event" || kind === "article" ? EVENT_STEP : ENTITY_STEP;
  const size = SMALLEST + step * (Math.sqrt(Math.max(stories, 1)) - 1) * 1.5 + step;
  return Math.round(Math.min(size, LARGEST) * 100) / 100;
}
