/**
 * What all calls share: the graph, indexes over it that are made when first needed, and plain summaries of its
 * parts.
 */

import type { ArticleRecord, Evidence } from "../../model.ts";
import type { NewsGraph } from "../attributes.ts";
import { earliest } from "./in-order.ts";
import { createNameIndex, type NameIndex } from "./names.ts";
import type { GraphReader } from "./reader.ts";
import { createTerrain, type Terrain } from "./terrain.ts";
import type { CitedEvidence, EdgeSummary, NodeSummary } from "./types.ts";

export interface Context {
  readonly graph: GraphReader;
  readonly terrain: Terrain;
  names(): NameIndex;
  /** Current id of an id that was merged away. */
  currentId(formerId: string): string | undefined;
  node(id: string): NodeSummary;
  edge(id: string): EdgeSummary;
  /** Of many edges whose summaries are asked for next: together they are read sooner. */
  readEdges(ids: readonly string[]): void;
  cite(evidence: Evidence): CitedEvidence;
}

/** Of a graph in memory, which may also be walked as a whole. */
export interface MemoryContext extends Context {
  readonly graph: NewsGraph;
}

export function createContext(graph: NewsGraph): MemoryContext {
  const articles = lazy(() => articlesById(graph));
  const former = lazy(() => formerIds(graph));
  const cite = (evidence: Evidence): CitedEvidence =>
    withArticle(evidence, articles().get(evidence.article));
  return {
    graph,
    terrain: createTerrain(graph),
    names: lazy(() => createNameIndex(graph)),
    currentId: (id) => former().get(id),
    node: (id) => summarizeNode(graph, id),
    edge: (id) => summarizeEdge(graph, id, cite),
    readEdges() {},
    cite,
  };
}

export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function articlesById(graph: NewsGraph): Map<string, ArticleRecord> {
  return new Map((graph.getAttribute("articles") ?? []).map((article) => [article.id, article]));
}

function formerIds(graph: NewsGraph): Map<string, string> {
  const current = new Map<string, string>();
  graph.forEachNode((id, { formerIds }) => {
    for (const former of formerIds ?? []) current.set(former, id);
  });
  return current;
}

export function summarizeNode(graph: GraphReader, id: string): NodeSummary {
  const attributes = graph.getNodeAttributes(id);
  const { kind, name, stories, first, last } = attributes;
  const country = "country" in attributes ? attributes.country : undefined;
  return {
    id,
    kind,
    name,
    stories,
    ...(country !== undefined ? { country } : {}),
    ...(first !== undefined ? { first } : {}),
    ...(last !== undefined ? { last } : {}),
  };
}

export function summarizeEdge(
  graph: GraphReader,
  id: string,
  cite: (evidence: Evidence) => CitedEvidence,
): EdgeSummary {
  const { evidence, ...attributes } = graph.getEdgeAttributes(id);
  const [source, target] = graph.extremities(id);
  return {
    id,
    source,
    target,
    ...attributes,
    sentences: evidence.length,
    evidence: cite(earliest(evidence)),
  };
}

export function withArticle(evidence: Evidence, article?: ArticleRecord): CitedEvidence {
  // What follows a spread would give each object a hidden class of its own.
  return Object.assign(
    { ...evidence },
    {
      title: article?.title ?? "",
      origin: article?.origin ?? "",
      ...(article?.outlet !== undefined ? { outlet: article.outlet } : {}),
      ...(article?.url !== undefined ? { url: article.url } : {}),
    },
  );
}
