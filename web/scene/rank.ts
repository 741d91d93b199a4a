/**
 * Who is telling: stories, damped for those who are in almost every story and for places, which are a setting rather than a part. An
 * inverse frequency as in text search: whoever is in every story tells nothing about any of them.
 */
import type { Network } from "../data/network.ts";

const PLACE_SHARE = 0.4;
const UNNAMED_SHARE = 0.3;
/** A node is a hub when it is in a quarter of all stories, or in eight times as many as half of its peers, and in 10 at least. */
const HUB_SHARE = 0.25;
const HUB_LEAST = 10;

export function tellingness(network: Network): (id: string) => number {
  const { graph, stories } = network;
  return (id) => {
    const node = graph.getNodeAttributes(id);
    const rarity = Math.log(1 + stories / Math.max(node.stories, 1));
    const share =
      node.kind === "place" ? PLACE_SHARE : "unnamed" in node && node.unnamed ? UNNAMED_SHARE : 1;
    const links = Math.log2(2 + graph.degree(id));
    return node.stories * Math.sqrt(rarity) * share + 0.1 * links;
  };
}

/** Most telling first; ties by id, so that the picture is the same every time. */
export function ranked(ids: readonly string[], score: (id: string) => number): string[] {
  return ids
    .map((id) => ({ id, score: score(id) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

export function hubs(network: Network): ReadonlySet<string> {
  const least = Math.max(HUB_LEAST, network.stories * HUB_SHARE);
  return new Set(
    network.actors.filter((id) => network.graph.getNodeAttribute(id, "stories") >= least),
  );
}
