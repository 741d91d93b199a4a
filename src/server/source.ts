/** Where the server reads from: a graph in memory or a store, behind one face. */
import type { GraphAttributes, NewsGraph } from "../graph/attributes.ts";
import { ensureLayout } from "../graph/layout.ts";
import { createQuery } from "../graph/query/index.ts";
import type { GraphReader } from "../graph/query/reader.ts";
import { createTerrain, type Terrain } from "../graph/query/terrain.ts";
import type { NewsQuery } from "../graph/query/types.ts";
import type { ArticleReading } from "../graph/reading.ts";
import type { ArticleRecord } from "../model.ts";

export interface GraphSource {
  readonly query: NewsQuery;
  /** Reads nodes, edges and the header, all from one state. */
  read<T>(run: (graph: GraphReader, terrain: Terrain) => T): T;
  articles(ids: Iterable<string>): ArticleRecord[];
  /** The text of an article with its findings, where it was kept. */
  reading(article: string): ArticleReading | undefined;
  /** All of it in memory, for formats and projections; a store is read for that when it is first asked for. Positions may be missing. */
  whole(): NewsGraph;
  /** So large, or so far away, that the viewer is sent parts of it only. */
  readonly isLarge: boolean;
}

/** A larger graph is sent in parts: sigma needs 6 s and a browser 250 MB for 100,000 nodes, and nobody can read them. */
export const MOST_SENT_WHOLE = 20_000;

/** All of it, to be drawn: laid out when that is first asked for. */
export function drawn(source: GraphSource): NewsGraph {
  const graph = source.whole();
  ensureLayout(graph);
  return graph;
}

/** `texts`: of the articles, where they are not in the graph itself. */
export function memorySource(
  graph: NewsGraph,
  texts: GraphAttributes["texts"] = graph.getAttribute("texts"),
): GraphSource {
  const terrain = createTerrain(graph);
  let records: ReadonlyMap<string, ArticleRecord> | undefined;
  return {
    query: createQuery(graph),
    read: (run) => run(graph, terrain),
    articles(ids) {
      records ??= new Map(graph.getAttribute("articles").map((record) => [record.id, record]));
      return [...ids].flatMap((id) => records!.get(id) ?? []);
    },
    reading: (article) =>
      texts !== undefined && Object.hasOwn(texts, article) ? texts[article] : undefined,
    whole: () => graph,
    isLarge: graph.order > MOST_SENT_WHOLE,
  };
}
