/** Whether an event is open: planned, called off, denied, hypothetical or only claimed; not told as done. */
import type { EventNode } from "../../src/graph/attributes.ts";

export function isOpenEvent({ status, polarity }: Pick<EventNode, "status" | "polarity">): boolean {
  return polarity === "denied" || (status !== "actual" && status !== "ongoing");
}
