/** The sentences behind a node or an edge. */
import type { Context } from "./context.ts";
import { inOrder } from "./in-order.ts";
import { resolve } from "./resolve.ts";
import type { CitedEvidence, PageOptions, ResultPage, Window } from "./types.ts";

export function evidence(
  context: Context,
  ref: string,
  options: PageOptions & Window = {},
): ResultPage<CitedEvidence> {
  const { graph, terrain } = context;
  const { items, ...rest } = graph.hasEdge(ref)
    ? inOrder(graph.getEdgeAttribute(ref, "evidence"), options)
    : terrain.evidenceInOrder(terrain.place(resolve(context, ref)), options);
  return { ...rest, items: items.map(context.cite) };
}
