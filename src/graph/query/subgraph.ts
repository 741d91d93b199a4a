/** Part of the graph: given nodes and what is between them, or the most told of all that fits a filter. */
import type { NewsGraph, NodeAttributes } from "../attributes.ts";
import { compareText } from "../order.ts";
import type { Context, MemoryContext } from "./context.ts";
import { countryCode } from "./events.ts";
import { resolve } from "./resolve.ts";
import type { Subgraph, SubgraphFilter } from "./types.ts";
import { createWalk } from "./walk.ts";
import { daysOfNode, isWithin } from "./window.ts";

const LIMIT = 1000;

export function subgraph(
  context: MemoryContext,
  what: readonly string[] | SubgraphFilter,
): Subgraph {
  if (isList(what)) {
    const ids = new Set(what.map((ref) => resolve(context, ref)));
    return cutOut(context, [...ids].sort(compareText), ids.size, {});
  }
  const fitting = filterNodes(context, what);
  const kept = fitting.slice(0, what.limit ?? LIMIT).sort(compareText);
  return cutOut(context, kept, fitting.length, what);
}

/** The same as a graph of its own, to be written in any format. */
export function cutGraph(graph: NewsGraph, ids: readonly string[]): NewsGraph {
  const kept = new Set(ids);
  const cut = graph.copy() as NewsGraph;
  graph.forEachNode((id) => {
    if (!kept.has(id)) cut.dropNode(id);
  });
  return cut;
}

function isList(what: readonly string[] | SubgraphFilter): what is readonly string[] {
  return Array.isArray(what);
}

function filterNodes(context: MemoryContext, filter: SubgraphFilter): string[] {
  const { graph } = context;
  const { minStories = 1 } = filter;
  const kinds = filter.kinds === undefined ? undefined : new Set(filter.kinds);
  const countries =
    filter.countries === undefined
      ? undefined
      : new Set(filter.countries.map((country) => countryCode(context, country)));
  const fits = (attributes: NodeAttributes): boolean => {
    if (kinds !== undefined && !kinds.has(attributes.kind)) return false;
    if (attributes.stories < minStories || !isWithin(daysOfNode(attributes), filter)) return false;
    if (attributes.kind === "event") {
      const { acts } = filter;
      return (
        acts === undefined || acts.includes(attributes.act) || acts.includes(attributes.plover)
      );
    }
    if (countries === undefined) return true;
    return (
      "country" in attributes &&
      attributes.country !== undefined &&
      countries.has(attributes.country)
    );
  };
  const stories = (id: string) => graph.getNodeAttribute(id, "stories");
  return graph
    .filterNodes((_, attributes) => fits(attributes))
    .sort((a, b) => stories(b) - stories(a) || compareText(a, b));
}

/** The nodes and what is between them. */
export function cutOut(
  context: Context,
  ids: readonly string[],
  total: number,
  filter: SubgraphFilter,
): Subgraph {
  const { terrain } = context;
  const { edges } = filter;
  const mayWalk = createWalk(terrain, edges === undefined ? {} : { edges });
  const places = ids.map(terrain.place);
  const kept = new Set(places);
  const between: string[] = [];
  for (const place of places) {
    terrain.forEachStep(place, (other, kind, weight, edge) => {
      if (!kept.has(other) || !terrain.isOutward(place, edge)) return;
      if (mayWalk(place, other, kind, weight, edge)) {
        between.push(terrain.edgeId(place, edge));
      }
    });
  }
  return {
    total,
    nodes: ids.map((id) => context.node(id)),
    edges: between.sort(compareText).map((edge) => context.edge(edge)),
  };
}
