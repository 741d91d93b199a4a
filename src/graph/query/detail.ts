/** Everything about one node. */
import type { EdgeKind } from "../attributes.ts";
import { compareText } from "../order.ts";
import type { Context } from "./context.ts";
import { summarizeEvent } from "./events.ts";
import { tryResolve } from "./resolve.ts";
import type { NodeDetail } from "./types.ts";

const SENTENCES_SHOWN = 5;

export function detail(context: Context, ref: string): NodeDetail | undefined {
  const { graph, terrain } = context;
  const id = tryResolve(context, ref);
  if (id === undefined) return undefined;
  const { kind, aliases, formerIds = [], merged = [] } = graph.getNodeAttributes(id);
  const place = terrain.place(id);
  const first = terrain.evidenceInOrder(place, { limit: SENTENCES_SHOWN });
  const edges: Partial<Record<EdgeKind, number>> = {};
  const roles: string[] = [];
  terrain.forEachStep(place, (_other, kind, _weight, edge) => {
    edges[kind] = (edges[kind] ?? 0) + 1;
    if (kind === "represents") roles.push(terrain.edgeId(place, edge));
  });
  context.readEdges(roles);
  return {
    ...context.node(id),
    aliases,
    formerIds,
    merged,
    degree: terrain.neighbors(place),
    edges,
    roles: roles.map(context.edge).sort((a, b) => b.weight - a.weight || compareText(a.id, b.id)),
    sentences: first.total,
    evidence: first.items.map(context.cite),
    ...(kind === "event" ? { event: summarizeEvent(context, id) } : {}),
  };
}
