/** What runs in a worker thread: a batch of pages or of articles through its stage. Models are loaded once a worker. */
import { nodeData } from "../lexicon/node-data.ts";
import type { Article, Page } from "../model.ts";
import type { CachePlace } from "./cache.ts";
import { keptAt } from "./runner.ts";
import { createStages, type Stages } from "./stages.ts";

export type Task =
  | { readonly stage: "article"; readonly pages: readonly Page[]; readonly cache?: CachePlace }
  | {
      readonly stage: "analysis";
      readonly articles: readonly Article[];
      readonly tokens: boolean;
      readonly cache?: CachePlace;
    };

let stages: Stages | undefined;

export default function run(task: Task): unknown[] {
  stages ??= createStages(nodeData(), keptAt(task.cache));
  const { toArticle, analyze } = stages;
  if (task.stage === "article") return task.pages.map(toArticle);
  return task.articles.map((article) => analyze(article, task.tokens));
}
