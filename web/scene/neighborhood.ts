/** Who and what stands around a node, counted from actor to actor: the events between are on the way, not a step of their own. */
import type { Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";

/** More would be the hairball that the picture avoids. */
const MOST = 250;
/** Of what is left of them, for offices and places: the rest is for events. */
const TIES_SHARE = 0.5;

/** Nearest first, well told first, the node itself included. An event comes with all who take part: on its own it would lead nowhere. */
export function around(
  network: Network,
  center: string,
  hops: number,
  passes: (id: string) => boolean,
): string[] {
  const { graph } = network;
  const reached = new Set([center]);
  let ring = [center];
  for (let hop = 0; hop < hops && reached.size < MOST; hop++) {
    const near = new Set(ring.flatMap(nextTo));
    const sorted = [...near].sort(
      (a, b) => stories(network, b) - stories(network, a) || (a < b ? -1 : 1),
    );
    const events = sorted.filter((id) => isEvent(graph.getNodeAttributes(id)));
    const ties = sorted.filter((id) => !isEvent(graph.getNodeAttributes(id)));
    const next: string[] = [];
    const reach = (ids: readonly string[], most: number): void => {
      for (const id of ids) {
        if (reached.size >= most) return;
        const cast = isEvent(graph.getNodeAttributes(id)) ? nextTo(id) : [id];
        next.push(...cast.filter((actor) => !reached.has(actor)));
        for (const one of [id, ...cast]) reached.add(one);
      }
    };
    reach(ties, reached.size + (MOST - reached.size) * TIES_SHARE);
    reach(events, MOST);
    reach(ties, MOST);
    ring = next;
  }
  return [...reached];

  function nextTo(id: string): string[] {
    const found: string[] = [];
    graph.forEachEdge(id, (_, { kind }, source, target) => {
      const other = source === id ? target : source;
      if (kind !== "together" && !reached.has(other) && passes(other)) found.push(other);
    });
    return found;
  }
}

function stories(network: Network, id: string): number {
  return network.graph.getNodeAttribute(id, "stories");
}
