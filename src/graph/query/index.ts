/**
 * The nine calls over a graph in memory. Indexes are made when they are first needed; the graph must not change
 * meanwhile. Each throws `QueryError` for a wrong name or value.
 */
import type { NewsGraph } from "../attributes.ts";
import { checked } from "./checked.ts";
import { createContext } from "./context.ts";
import { detail } from "./detail.ts";
import { QueryError } from "./errors.ts";
import { events, timeline } from "./events.ts";
import { evidence } from "./evidence.ts";
import { find } from "./find.ts";
import { neighbors } from "./neighbors.ts";
import { paths } from "./paths.ts";
import { subgraph } from "./subgraph.ts";
import { createTop } from "./top.ts";
import type { NewsQuery } from "./types.ts";

export { cutGraph } from "./subgraph.ts";
export type * from "./types.ts";
export { QueryError };

export function createQuery(graph: NewsGraph): NewsQuery {
  if (typeof graph?.forEachNode !== "function") {
    throw new QueryError("createQuery: expected a graph as build and readGraph give it");
  }
  const context = createContext(graph);
  return checked({
    find: (text, options) => find(context, text, options),
    get: (ref) => detail(context, ref),
    neighbors: (ref, options) => neighbors(context, ref, options),
    paths: (from, to, options) => paths(context, from, to, options),
    events: (filter) => events(context, filter),
    timeline: (ref, options) => timeline(context, ref, options),
    evidence: (ref, options) => evidence(context, ref, options),
    subgraph: (what) => subgraph(context, what),
    top: createTop(context),
  });
}
