/**
 * Parts of a graph that is too large to send: the backbone that the viewer opens on, and neighborhoods on demand. An event that is sent is sent
 * whole, with all who take part; of quotes only some are sent, with how many there are. A part is a graph in the JSON format, so that the viewer
 * reads it as any other and puts parts together.
 */
import type {
  EdgeAttributes,
  GraphAttributes,
  GraphPart,
  NodeAttributes,
} from "../graph/attributes.ts";
import type { GraphReader } from "../graph/query/reader.ts";
import type { Evidence } from "../model.ts";
import type { GraphSource } from "./source.ts";

export interface SentPart {
  readonly attributes: GraphAttributes;
  readonly options: {
    readonly type: "directed";
    readonly multi: true;
    readonly allowSelfLoops: true;
  };
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly attributes: EdgeAttributes;
  }[];
}

const EVENTS_PER_ACTOR = 2;
/** More candidates than places: hubs lose theirs to those who tell more. */
const CANDIDATES = 4;
/** An actor with more edges is not walked for the backbone: its events come with those it meets. */
const MOST_EDGES_WALKED = 5000;
/** Around one node. */
const MOST_EVENTS = 150;
const MOST_NEIGHBORS = 150;
/** Actors whose own neighborhoods make the second and the third step. */
const MOST_ON_THE_WAY = 25;
const MOST_NODES = 4000;
const QUOTES_OF_NODE = 8;
/** Of whoever was asked for. */
const QUOTES_OF_CENTER = 60;
const QUOTES_OF_EDGE = 1;
const PLACE_SHARE = 0.4;

/** The most telling actors, the best told events between them, and who else takes part in those. */
export function openingPart(source: GraphSource, actors: number): SentPart {
  return source.read((graph) => {
    const stories = graph.getAttribute("counts").stories ?? 1;
    const top = source.query.top({ by: "stories", limit: actors * CANDIDATES });
    // As the viewer ranks: whoever is in every story tells nothing about any of them.
    const score = (node: (typeof top)[number]): number =>
      node.stories *
      Math.sqrt(Math.log(1 + stories / Math.max(node.stories, 1))) *
      (node.kind === "place" ? PLACE_SHARE : 1);
    const chosen = new Set(
      top
        .map(({ id, ...node }) => ({ id, score: score({ id, ...node }) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, actors)
        .map(({ id }) => id),
    );
    const ties = new Map<string, number>();
    for (const id of chosen) {
      if (graph.degree(id) > MOST_EDGES_WALKED) continue;
      forEachNeighbor(graph, id, (other, { kind }) => {
        if (kind !== "together" && isEvent(graph, other))
          ties.set(other, (ties.get(other) ?? 0) + 1);
      });
    }
    for (const { id } of source.query.top({
      ...{ by: "stories", kinds: ["event"], limit: actors * EVENTS_PER_ACTOR },
    })) {
      if (!ties.has(id)) ties.set(id, 1);
    }
    const events = best(
      [...ties.keys()],
      (id) => graph.getNodeAttribute(id, "stories") + Math.min(ties.get(id)!, 5),
      actors * EVENTS_PER_ACTOR,
    );
    const nodes = new Set([...chosen, ...events]);
    for (const id of events) addCast(graph, id, nodes);
    return cut(source, graph, nodes, {});
  });
}

/** What is around some nodes, so many steps from actor to actor. Ids that are unknown are passed over. */
export function aroundPart(source: GraphSource, ids: readonly string[], hops: number): SentPart {
  return source.read((graph) => {
    const nodes = new Set<string>();
    const around: Record<string, { edges: number; here: number }> = {};
    let ring = ids.filter((id) => graph.hasNode(id));
    for (let hop = 0; hop < hops && nodes.size < MOST_NODES; hop++) {
      const next = new Set<string>();
      for (const id of ring) {
        if (nodes.size >= MOST_NODES) break;
        if (Object.hasOwn(around, id)) continue;
        nodes.add(id);
        around[id] = addAround(graph, id, nodes, next);
      }
      ring = best([...next], (id) => graph.getNodeAttribute(id, "stories"), MOST_ON_THE_WAY);
    }
    return cut(source, graph, nodes, around);
  });
}

/** Some nodes and what is between them. */
export function nodesPart(source: GraphSource, ids: readonly string[]): SentPart {
  return source.read((graph) => {
    const nodes = new Set(ids.filter((id) => graph.hasNode(id)));
    for (const id of [...nodes]) if (isEvent(graph, id)) addCast(graph, id, nodes);
    return cut(source, graph, nodes, {});
  });
}

/** The best told first; `next` is told who was reached. */
function addAround(
  graph: GraphReader,
  id: string,
  nodes: Set<string>,
  next: Set<string>,
): { edges: number; here: number } {
  const events = new Set<string>();
  const actors = new Map<string, number>();
  forEachNeighbor(graph, id, (other, { kind, weight }) => {
    if (kind === "together") return;
    if (isEvent(graph, other)) events.add(other);
    else actors.set(other, (actors.get(other) ?? 0) + weight);
  });
  const stories = (event: string): number => graph.getNodeAttribute(event, "stories");
  const sentEvents = best([...events], stories, MOST_EVENTS);
  const sentActors = best([...actors.keys()], (actor) => actors.get(actor)!, MOST_NEIGHBORS);
  for (const actor of sentActors) {
    nodes.add(actor);
    next.add(actor);
  }
  for (const event of sentEvents) {
    nodes.add(event);
    for (const actor of addCast(graph, event, nodes)) next.add(actor);
  }
  next.delete(id);
  return {
    edges: events.size + actors.size,
    here: sentEvents.length + sentActors.length,
  };
}

/** All who take part in an event. */
function addCast(graph: GraphReader, event: string, nodes: Set<string>): string[] {
  const cast: string[] = [];
  forEachNeighbor(graph, event, (other, { kind }) => {
    if (kind === "together") return;
    nodes.add(other);
    if (!isEvent(graph, other)) cast.push(other);
  });
  return cast;
}

function cut(
  source: GraphSource,
  graph: GraphReader,
  ids: ReadonlySet<string>,
  around: GraphPart["around"],
): SentPart {
  const articles = new Set<string>();
  const some = (evidence: readonly Evidence[], most: number): Evidence[] => {
    const kept = spread(evidence, most);
    for (const { article, copies } of kept) {
      articles.add(article);
      for (const copy of copies ?? []) articles.add(copy);
    }
    return kept;
  };
  const sorted = [...ids].sort();
  const nodes = sorted.map((key) => {
    const { evidence, ...attributes } = graph.getNodeAttributes(key);
    const kept = some(evidence, Object.hasOwn(around, key) ? QUOTES_OF_CENTER : QUOTES_OF_NODE);
    const rest = kept.length < evidence.length ? { sentences: evidence.length } : {};
    return { key, attributes: { ...attributes, evidence: kept, ...rest } as NodeAttributes };
  });
  const edges: SentPart["edges"][number][] = [];
  for (const id of sorted) {
    graph.forEachOutEdge(id, (key, attributes, from, target) => {
      if (!ids.has(target)) return;
      const evidence = some(attributes.evidence, QUOTES_OF_EDGE);
      edges.push({ key, source: from, target, attributes: { ...attributes, evidence } });
    });
  }
  edges.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    attributes: {
      format: graph.getAttribute("format"),
      generator: graph.getAttribute("generator"),
      inputs: graph.getAttribute("inputs"),
      counts: graph.getAttribute("counts"),
      articles: source.articles([...articles].sort()),
      notes: [],
      part: { around },
    },
    options: { type: "directed", multi: true, allowSelfLoops: true },
    nodes,
    edges,
  };
}

/** Evenly over the whole, first and last included. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  if (most === 1) return items.slice(0, 1);
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => items[Math.round(i * step)]!);
}

function best(ids: readonly string[], score: (id: string) => number, most: number): string[] {
  if (ids.length <= most) return [...ids];
  return ids
    .map((id) => ({ id, score: score(id) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

function forEachNeighbor(
  graph: GraphReader,
  id: string,
  visit: (other: string, attributes: EdgeAttributes) => void,
): void {
  graph.forEachEdge(id, (_, attributes, from, to) => visit(from === id ? to : from, attributes));
}

function isEvent(graph: GraphReader, id: string): boolean {
  return graph.getNodeAttribute(id, "kind") === "event";
}
