/**
 * Knowledge -> the graph: nodes for entities and events, edges for roles and relations, each weighed by the
 * distinct stories behind it. Nodes and edges stand sorted by key, so that the same knowledge gives the same
 * bytes.
 */
import { MultiDirectedGraph } from "graphology";
import type { ArticleRecord, Entity, EventStatus, Knowledge, NewsEvent, Note } from "../model.ts";
import { KIND_COLORS, nodeSize } from "./appearance.ts";
import type {
  EdgeAttributes,
  EntityNode,
  EventNode,
  GraphAttributes,
  NewsGraph,
  NodeAttributes,
} from "./attributes.ts";
import { digest } from "./digest.ts";
import { type Edge, listEdges } from "./edges.ts";
import { layOut } from "./layout.ts";
import { byText, compareText } from "./order.ts";
import { FORMAT_VERSION, VERSION } from "./version.ts";
import { createScale, type Weigh } from "./weigh.ts";

export interface GraphOptions {
  /** Computes positions. Default true. */
  readonly layout?: boolean;
  /** Of the layout. */
  readonly seed?: number;
}

export function toGraph(knowledge: Knowledge, options: GraphOptions = {}): NewsGraph {
  const graph: NewsGraph = new MultiDirectedGraph();
  const weigh = createScale(knowledge.articles);
  const notes: Note[] = [...knowledge.notes];
  addNodes(graph, knowledge, weigh, notes);
  addEdges(graph, knowledge, weigh, notes);
  graph.replaceAttributes(
    describe(
      knowledge.articles,
      countKinds(graph.mapNodes((_, { kind }) => kind)),
      graph.size,
      notes,
    ),
  );
  if (options.layout !== false) layOut(graph, options.seed);
  return graph;
}

function addNodes(graph: NewsGraph, knowledge: Knowledge, weigh: Weigh, notes: Note[]): void {
  const nodes: [string, NodeAttributes][] = [
    ...knowledge.entities.map((entity): [string, EntityNode] => [
      entity.id,
      entityNode(entity, weigh),
    ]),
    ...knowledge.events.map((event): [string, EventNode] => [event.id, eventNode(event, weigh)]),
  ];
  for (const [key, attributes] of nodes.sort(byText(([id]) => id))) {
    if (attributes.evidence.length === 0) notes.push(leftOut(key, "no sentence says so"));
    else if (graph.hasNode(key)) notes.push(leftOut(key, "a second node has the same id"));
    else graph.addNode(key, attributes);
  }
}

export function entityNode(entity: Entity, weigh: Weigh): EntityNode {
  const { kind, name, aliases, country, unnamed, formerIds, merged, evidence } = entity;
  const weight = weigh(evidence);
  return {
    kind,
    name,
    aliases,
    ...(country !== undefined ? { country } : {}),
    ...(unnamed !== undefined ? { unnamed } : {}),
    ...weight,
    size: nodeSize(kind, weight.stories),
    color: KIND_COLORS[kind],
    ...(formerIds !== undefined ? { formerIds } : {}),
    ...(merged !== undefined ? { merged } : {}),
    evidence,
  };
}

export function eventNode(event: NewsEvent, weigh: Weigh): EventNode {
  const { act, plover, mode, contexts, status, polarity, from, to, precision, basis } = event;
  const weight = weigh(event.evidence);
  return {
    kind: "event",
    name: event.label,
    aliases: [],
    act,
    plover,
    ...(mode !== undefined ? { mode } : {}),
    ...(contexts !== undefined ? { contexts } : {}),
    status,
    polarity,
    told: statusByArticle(event),
    ...(from !== undefined ? { from } : {}),
    ...(to !== undefined ? { to } : {}),
    ...(precision !== undefined ? { precision } : {}),
    ...(basis !== undefined ? { basis } : {}),
    ...weight,
    size: nodeSize("event", weight.stories),
    color: KIND_COLORS.event,
    ...(event.formerIds !== undefined ? { formerIds: event.formerIds } : {}),
    ...(event.merged !== undefined ? { merged: event.merged } : {}),
    evidence: event.evidence,
  };
}

/** An article that tells an event twice is taken at its first word: headline and lead. */
export function statusByArticle({
  evidence,
  status,
}: Pick<NewsEvent, "evidence" | "status">): Record<string, EventStatus> {
  const told = new Map<string, EventStatus>();
  for (const { article, status: toldStatus, copies } of evidence) {
    for (const id of [article, ...(copies ?? [])]) {
      if (!told.has(id)) told.set(id, toldStatus ?? status);
    }
  }
  return Object.fromEntries([...told].sort(([a], [b]) => compareText(a, b)));
}

function addEdges(graph: NewsGraph, knowledge: Knowledge, weigh: Weigh, notes: Note[]): void {
  for (const edge of listEdges(knowledge).sort(byText(({ key }) => key))) {
    const missing = [edge.source, edge.target].find((id) => !graph.hasNode(id));
    if (missing !== undefined) notes.push(leftOut(edge.key, `${missing} is not in the graph`));
    else if (edge.evidence.length === 0) notes.push(leftOut(edge.key, "no sentence says so"));
    else graph.addEdgeWithKey(edge.key, edge.source, edge.target, edgeAttributes(edge, weigh));
  }
}

export function edgeAttributes(edge: Edge, weigh: Weigh): EdgeAttributes {
  const { kind, title, former, stance, quoted, evidence } = edge;
  const { stories, first, last } = weigh(evidence);
  return {
    kind,
    weight: stories,
    ...(first !== undefined ? { first } : {}),
    ...(last !== undefined ? { last } : {}),
    ...(title !== undefined ? { title } : {}),
    ...(former !== undefined ? { former } : {}),
    ...(stance !== undefined ? { stance } : {}),
    ...(quoted !== undefined ? { quoted } : {}),
    evidence,
  };
}

function leftOut(id: string, reason: string): Note {
  return { stage: "graph", origin: id, message: `left out of the graph: ${reason}` };
}

export function describe(
  unsorted: readonly ArticleRecord[],
  kinds: Readonly<Record<string, number>>,
  edges: number,
  notes: readonly Note[],
): GraphAttributes {
  const articles = [...unsorted].sort(byText(({ id }) => id));
  return {
    format: FORMAT_VERSION,
    generator: `dramatis ${VERSION}`,
    inputs: digest(articles.map(({ id }) => id)),
    counts: countParts(articles, kinds, edges, notes),
    articles,
    notes: [...notes].sort(
      byText(({ origin, stage, message }) => `${origin}\n${stage}\n${message}`),
    ),
  };
}

/** Of the nodes. */
export function countKinds(nodes: Iterable<string>): Record<string, number> {
  const kinds: Record<string, number> = {
    person: 0,
    organization: 0,
    group: 0,
    country: 0,
    place: 0,
    event: 0,
  };
  for (const kind of nodes) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

function countParts(
  articles: readonly ArticleRecord[],
  { event, ...entities }: Readonly<Record<string, number>>,
  edges: number,
  notes: readonly Note[],
): Record<string, number> {
  return {
    articles: articles.length,
    stories: new Set(articles.map(({ reprintGroup }) => reprintGroup)).size,
    entities: Object.values(entities).reduce((sum, count) => sum + count, 0),
    events: event ?? 0,
    ...entities,
    edges,
    notes: notes.length,
  };
}
