/** Labels and types as Neo4j writes them. */
import type { NodeAttributes } from "../graph/attributes.ts";

/** Every entity is also an `Entity`, so that one constraint on ids serves all. */
export function labelsOf(kind: NodeAttributes["kind"]): readonly string[] {
  const label = kind[0]!.toUpperCase() + kind.slice(1);
  return kind === "event" || kind === "article" ? [label] : ["Entity", label];
}

export function relationshipType(kind: string): string {
  return kind.toUpperCase();
}
