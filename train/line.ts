/** The whole line for measuring: paths in, graph and analyses out. */
import { createAnalyzer } from "../src/analysis/analyze.ts";
import { createArticleReader } from "../src/article/index.ts";
import type { NewsGraph } from "../src/graph/attributes.ts";
import { toGraph } from "../src/graph/build.ts";
import { nodeData } from "../src/lexicon/node-data.ts";
import { Linker } from "../src/linking/index.ts";
import type { Analysis, Article, Note } from "../src/model.ts";
import { read } from "../src/sources/index.ts";

export interface Built {
  readonly graph: NewsGraph;
  readonly analyses: readonly Analysis[];
  readonly notes: readonly Note[];
}

export async function buildFrom(paths: readonly string[]): Promise<Built> {
  const data = nodeData();
  const toArticle = createArticleReader(data);
  const articles: Article[] = [];
  const notes: Note[] = [];
  for await (const item of read(paths)) {
    if ("note" in item) {
      notes.push(item.note);
      continue;
    }
    const result = toArticle(item.page);
    notes.push(...result.notes);
    if (result.article) articles.push(result.article);
  }
  return { ...link(articles), notes };
}

export function link(articles: readonly Article[]): Omit<Built, "notes"> {
  const data = nodeData();
  const analyze = createAnalyzer(data);
  const linker = new Linker(data);
  const analyses = articles.map((article) => analyze(article));
  for (const analysis of analyses) linker.add(analysis);
  return { graph: toGraph(linker.finish()), analyses };
}
