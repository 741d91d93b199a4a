/** How large a node is drawn, in pixels at the opening zoom. */
import type { NodeKind } from "../../src/graph/appearance.ts";

const SMALLEST = 3.5;
const LARGEST = 16;
const EVENT_SHARE = 0.8;

/** Area grows with what is measured; `share` is its part of the largest. */
export function radiusOf(kind: NodeKind, share: number): number {
  const radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share);
  return kind === "event" ? Math.max(SMALLEST, radius * EVENT_SHARE) : radius;
}
