/**
 * Communities: who is in the news together. Louvain (Blondel et al. 2008), seeded; each is named by its best
 * known members, and that is the reason for its name. Ids run from the largest down.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { NewsGraph } from "./attributes.ts";
import { isHidden } from "./kinds.ts";
import { compareText } from "./order.ts";
import { createRandom } from "./random.ts";

export interface Community {
  readonly id: number;
  /** Its best known members: *Vladimir Putin, Russia, Xi Jinping*. */
  readonly name: string;
  /** Node ids, most stories first. */
  readonly members: readonly string[];
}

const NAMED_AFTER = 3;

export function communities(graph: NewsGraph, seed?: number): Community[] {
  const skeleton = new UndirectedGraph<object, { weight: number }>();
  graph.forEachNode((id, { kind }) => {
    if (kind !== "article") skeleton.addNode(id);
  });
  graph.forEachEdge((_, { kind, weight }, source, target) => {
    if (source === target || isHidden(kind)) return;
    skeleton.updateEdge(source, target, (edge) => ({ weight: (edge.weight ?? 0) + weight }));
  });
  const groups = new Map<number, string[]>();
  for (const [id, group] of Object.entries(assign(skeleton, seed))) {
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [id]);
    else members.push(id);
  }
  const stories = (id: string) => graph.getNodeAttribute(id, "stories");
  return [...groups.values()]
    .map((members) => members.sort((a, b) => stories(b) - stories(a) || compareText(a, b)))
    .sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!))
    .map((members, id) => ({ id, name: nameOf(graph, members), members }));
}

function assign(skeleton: UndirectedGraph<object, { weight: number }>, seed?: number) {
  if (skeleton.size > 0)
    return louvain(skeleton, { rng: createRandom(seed), getEdgeWeight: "weight" });
  return Object.fromEntries(skeleton.nodes().map((id, i) => [id, i]));
}

/** Actors before events: an event's name is long and holds theirs. */
function nameOf(graph: NewsGraph, members: readonly string[]): string {
  const actors = members.filter((id) => graph.getNodeAttribute(id, "kind") !== "event");
  return (actors.length > 0 ? actors : members)
    .slice(0, NAMED_AFTER)
    .map((id) => graph.getNodeAttribute(id, "name"))
    .join(", ");
}
