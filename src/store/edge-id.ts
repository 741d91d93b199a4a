/** The id that an edge made by `toGraph` has; only others are stored. */
import type { EdgeAttributes } from "../graph/attributes.ts";

export function edgeId(
  source: string,
  target: string,
  { kind, title, former, stance, quoted }: Omit<EdgeAttributes, "weight" | "evidence">,
): string {
  let id = `${source}|${kind}|${target}`;
  if (title !== undefined) id += `|${title}`;
  if (former === true) id += "|former";
  if (stance !== undefined) id += `|${stance}`;
  if (quoted === true) id += "|quoted";
  return id;
}
