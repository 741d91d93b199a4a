/** The articles of a graph by id, for formats that name them beside a quote. */
import type { GraphAttributes, NewsGraph } from "../graph/attributes.ts";
import type { ArticleRecord } from "../model.ts";

export function articlesById(graph: NewsGraph): ReadonlyMap<string, ArticleRecord> {
  return new Map((graph.getAttribute("articles") ?? []).map((article) => [article.id, article]));
}

/** Graphs made before 0.2 called the reprint group of an article its `story`. */
export function withReprintGroups(attributes: GraphAttributes): GraphAttributes {
  const articles = attributes.articles as readonly (ArticleRecord & { readonly story?: string })[];
  if (!Array.isArray(articles) || !articles.some((article) => article?.story !== undefined))
    return attributes;
  return {
    ...attributes,
    articles: articles.map((article) => {
      if (article?.reprintGroup !== undefined || article?.story === undefined) return article;
      const { story, ...record } = article;
      return { ...record, reprintGroup: story };
    }),
  };
}
