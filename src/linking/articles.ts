/** What the graph remembers of each article. */
import type { Analysis, ArticleRecord } from "../model.ts";
import type { Stories } from "./stories.ts";

export function toArticleRecords(analyses: readonly Analysis[], stories: Stories): ArticleRecord[] {
  return analyses.map(({ article }, i) => ({
    id: article.id,
    title: article.title,
    origin: article.origin,
    ...(article.published !== undefined ? { published: article.published } : {}),
    ...(article.outlet !== undefined ? { outlet: article.outlet } : {}),
    ...(article.agency !== undefined ? { agency: article.agency } : {}),
    ...(article.url !== undefined ? { url: article.url } : {}),
    ...(article.sourceId !== undefined ? { sourceId: article.sourceId } : {}),
    reprintGroup: stories.reprintOf[i]!,
  }));
}
