/**
 * A large graph is here in part; what a view needs beyond that is fetched: the neighborhood of whoever is chosen or expanded, the steps of a path,
 * more of the backbone. One question at a time; what has failed is not asked again until another view needs it.
 */
import type { NewsGraph } from "../../src/graph/attributes.ts";
import type { Path } from "../../src/graph/query/types.ts";
import type { ViewState } from "../state/view-state.ts";
import { joinParts } from "./parts.ts";
import type { Remote } from "./remote.ts";

export interface Growth {
  /** Fetches what the state lacks, if anything. */
  follow(graph: NewsGraph, state: ViewState): void;
  isBusy(): boolean;
  /** Some hundreds more of what a view lists, the best told first. */
  more(of: MoreOf, window: Window): void;
  /** As the server told them. */
  paths(from: string, to: string): readonly Path[] | undefined;
}

export type MoreOf =
  | { readonly type: "actors" | "events" }
  /** All events of one actor. */
  | { readonly type: "timeline"; readonly id: string };

/** Only what was told then. */
export type Window = Pick<ViewState, "since" | "until">;

/** As many as the server sends at most. */
export const MOST_ACTORS = 1000;
const FIRST_ACTORS = 400;
const MORE_AT_ONCE = 500;

interface Need {
  readonly key: string;
  run(graph: NewsGraph): Promise<NewsGraph>;
}

export function createGrowth(
  remote: Remote,
  current: () => { readonly graph: NewsGraph; readonly state: ViewState },
  onChange: (graph: NewsGraph) => void,
  onTrouble: (message: string) => void,
): Growth {
  const done = new Set<string>();
  const paths = new Map<string, readonly Path[]>();
  let actors = FIRST_ACTORS;
  let isBusy = false;

  function nextNeed(state: ViewState): Need | undefined {
    return listNeeds(state).find(({ key }) => !done.has(key));
  }

  function listNeeds({ focus, expanded, ego, shown }: ViewState): Need[] {
    const around = (id: string, hops: number): Need => ({
      key: `around ${hops} ${id}`,
      run: async (graph) => joinParts(graph, await remote.around([id], hops)),
    });
    const needs: Need[] = [];
    if (focus?.type === "node") needs.push(around(focus.id, 1));
    if (focus?.type === "pair") needs.push(around(focus.source, 1), around(focus.target, 1));
    if (focus?.type === "path") needs.push(pathNeed(focus.from, focus.to));
    if (ego !== undefined) needs.push(around(ego.id, ego.hops));
    needs.push(...expanded.map((id) => around(id, 1)));
    const wanted = Math.min(shown, MOST_ACTORS);
    if (wanted > actors) {
      needs.push({
        key: `opening ${wanted}`,
        async run(graph) {
          const joined = joinParts(graph, await remote.opening(wanted));
          actors = wanted;
          return joined;
        },
      });
    }
    return needs;
  }

  function pathNeed(from: string, to: string): Need {
    const key = `path ${from} ${to}`;
    return {
      key,
      async run(graph) {
        const found = await remote.paths(from, to);
        const ids = new Set([from, to, ...found.flatMap(({ nodes }) => nodes.map(({ id }) => id))]);
        const joined = joinParts(graph, await remote.nodes([...ids]));
        paths.set(key, found);
        return joined;
      },
    };
  }

  function moreNeed(of: MoreOf, window: Window): Need {
    return {
      key: `more ${JSON.stringify([of, window])}`,
      async run(graph) {
        const wanted = await remote.best(of, MORE_AT_ONCE, (id) => graph.hasNode(id), window);
        if (wanted.length === 0) throw new Error("The server has no more of these.");
        const joined = joinParts(graph, await remote.nodes(wanted));
        return of.type === "timeline" ? withEventsOf(joined, of.id, wanted.length) : joined;
      },
    };
  }

  function follow(graph: NewsGraph, state: ViewState): void {
    const need = isBusy ? undefined : nextNeed(state);
    if (need === undefined) return;
    done.add(need.key);
    run(need, graph);
  }

  function run(need: Need, graph: NewsGraph): void {
    isBusy = true;
    need.run(graph).then(
      (grown) => {
        isBusy = false;
        onChange(grown);
        const now = current();
        follow(now.graph, now.state);
      },
      (error: Error) => {
        isBusy = false;
        done.delete(need.key);
        onTrouble(error.message);
      },
    );
  }

  function more(of: MoreOf, window: Window): void {
    if (!isBusy) run(moreNeed(of, window), current().graph);
  }

  return {
    follow,
    more,
    isBusy: () => isBusy,
    paths: (from, to) => paths.get(`path ${from} ${to}`),
  };
}

/** So many more of what is around it are here now. */
function withEventsOf(graph: NewsGraph, id: string, count: number): NewsGraph {
  const { around = {} } = graph.getAttribute("part") ?? {};
  const known = around[id];
  if (known === undefined) return graph;
  const here = Math.min(known.here + count, known.edges);
  graph.setAttribute("part", { around: { ...around, [id]: { ...known, here } } });
  return graph;
}
