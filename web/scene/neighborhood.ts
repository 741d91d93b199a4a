/** Who and what stands around a node, counted from actor to actor: the events between are on the way, not a step of their own. */
import type { Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";

/** More would be the hairball that the picture avoids. */
const MOST = 250;

/** Nearest first, well told first, the node itself included. */
export function around(
  network: Network,
  center: string,
  hops: number,
  passes: (id: string) => boolean,
): string[] {
  const { graph } = network;
  const reached = new Set([center]);
  let ring = [center];
  const steps = isEvent(graph.getNodeAttributes(center)) ? hops * 2 - 1 : hops * 2;
  for (let step = 0; step < steps && reached.size < MOST; step++) {
    const next = new Set<string>();
    for (const id of ring) {
      graph.forEachEdge(id, (_, { kind }, source, target) => {
        const other = source === id ? target : source;
        if (kind !== "together" && !reached.has(other) && passes(other)) next.add(other);
      });
    }
    // From an actor to an actor (an office, a place in a country) is a whole step: stop there on the last one.
    const isLast = step === steps - 1;
    ring = [...next]
      .filter((id) => !isLast || !isEvent(graph.getNodeAttributes(id)) || step % 2 === 0)
      .sort((a, b) => stories(network, b) - stories(network, a) || (a < b ? -1 : 1))
      .slice(0, MOST - reached.size);
    for (const id of ring) reached.add(id);
  }
  return [...reached];
}

function stories(network: Network, id: string): number {
  return network.graph.getNodeAttribute(id, "stories");
}
