/** `data/sample` as the synthetic corpus needs it: the texts of all articles, the pages of those that are HTML. */
import { join } from "node:path";
import { createArticleReader } from "../../src/article/index.ts";
import { dataFolder, nodeData } from "../../src/lexicon/node-data.ts";
import type { Article } from "../../src/model.ts";
import { read } from "../../src/sources/index.ts";
import type { SampleText } from "./articles.ts";
import type { SamplePage } from "./pages.ts";

export interface Sample {
  readonly texts: readonly SampleText[];
  readonly pages: readonly SamplePage[];
}

export async function readSample(): Promise<Sample> {
  const toArticle = createArticleReader(nodeData());
  const texts: SampleText[] = [];
  const pages: SamplePage[] = [];
  for await (const item of read([join(dataFolder(), "sample")])) {
    if ("note" in item) continue;
    const { article } = toArticle(item.page);
    if (article === undefined) continue;
    const text = { title: article.title, paragraphs: paragraphsOf(article) };
    texts.push(text);
    if (item.page.type !== "html" || article.published === undefined) continue;
    pages.push({ ...text, html: item.page.content, date: article.published.slice(0, 10) });
  }
  return { texts, pages };
}

function paragraphsOf({ text, blocks }: Article): string[] {
  return blocks
    .filter(({ kind }) => kind === "body")
    .map(({ start, end }) => text.slice(start, end).trim());
}
