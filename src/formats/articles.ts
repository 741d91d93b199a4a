/** The articles of a graph by id, for formats that name them beside a quote. */
import type { NewsGraph } from "../graph/attributes.ts";
import type { ArticleRecord } from "../model.ts";

export function articlesById(graph: NewsGraph): ReadonlyMap<string, ArticleRecord> {
  return new Map((graph.getAttribute("articles") ?? []).map((article) => [article.id, article]));
}
