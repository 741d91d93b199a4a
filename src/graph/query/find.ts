/** Nodes by name. */
import type { Context } from "./context.ts";
import type { FindOptions, FoundNode } from "./types.ts";

const LIMIT = 10;

export function find(context: Context, text: string, options: FindOptions = {}): FoundNode[] {
  const { graph } = context;
  const kinds = options.kinds === undefined ? undefined : new Set(options.kinds);
  const accepts = (id: string): boolean =>
    kinds === undefined || kinds.has(graph.getNodeAttribute(id, "kind"));
  return context
    .names()
    .search(text, accepts)
    .slice(0, options.limit ?? LIMIT)
    .map(({ id, matched, score }) => ({ ...context.node(id), matched, score }));
}
