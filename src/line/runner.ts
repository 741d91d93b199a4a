/** Who does the work on single articles: this thread, or workers (`worker-runner.ts`). Either gives the same results. */
import type { DataSource } from "../lexicon/data.ts";
import type { Article, Page } from "../model.ts";
import { type CachePlace, openCache } from "./cache.ts";
import {
  type AnalysisOutcome,
  type ArticleOutcome,
  createStages,
  type KeptResults,
} from "./stages.ts";

export interface Runner {
  /** How many batches it takes to keep everybody busy. */
  readonly ahead: number;
  /** Pages in a batch; 1 where batches save nothing. */
  readonly batch: number;
  toArticles(pages: readonly Page[]): Promise<ArticleOutcome[]>;
  analyze(articles: readonly Article[], tokens: boolean): Promise<AnalysisOutcome[]>;
  close(): Promise<void>;
}

export function localRunner(data: DataSource, place: CachePlace | undefined): Runner {
  const stages = createStages(data, keptAt(place));
  return {
    ahead: 1,
    batch: 1,
    toArticles: async (pages) => pages.map(stages.toArticle),
    analyze: async (articles, tokens) => articles.map((article) => stages.analyze(article, tokens)),
    close: async () => {},
  };
}

export function keptAt(place: CachePlace | undefined): KeptResults | undefined {
  return place && { cache: openCache(place.folder), versions: place.versions };
}
