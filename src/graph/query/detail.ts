/** Everything about one node. */
import type { EdgeKind } from "../attributes.ts";
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { summarizeEvent } from "./events.ts";
import { tryResolve } from "./resolve.ts";
import type { Place } from "./terrain.ts";
import type { EdgeSummary, NodeDetail } from "./types.ts";

const SENTENCES_SHOWN = 5;

export function detail(context: Context, ref: string): NodeDetail | undefined {
  const { graph, terrain } = context;
  const id = tryResolve(context, ref);
  if (id === undefined) return undefined;
  const { kind, aliases, formerIds = [], merged = [] } = graph.getNodeAttributes(id);
  const first = terrain.evidenceInOrder(terrain.place(id), { limit: SENTENCES_SHOWN });
  const edges: Partial<Record<EdgeKind, number>> = {};
  const roles: EdgeSummary[] = [];
  const others = new Set<Place>();
  const place = terrain.place(id);
  terrain.forEachStep(place, (other, kind, _, edge) => {
    edges[kind] = (edges[kind] ?? 0) + 1;
    others.add(other);
    if (kind === "represents") roles.push(context.edge(terrain.edgeId(place, other, edge)));
  });
  return {
    ...context.node(id),
    aliases,
    formerIds,
    merged,
    degree: others.size,
    edges,
    roles: roles.sort((a, b) => b.weight - a.weight || compareText(a.id, b.id)),
    sentences: first.total,
    evidence: first.items.map(context.cite),
    ...(kind === "event" ? { event: summarizeEvent(context, id) } : {}),
  };
}
