/**
 * Network and state -> what stands in the picture: plain nodes and edges, and how much of the whole that is. Never all of a large graph:
 * the most telling actors and their strongest ties, unless a neighborhood or a path is asked for.
 */

import type { NodeKind } from "../../src/graph/appearance.ts";
import type { EdgeKind } from "../../src/graph/attributes.ts";
import type { Act, Evidence } from "../../src/model.ts";
import type { DaySpan, Network } from "../data/network.ts";
import { isEvent } from "../data/nodes.ts";
import type { ViewState } from "../state/view-state.ts";
import { candidatesOf, chooseActors, chooseEvents, choosePairs } from "./backbone.ts";
import { eventLabel } from "./event-label.ts";
import { createFilter } from "./filter.ts";
import { chainIds } from "./focus.ts";
import { around } from "./neighborhood.ts";
import { isOpenEvent } from "./open-events.ts";
import { foldPairs, type Pair } from "./pairs.ts";
import { hubs } from "./rank.ts";

/** `sure`: told as done by two stories or more; `single`: by one; `open`: planned, called off, denied or claimed; `setting`: offices and places. */
export type EdgeStyle = "sure" | "single" | "open" | "setting";

export interface SceneNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  /** Short: an event stands beside the names of those who take part. */
  readonly label: string;
  readonly stories: number;
  /** Not told as done. */
  readonly isOpen: boolean;
}

export interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind | "pair";
  readonly stories: number;
  readonly style: EdgeStyle;
  readonly days: DaySpan;
  /** Of a pair: what it fans out into. */
  readonly pair?: Pair;
  readonly act?: Act;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly counts: SceneCounts;
}

export interface SceneCounts {
  readonly actors: number;
  readonly events: number;
  /** That pass the filters, shown or not. */
  readonly allActors: number;
  readonly allEvents: number;
  readonly edges: number;
  /** By kind, of all that pass the other filters: what the legend shows. */
  readonly kinds: Readonly<Partial<Record<NodeKind, number>>>;
  readonly acts: Readonly<Partial<Record<Act, number>>>;
}

export function composeScene(network: Network, state: ViewState): Scene {
  const { graph } = network;
  const filter = createFilter(network, state);
  const barred = state.hideHubs ? hubs(network) : new Set<string>();
  const passes = (id: string): boolean => filter.node(id) && !barred.has(id);
  const actors = network.actors.filter(passes);
  const events = network.events.filter(passes);
  const pinned = pinnedNodes(network, state, passes);
  const pairs =
    state.reading === "actors"
      ? foldPairs(network, new Set(network.events.filter(filter.node)), {
          among: new Set([...pinned, ...candidatesOf(network, actors, state)]),
        })
      : [];
  const chosen = new Set(pinned);
  let drawnPairs = pairs;
  if (state.ego === undefined) {
    for (const id of chooseActors(network, actors, state, isLinkedIn(network, pairs))) {
      chosen.add(id);
    }
    const isOnPath = chainOf(network, state);
    drawnPairs = choosePairs(pairs, chosen, state.shown >= actors.length, isOnPath);
    if (state.reading === "events") {
      for (const id of chooseEvents(network, events, chosen, state.shown)) chosen.add(id);
    }
  }
  if (state.reading === "actors") {
    const asked = askedFor(network, state);
    for (const id of [...chosen]) {
      if (isEvent(graph.getNodeAttributes(id)) && !asked.has(id)) chosen.delete(id);
    }
  }
  const edges = listEdges(network, state, chosen, drawnPairs, filter.evidence);
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = [...chosen]
    .filter((id) => linked.has(id) || pinned.has(id))
    .sort()
    .map((id) => toNode(network, id));
  const shownEvents = nodes.filter(({ kind }) => kind === "event").length;
  return {
    nodes,
    edges,
    counts: {
      actors: nodes.length - shownEvents,
      events: shownEvents,
      allActors: actors.length,
      allEvents: events.length,
      edges: edges.length,
      kinds: countKinds(network, filter.nodeOfAnyKind),
      acts: countActs(network),
    },
  };
}

/** Among actors only, the event in focus and those on a path still stand: they are what is asked about. */
function askedFor(network: Network, state: ViewState): ReadonlySet<string> {
  if (state.focus?.type === "node") return new Set([state.focus.id]);
  return chainOf(network, state);
}

/** Lines along the path in focus are drawn however thin they are. */
function chainOf(network: Network, { focus }: ViewState): ReadonlySet<string> {
  if (focus?.type !== "path") return new Set();
  return chainIds(network, focus);
}

/** Whether an actor would have a line among others: whoever has none only waits in the table. */
function isLinkedIn(
  { graph }: Network,
  pairs: readonly Pair[],
): (id: string, pool: ReadonlySet<string>) => boolean {
  const partners = new Map<string, string[]>();
  for (const { source, target } of pairs) {
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const list = partners.get(one);
      if (list === undefined) partners.set(one, [other]);
      else list.push(other);
    }
  }
  return (id, pool) =>
    (partners.get(id) ?? []).some((other) => pool.has(other)) ||
    graph.someEdge(
      id,
      (_, { kind }, source, target) =>
        kind !== "together" && source !== target && pool.has(source === id ? target : source),
    );
}

/** What was asked for by name stays whatever its rank: the focus, a path, a neighborhood. */
function pinnedNodes(
  network: Network,
  state: ViewState,
  passes: (id: string) => boolean,
): Set<string> {
  const { graph } = network;
  const pinned = new Set<string>();
  const add = (id: string): void => {
    if (graph.hasNode(id)) pinned.add(id);
  };
  const { ego, focus, expanded } = state;
  if (ego !== undefined && graph.hasNode(ego.id)) {
    for (const id of around(network, ego.id, ego.hops, passes)) pinned.add(id);
  }
  for (const id of expanded) {
    if (graph.hasNode(id)) for (const near of around(network, id, 1, passes)) pinned.add(near);
  }
  if (focus?.type === "node") add(focus.id);
  if (focus?.type === "pair") [focus.source, focus.target].forEach(add);
  if (focus?.type === "path" && graph.hasNode(focus.from) && graph.hasNode(focus.to)) {
    for (const { nodes } of network.paths(focus.from, focus.to)) {
      for (const { id } of nodes) add(id);
    }
  }
  return pinned;
}

function listEdges(
  network: Network,
  state: ViewState,
  chosen: ReadonlySet<string>,
  pairs: readonly Pair[],
  hasEvidence: (evidence: readonly Evidence[]) => boolean,
): SceneEdge[] {
  const { graph } = network;
  const edges: SceneEdge[] = [];
  for (const pair of pairs) {
    if (!chosen.has(pair.source) || !chosen.has(pair.target)) continue;
    edges.push({
      id: pair.id,
      source: pair.source,
      target: pair.target,
      kind: "pair",
      stories: pair.stories,
      style: pair.isOpen ? "open" : pair.stories > 1 ? "sure" : "single",
      days: pair.days,
      pair,
    });
  }
  for (const id of chosen) {
    graph.forEachOutEdge(id, (edge, attributes, source, target) => {
      const { kind, weight, evidence } = attributes;
      if (!chosen.has(target) || source === target) return;
      if (kind === "together" && !state.together) return;
      if (!hasEvidence(evidence)) return;
      const event = [source, target]
        .map((end) => graph.getNodeAttributes(end))
        .find((node) => isEvent(node));
      const days = network.edgeDays(edge);
      const style: EdgeStyle =
        event === undefined || kind === "says" || kind === "at" || kind === "about"
          ? "setting"
          : isEvent(event) && isOpenEvent(event)
            ? "open"
            : weight > 1
              ? "sure"
              : "single";
      const act = event !== undefined && isEvent(event) ? { act: event.act } : {};
      // An event acts upon its recipient: the line points that way.
      const ends = kind === "recipient" ? { source: target, target: source } : { source, target };
      edges.push({ id: edge, ...ends, kind, stories: weight, style, days, ...act });
    });
  }
  return edges.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toNode(network: Network, id: string): SceneNode {
  const node = network.graph.getNodeAttributes(id);
  const isOpen = isEvent(node) && isOpenEvent(node);
  const label = isEvent(node) ? eventLabel(node, castOf(network, id)) : node.name;
  const { kind, stories, x = 0, y = 0 } = node;
  return { id, kind, x, y, label, stories, isOpen };
}

/** The names of those who take part. */
export function castOf({ graph }: Network, event: string): string[] {
  return graph.mapNeighbors(event, (_, { name }) => name);
}

function countKinds(
  network: Network,
  passes: (id: string) => boolean,
): Partial<Record<NodeKind, number>> {
  const counts: Partial<Record<NodeKind, number>> = {};
  network.graph.forEachNode((id, { kind }) => {
    if (passes(id)) counts[kind] = (counts[kind] ?? 0) + 1;
  });
  return counts;
}

function countActs(network: Network): Partial<Record<Act, number>> {
  const counts: Partial<Record<Act, number>> = {};
  for (const id of network.events) {
    const node = network.graph.getNodeAttributes(id);
    if (isEvent(node)) counts[node.act] = (counts[node.act] ?? 0) + 1;
  }
  return counts;
}
