/** What the attributes of a node say of it. */
import type { EventNode, NodeAttributes } from "../../src/graph/attributes.ts";
import type { CountryCode } from "../../src/model.ts";

export function isEvent(node: NodeAttributes): node is EventNode {
  return node.kind === "event";
}

export function countryOf(node: NodeAttributes): CountryCode | undefined {
  return "country" in node ? node.country : undefined;
}
