/**
 * Who does what to whom: events folded into edges between those who take part. An actor points at a recipient;
 * participants of one event meet each other, which is written once, from the smaller id. One edge for each pair
 * and act, with events counted and dated. `countries` folds actors into their countries first.
 */
import type { Act, CountryCode, IsoDate } from "../model.ts";
import type { EventNode, NewsGraph } from "./attributes.ts";
import { byText, compareText } from "./order.ts";
import { daysOfNode } from "./query/window.ts";

export interface ProjectedEdge {
  /** Node id, or alpha-3 code. */
  readonly source: string;
  readonly target: string;
  readonly act: Act;
  /** `false` where both are participants: neither does it to the other. */
  readonly directed: boolean;
  /** Number of events, and of stories that tell of them. */
  readonly events: number;
  readonly stories: number;
  readonly first?: IsoDate;
  readonly last?: IsoDate;
  /** Ids of the events, sorted. */
  readonly ids: readonly string[];
}

export interface ProjectOptions {
  /**
   * Events that did not happen: planned, cancelled, hypothetical, denied ones. Default: only those said to have
   * happened or to go on.
   */
  readonly all?: boolean;
  /** Only edges between these nodes. Default: all. */
  readonly among?: ReadonlySet<string>;
  /** Only these events. Default: all. */
  readonly events?: readonly string[];
}

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
}

/** Actor to actor, heaviest first. */
export function project(graph: NewsGraph, options: ProjectOptions = {}): ProjectedEdge[] {
  const { among } = options;
  return fold(graph, options, (id) => (among === undefined || among.has(id) ? id : undefined));
}

/**
 * Country to country: what a person or an organization does, its country does. Inside one country nothing is
 * shown.
 */
export function projectCountries(graph: NewsGraph, options: ProjectOptions = {}): ProjectedEdge[] {
  return fold(graph, options, (id): CountryCode | undefined => {
    const node = graph.getNodeAttributes(id);
    return "country" in node ? node.country : undefined;
  });
}

function fold(
  graph: NewsGraph,
  { all = false, events = graph.nodes() }: ProjectOptions,
  toEnd: (id: string) => string | undefined,
): ProjectedEdge[] {
  const edges = new Map<string, { pair: Pair; act: Act; ids: string[] }>();
  for (const id of events) {
    const event = graph.getNodeAttributes(id);
    if (event.kind !== "event" || !(all || isFact(event))) continue;
    const seen = new Set<string>();
    for (const pair of pairsOf(graph, id, toEnd)) {
      const key = `${pair.source}\n${pair.target}\n${event.act}\n${pair.directed}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const edge = edges.get(key);
      if (edge === undefined) edges.set(key, { pair, act: event.act, ids: [id] });
      else edge.ids.push(id);
    }
  }
  return [...edges.values()]
    .map(({ pair, act, ids }) => ({ ...pair, act, ...measure(graph, ids), ids: ids.sort() }))
    .sort(
      (a, b) => b.stories - a.stories || b.events - a.events || compareText(keyOf(a), keyOf(b)),
    );
}

function isFact({ status, polarity }: EventNode): boolean {
  return polarity === "asserted" && (status === "actual" || status === "ongoing");
}

function pairsOf(
  graph: NewsGraph,
  event: string,
  toEnd: (id: string) => string | undefined,
): Pair[] {
  const ends = { actor: [] as string[], recipient: [] as string[], participant: [] as string[] };
  graph.forEachInEdge(event, (_, { kind }, source) => {
    if (kind !== "actor" && kind !== "recipient" && kind !== "participant") return;
    const end = toEnd(source);
    if (end !== undefined && !ends[kind].includes(end)) ends[kind].push(end);
  });
  const pairs: Pair[] = [];
  for (const source of ends.actor) {
    for (const target of ends.recipient) {
      if (source !== target) pairs.push({ source, target, directed: true });
    }
  }
  const equals = [...ends.participant].sort(compareText);
  for (const [i, source] of equals.entries()) {
    for (const target of equals.slice(i + 1)) {
      if (source !== target) pairs.push({ source, target, directed: false });
    }
  }
  return pairs;
}

function measure(
  graph: NewsGraph,
  ids: readonly string[],
): Pick<ProjectedEdge, "events" | "stories" | "first" | "last"> {
  let stories = 0;
  const days: string[] = [];
  for (const id of ids) {
    const event = graph.getNodeAttributes(id);
    stories += event.stories;
    const { from, to } = daysOfNode(event);
    for (const day of [from, to]) if (day !== undefined) days.push(day);
  }
  days.sort(byText((day) => day));
  const [first] = days;
  const last = days.at(-1);
  return {
    events: ids.length,
    stories,
    ...(first !== undefined ? { first } : {}),
    ...(last !== undefined ? { last } : {}),
  };
}

function keyOf({ source, target, act }: ProjectedEdge): string {
  return `${source}\n${target}\n${act}`;
}
