/**
 * Parts of a graph that is too large to send: the backbone that the viewer opens on, and neighborhoods on demand. An event that is sent is sent
 * whole, with all who take part; of quotes only some are sent, with how many there are. A part is a graph in the JSON format, so that the viewer
 * reads it as any other and puts parts together.
 */
import type {
  EdgeAttributes,
  EdgeKind,
  GraphAttributes,
  GraphPart,
  NodeAttributes,
} from "../graph/attributes.ts";
import { isHidden } from "../graph/kinds.ts";
import { compareText } from "../graph/order.ts";
import { roleOf } from "../graph/participants.ts";
import { firstOf } from "../graph/query/first-of.ts";
import type { GraphReader } from "../graph/query/reader.ts";
import type { EdgeMark, Place, Terrain } from "../graph/query/terrain.ts";
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
  return source.read((graph, terrain) => {
    const stories = graph.getAttribute("counts").stories ?? 1;
    const top = source.query.top({ by: "stories", limit: actors * CANDIDATES });
    // As the viewer ranks: whoever is in every story tells nothing about any of them.
    const score = (node: (typeof top)[number]): number =>
      node.stories *
      Math.sqrt(Math.log(1 + stories / Math.max(node.stories, 1))) *
      (node.kind === "place" ? PLACE_SHARE : 1);
    const chosen = firstOf(
      top.map((node) => ({ id: node.id, score: score(node) })),
      actors,
      (a, b) => b.score - a.score || compareText(a.id, b.id),
    ).map(({ id }) => terrain.place(id));
    const ties = new Map<Place, number>();
    for (const place of chosen) {
      if (terrain.degree(place) > MOST_EDGES_WALKED) continue;
      terrain.forEachStep(place, (other, kind) => {
        if (leadsToEvent(kind)) ties.set(other, (ties.get(other) ?? 0) + 1);
      });
    }
    const limit = actors * EVENTS_PER_ACTOR;
    for (const { id } of source.query.top({ by: "stories", kinds: ["event"], limit })) {
      const place = terrain.place(id);
      if (!ties.has(place)) ties.set(place, 1);
    }
    const events = best(
      terrain,
      ties.keys(),
      (place) => terrain.node(place).stories + Math.min(ties.get(place)!, 5),
      limit,
    );
    const places = new Set([...chosen, ...events]);
    for (const event of events) addCast(terrain, event, places);
    return cut(source, graph, terrain, places, new Map());
  });
}

/** What is around some nodes, so many steps from actor to actor. Ids that are unknown are passed over. */
export function aroundPart(source: GraphSource, ids: readonly string[], hops: number): SentPart {
  return source.read((graph, terrain) => {
    const places = new Set<Place>();
    const around = new Map<Place, Around>();
    let ring = ids.filter((id) => graph.hasNode(id)).map(terrain.place);
    for (let hop = 0; hop < hops && places.size < MOST_NODES; hop++) {
      const next = new Set<Place>();
      for (const place of ring) {
        if (places.size >= MOST_NODES) break;
        if (around.has(place)) continue;
        places.add(place);
        around.set(place, addAround(terrain, place, places, next));
      }
      ring = best(terrain, next, (place) => terrain.node(place).stories, MOST_ON_THE_WAY);
    }
    return cut(source, graph, terrain, places, around);
  });
}

/** Some nodes and what is between them. */
export function nodesPart(source: GraphSource, ids: readonly string[]): SentPart {
  return source.read((graph, terrain) => {
    const places = new Set(ids.filter((id) => graph.hasNode(id)).map(terrain.place));
    for (const place of [...places]) if (isEvent(terrain, place)) addCast(terrain, place, places);
    return cut(source, graph, terrain, places, new Map());
  });
}

type Around = GraphPart["around"][string];

/** The best told first; `next` is told who was reached. */
function addAround(terrain: Terrain, place: Place, places: Set<Place>, next: Set<Place>): Around {
  const isAtEvent = isEvent(terrain, place);
  const events = new Map<Place, number>();
  const actors = new Map<Place, number>();
  // The edges tell which of the others are events: a country has a hundred thousand, of which most are not sent.
  terrain.forEachStep(place, (other, kind, weight) => {
    if (isHidden(kind)) return;
    const found = !isAtEvent && leadsToEvent(kind) ? events : actors;
    found.set(other, (found.get(other) ?? 0) + weight);
  });
  const sentEvents = best(terrain, events.keys(), (event) => events.get(event)!, MOST_EVENTS);
  const sentActors = best(terrain, actors.keys(), (actor) => actors.get(actor)!, MOST_NEIGHBORS);
  for (const actor of sentActors) {
    places.add(actor);
    next.add(actor);
  }
  for (const event of sentEvents) {
    places.add(event);
    for (const actor of addCast(terrain, event, places)) next.add(actor);
  }
  next.delete(place);
  return {
    edges: events.size + actors.size,
    here: sentEvents.length + sentActors.length,
  };
}

/** All who take part in an event. */
function addCast(terrain: Terrain, event: Place, places: Set<Place>): Place[] {
  const cast: Place[] = [];
  terrain.forEachStep(event, (other, kind) => {
    if (isHidden(kind)) return;
    places.add(other);
    cast.push(other);
  });
  return cast;
}

function cut(
  source: GraphSource,
  graph: GraphReader,
  terrain: Terrain,
  places: ReadonlySet<Place>,
  around: ReadonlyMap<Place, Around>,
): SentPart {
  const articles = new Set<string>();
  const quoted = (evidence: readonly Evidence[]): readonly Evidence[] => {
    for (const { article, copies } of evidence) {
      articles.add(article);
      for (const copy of copies ?? []) articles.add(copy);
    }
    return evidence;
  };
  const sorted = [...places].sort(terrain.compare);
  const nodes: SentPart["nodes"][number][] = [];
  const edges: SentPart["edges"][number][] = [];
  for (const place of sorted) {
    const evidence = quoted(
      terrain.someEvidence(place, around.has(place) ? QUOTES_OF_CENTER : QUOTES_OF_NODE),
    );
    const sentences = terrain.sentences(place);
    const attributes = {
      ...withoutEvidence(terrain.node(place)),
      evidence,
      ...(evidence.length < sentences ? { sentences } : {}),
    };
    nodes.push({ key: terrain.id(place), attributes: attributes as NodeAttributes });
    for (const { other, mark } of edgesAmong(terrain, place, places)) {
      edges.push({
        key: terrain.edgeId(place, mark),
        source: terrain.id(place),
        target: terrain.id(other),
        attributes: {
          ...withoutEvidence(terrain.edge(place, mark)),
          evidence: quoted(terrain.someEdgeEvidence(place, mark, QUOTES_OF_EDGE)),
        } as EdgeAttributes,
      });
    }
  }
  edges.sort((a, b) => compareText(a.key, b.key));
  const counts = [...around].map(([place, count]) => [terrain.id(place), count] as const);
  return {
    attributes: {
      format: graph.getAttribute("format"),
      generator: graph.getAttribute("generator"),
      inputs: graph.getAttribute("inputs"),
      counts: graph.getAttribute("counts"),
      articles: source.articles([...articles].sort()),
      notes: [],
      part: { around: Object.fromEntries(counts) },
    },
    options: { type: "directed", multi: true, allowSelfLoops: true },
    nodes,
    edges,
  };
}

/** Edges that lead from a place to one of the others. */
function edgesAmong(
  terrain: Terrain,
  place: Place,
  places: ReadonlySet<Place>,
): { readonly other: Place; readonly mark: EdgeMark }[] {
  const found: { other: Place; mark: EdgeMark }[] = [];
  terrain.forEachStep(place, (other, _kind, _weight, mark) => {
    if (places.has(other) && terrain.isOutward(place, mark)) found.push({ other, mark });
  });
  return found;
}

/** Not by a spread, which would have all sentences read. */
function withoutEvidence<T extends { readonly evidence: readonly Evidence[] }>(
  attributes: T,
): Omit<T, "evidence"> {
  const { evidence, ...rest } = Object.getOwnPropertyDescriptors(attributes);
  return Object.defineProperties({}, rest) as Omit<T, "evidence">;
}

/** The highest scores first, then by id. */
function best(
  terrain: Terrain,
  places: Iterable<Place>,
  score: (place: Place) => number,
  most: number,
): Place[] {
  const scored = Array.from(places, (place) => ({ place, score: score(place) }));
  return firstOf(
    scored,
    most,
    (a, b) => b.score - a.score || terrain.compare(a.place, b.place),
  ).map(({ place }) => place);
}

/** Of an edge at an actor. */
function leadsToEvent(kind: EdgeKind): boolean {
  return kind === "says" || roleOf(kind) !== undefined;
}

function isEvent(terrain: Terrain, place: Place): boolean {
  return terrain.node(place).kind === "event";
}
