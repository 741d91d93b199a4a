/** The articles of the corpus in blocks: between two all who are compared take turns. */
import type { DataSource } from "../../src/lexicon/data.ts";
import { type CorpusArticle, corpus } from "./articles.ts";
import type { Sample } from "./sample.ts";

export const BLOCK = 20;

/** Articles of another seed that are read before anything is measured. */
export const WARM_UP = 60;
export const WARM_UP_SEED = 2;

export function* blocksOf(
  count: number,
  { texts }: Sample,
  data: DataSource,
  seed?: number,
): Generator<CorpusArticle[]> {
  let block: CorpusArticle[] = [];
  for (const article of corpus(count, texts, data, seed)) {
    block.push(article);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}
