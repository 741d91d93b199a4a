/** The sentences behind a node or an edge. */
import type { Evidence } from "../../model.ts";
import { type Context, inOrderOfPublication } from "./context.ts";
import { page } from "./page.ts";
import { resolve } from "./resolve.ts";
import type { CitedEvidence, PageOptions, ResultPage, Window } from "./types.ts";
import { isWithin } from "./window.ts";

export function evidence(
  context: Context,
  ref: string,
  options: PageOptions & Window = {},
): ResultPage<CitedEvidence> {
  const { graph } = context;
  const all: readonly Evidence[] = graph.hasEdge(ref)
    ? graph.getEdgeAttribute(ref, "evidence")
    : graph.getNodeAttribute(resolve(context, ref), "evidence");
  const inWindow = all.filter(({ published }) => isWithin(dayOf(published), options));
  return page(inOrderOfPublication(inWindow), options, context.cite);
}

function dayOf(published: string | undefined): { from?: string } {
  return published === undefined ? {} : { from: published.slice(0, 10) };
}
