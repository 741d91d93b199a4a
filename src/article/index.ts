/** Page -> Article: the text of the article and what is known of it, or a note on why there is none. */
import type { DataSource } from "../lexicon/data.ts";
import type { Article, Note, Page } from "../model.ts";

export interface ArticleResult {
  readonly article?: Article;
  readonly notes: readonly Note[];
}

export type ToArticle = (page: Page) => ArticleResult;

export function createArticleReader(_data: DataSource): ToArticle {
  throw new Error("not there yet");
}
