/**
 * The backbone: enough to see the shape of the news, little enough to read it. The most telling actors; between them the strongest lines
 * of each and those that keep the picture in one piece (maximum spanning forest, Kruskal 1956); the events that join them.
 */
import type { Network } from "../data/network.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Pair } from "./pairs.ts";
import { ranked, tellingness } from "./rank.ts";

const STRONGEST_OF_EACH = 3;
/** Events for each actor shown: with more, the picture closes up. */
const EVENTS_PER_ACTOR = 1.2;
/** With events as nodes the same picture holds fewer actors. */
const SHARE_WITH_EVENTS = 0.6;

const MORE_ROUNDS = 6;
/** Times the number asked for: farther down nobody tells anything. */
const MOST_TRIED = 3;

/** Who may come into the picture at all. */
export function candidatesOf(
  network: Network,
  actors: readonly string[],
  { shown }: Pick<ViewState, "shown">,
): string[] {
  if (shown >= actors.length) return [...actors];
  return ranked(actors, tellingness(network)).slice(0, shown * MOST_TRIED);
}

export function chooseActors(
  network: Network,
  candidates: readonly string[],
  { shown, reading }: Pick<ViewState, "shown" | "reading">,
  isLinked: (id: string, pool: ReadonlySet<string>) => boolean,
): string[] {
  const best = ranked(candidates, tellingness(network));
  if (shown >= candidates.length) return best;
  if (reading === "events") return best.slice(0, Math.ceil(shown * SHARE_WITH_EVENTS));
  // Who has no line to anybody is not drawn: go on until there are as many as were asked for.
  let count = shown;
  for (let round = 0; round < MORE_ROUNDS; round++) {
    const pool = new Set(best.slice(0, count));
    const drawn = best.slice(0, count).filter((id) => isLinked(id, pool)).length;
    if (drawn >= shown || count >= best.length || count >= shown * MOST_TRIED) break;
    count += shown - drawn;
  }
  return best.slice(0, count);
}

/** Events between two shown actors or more, best told first; one that hangs on a single actor only when it is well told or there is room. */
export function chooseEvents(
  network: Network,
  candidates: readonly string[],
  chosen: ReadonlySet<string>,
  shown: number,
): string[] {
  const { graph } = network;
  const all = network.whole.isHere && shown >= network.actors.length;
  const ties = new Map<string, number>();
  for (const id of candidates) {
    let count = 0;
    for (const neighbor of graph.neighbors(id)) if (chosen.has(neighbor)) count++;
    if (count > 0) ties.set(id, count);
  }
  const score = (id: string): number =>
    graph.getNodeAttribute(id, "stories") + Math.min(ties.get(id)!, 5);
  const best = ranked([...ties.keys()], score);
  return all ? best : best.slice(0, Math.ceil(shown * EVENTS_PER_ACTOR * SHARE_WITH_EVENTS));
}

export function choosePairs(
  pairs: readonly Pair[],
  chosen: ReadonlySet<string>,
  all: boolean,
  onPath: ReadonlySet<string> = new Set(),
): Pair[] {
  const between = pairs.filter(({ source, target }) => chosen.has(source) && chosen.has(target));
  if (all) return between;
  const drawn = new Map<string, number>();
  const find = createForest();
  return between.filter(({ source, target }) => {
    const joins = find(source) !== find(target);
    const room = [source, target].some((id) => (drawn.get(id) ?? 0) < STRONGEST_OF_EACH);
    if (!joins && !room && !(onPath.has(source) && onPath.has(target))) return false;
    find(source, target);
    for (const id of [source, target]) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    return true;
  });
}

/** Union-find: `find(a)` the root of a, `find(a, b)` joins them. */
function createForest(): (id: string, join?: string) => string {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    for (let up = parents.get(top); up !== undefined; up = parents.get(top)) top = up;
    if (top !== id) parents.set(id, top);
    return top;
  };
  return (id, join) => {
    const top = root(id);
    if (join === undefined) return top;
    const other = root(join);
    if (other !== top) parents.set(other, top);
    return top;
  };
}
