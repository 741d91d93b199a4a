/** Which nodes a focus stands for. */
import type { Network } from "../data/network.ts";
import type { Focus } from "../state/view-state.ts";

/** Only those that are in the graph: links may come from another one. */
export function focusIds({ graph }: Network, focus: Focus | undefined): string[] {
  const present = (ids: readonly string[]): string[] => ids.filter((id) => graph.hasNode(id));
  switch (focus?.type) {
    case undefined:
      return [];
    case "node":
      return present([focus.id]);
    case "pair":
      return present([focus.source, focus.target]);
    case "path":
      return present([focus.from, focus.to]);
    case "article":
      return graph.filterNodes((_, { evidence }) =>
        evidence.some(({ article }) => article === focus.id),
      );
  }
}

/** A path or an article stands out as a whole; a node or a pair with what is around it. */
export function isChain(focus: Focus | undefined): boolean {
  return focus?.type === "path" || focus?.type === "article";
}

export function chainIds(network: Network, focus: Focus): Set<string> {
  const ends = focusIds(network, focus);
  if (focus.type !== "path" || ends.length < 2) return new Set(ends);
  const paths = network.paths(focus.from, focus.to);
  return new Set(paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
}
