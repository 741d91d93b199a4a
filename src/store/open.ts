/** The nine calls on a store. Each reads what it needs, from one state of the file; no call loads the graph. */

import { compareText } from "../graph/order.ts";
import { checked } from "../graph/query/checked.ts";
import { summarizeEdge, summarizeNode, withArticle } from "../graph/query/context.ts";
import { detail } from "../graph/query/detail.ts";
import { timeline } from "../graph/query/events.ts";
import { evidence } from "../graph/query/evidence.ts";
import { find } from "../graph/query/find.ts";
import { neighbors } from "../graph/query/neighbors.ts";
import { paths } from "../graph/query/paths.ts";
import type { GraphReader } from "../graph/query/reader.ts";
import { resolve } from "../graph/query/resolve.ts";
import { cutOut } from "../graph/query/subgraph.ts";
import type { Terrain } from "../graph/query/terrain.ts";
import type { CitedEvidence, NewsQuery } from "../graph/query/types.ts";
import type { Analysis, ArticleRecord, Evidence } from "../model.ts";
import { type Db, openDatabase } from "./database.ts";
import { type StoreContext, storeEvents, storeSubgraph, storeTop } from "./filters.ts";
import { keptAnalysis } from "./kept.ts";
import { WORTH_ASKING_TOGETHER } from "./kept-rows.ts";
import { createStoreNames } from "./names.ts";
import { type Ranks, rankNodes } from "./ranks.ts";
import { createReader } from "./reader.ts";
import { toArticleRecord } from "./rows.ts";

export interface OpenStore extends NewsQuery {
  /** Reads nodes and edges, all from one state of the file. */
  read<T>(run: (graph: GraphReader, terrain: Terrain) => T): T;
  articles(ids: Iterable<string>): ArticleRecord[];
  /** `undefined` where the store was made of a graph, without its articles. */
  analysis(article: string): Analysis | undefined;
  close(): void;
}

/** Throws `StoreError` when the file is no store. */
export function openStore(path: string): OpenStore {
  const db = openDatabase(path, "read");
  const { context, articleOf, forget } = createContext(db);
  let seen: unknown;
  const ask = <T>(run: () => T): T =>
    db.reading(() => {
      const now = db.sql("PRAGMA data_version").get()?.data_version;
      if (now !== seen) forget();
      seen = now;
      return run();
    });
  return checked({
    find: (text, options) => ask(() => find(context, text, options)),
    get: (ref) => ask(() => detail(context, ref)),
    neighbors: (ref, options) => ask(() => neighbors(context, ref, options)),
    paths: (from, to, options) => ask(() => paths(context, from, to, options)),
    events: (filter) => ask(() => storeEvents(db, context, filter)),
    timeline: (ref, options) => ask(() => timeline(context, ref, options)),
    evidence: (ref, options) => ask(() => evidence(context, ref, options)),
    subgraph: (what) =>
      ask(() => {
        if (!("length" in what)) return storeSubgraph(db, context, what);
        const ids = new Set(what.map((ref) => resolve(context, ref)));
        return cutOut(context, [...ids].sort(compareText), ids.size, {});
      }),
    read: (run) => ask(() => run(context.graph, context.terrain)),
    articles: (ids) => ask(() => [...ids].flatMap((id) => articleOf(id) ?? [])),
    analysis: (article) => ask(() => keptAnalysis(db, article)),
    top: (options) => ask(() => storeTop(db, context, options)),
    close: () => db.close(),
  });
}

function createContext(db: Db): {
  readonly context: StoreContext;
  articleOf(id: string): ArticleRecord | undefined;
  forget(): void;
} {
  const graph = createReader(db);
  const names = createStoreNames(db);
  const articles = new Map<string, ArticleRecord | undefined>();
  const articleOf = (id: string): ArticleRecord | undefined => {
    if (!articles.has(id)) {
      const row = db.sql("SELECT * FROM articles WHERE id = ?").get([id]);
      articles.set(id, row === undefined ? undefined : toArticleRecord(row));
    }
    return articles.get(id);
  };
  const readArticles = (ids: ReadonlySet<string>): void => {
    const missing = [...ids].filter((id) => !articles.has(id));
    if (missing.length < WORTH_ASKING_TOGETHER) return;
    const many = db.sql("SELECT * FROM articles WHERE id IN (SELECT value FROM json_each(?))");
    for (const row of many.all([JSON.stringify(missing)])) {
      articles.set(row.id as string, toArticleRecord(row));
    }
  };
  const cite = (item: Evidence): CitedEvidence => withArticle(item, articleOf(item.article));
  let ranks: Ranks | undefined;
  const context: StoreContext = {
    ranks() {
      ranks ??= rankNodes(db);
      return ranks;
    },
    graph,
    terrain: graph.terrain,
    term: graph.term,
    names: () => names,
    currentId: (id) =>
      db
        .sql(
          `SELECT n.id FROM former_ids f JOIN node_rows n ON n.number = f.node WHERE f.id = ?
           ORDER BY f.node DESC LIMIT 1`,
        )
        .get([id])?.id as string | undefined,
    node: (id) => summarizeNode(graph, id),
    edge: (id) => summarizeEdge(graph, id, cite),
    readEdges: (ids) => readArticles(graph.readEdges(ids)),
    cite,
  };
  return {
    context,
    articleOf,
    forget() {
      articles.clear();
      ranks = undefined;
      graph.forget();
    },
  };
}
