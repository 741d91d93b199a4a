import type { NodeAttributes } from "../../src/graph/attributes.ts";

/** A headline in capitals gives nobody another name. */
export function otherNames({ name, aliases }: Pick<NodeAttributes, "name" | "aliases">): string[] {
  const seen = new Set([name.toLowerCase()]);
  return aliases.filter((alias) => {
    const folded = alias.toLowerCase();
    const isNew = !seen.has(folded);
    seen.add(folded);
    return isNew;
  });
}
