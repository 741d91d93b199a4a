/** What the graph remembers of each article. */
import type { ArticleRecord } from "../model.ts";
import type { PlacedArticle } from "./placing.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Property by property: those of a large pile shall have few hidden classes, and a copy by spread made a dictionary of each. */
export function toArticleRecord({ record, place }: PlacedArticle): ArticleRecord {
  const { id, title, origin, published, outlet, agency, url, sourceId } = record.article;
  const article: Mutable<Omit<ArticleRecord, "reprintGroup">> = { id, title, origin };
  if (published !== undefined) article.published = published;
  if (outlet !== undefined) article.outlet = outlet;
  if (agency !== undefined) article.agency = agency;
  if (url !== undefined) article.url = url;
  if (sourceId !== undefined) article.sourceId = sourceId;
  return Object.assign(article, { reprintGroup: place.reprint });
}
