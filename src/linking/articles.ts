/** What the graph remembers of each article. */
import type { ArticleRecord } from "../model.ts";
import { extended } from "../text/extended.ts";
import type { PlacedArticle } from "./placing.ts";

export function toArticleRecord({ record, place }: PlacedArticle): ArticleRecord {
  return extended(record.article, { reprintGroup: place.reprint });
}
