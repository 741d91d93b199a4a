/** Everything about one node. */
import type { EdgeKind } from "../attributes.ts";
import { type Context, inOrderOfPublication } from "./context.ts";
import { summarizeEvent } from "./events.ts";
import { tryResolve } from "./resolve.ts";
import type { EdgeSummary, NodeDetail } from "./types.ts";

const SENTENCES_SHOWN = 5;

export function detail(context: Context, ref: string): NodeDetail | undefined {
  const { graph } = context;
  const id = tryResolve(context, ref);
  if (id === undefined) return undefined;
  const { kind, aliases, formerIds = [], evidence } = graph.getNodeAttributes(id);
  const edges: Partial<Record<EdgeKind, number>> = {};
  const roles: EdgeSummary[] = [];
  const others = new Set<string>();
  graph.forEachEdge(id, (edge, attributes, source, target) => {
    edges[attributes.kind] = (edges[attributes.kind] ?? 0) + 1;
    others.add(source === id ? target : source);
    if (attributes.kind === "represents") roles.push(context.edge(edge));
  });
  return {
    ...context.node(id),
    aliases,
    formerIds,
    degree: others.size,
    edges,
    roles: roles.sort((a, b) => b.weight - a.weight),
    sentences: evidence.length,
    evidence: inOrderOfPublication(evidence).slice(0, SENTENCES_SHOWN).map(context.cite),
    ...(kind === "event" ? { event: summarizeEvent(context, id) } : {}),
  };
}
