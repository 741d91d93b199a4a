/**
 * The line, stage by stage, on a synthetic corpus: CPU of each stage an article, from texts and from pages, beside what other libraries
 * need for sentences and tags of the same texts. Each has a process of its own (`line-child.ts`, `others-child.ts`), as each would be used:
 * in one process the heap and the compiled code of each slow the others down. All take turns in blocks, so that a machine that is slow for
 * a while is slow for everybody.
 */
import { nodeData } from "../src/lexicon/node-data.ts";
import type { Page } from "../src/model.ts";
import type { CorpusArticle } from "./corpus/articles.ts";
import { blocksOf, WARM_UP, WARM_UP_SEED } from "./corpus/blocks.ts";
import { createPageWriter } from "./corpus/pages.ts";
import { readSample } from "./corpus/sample.ts";
import { startLine } from "./lines.ts";
import { OTHERS, startOthers } from "./others.ts";

/** Milliseconds of user CPU an article, by stage, in the order of the line. */
export type Stages = Readonly<Record<string, number>>;

export interface LineResult {
  readonly articles: number;
  readonly wordsAnArticle: number;
  readonly pageBytes: number;
  readonly texts: Stages;
  readonly pages: Stages;
  readonly others: Stages;
}

export async function benchLine(count: number): Promise<LineResult> {
  const sample = await readSample();
  const data = nodeData();
  const writePage = createPageWriter(sample.pages);
  const [ofTexts, ofPages] = [startLine("texts"), startLine("pages")];
  const others = startOthers();
  const milliseconds = new Map<string, number>(OTHERS.map((name) => [name, 0]));
  let words = 0;
  let pageBytes = 0;
  const take = async (block: readonly CorpusArticle[], isMeasured: boolean): Promise<void> => {
    const texts = block.map(toText);
    await ofTexts.read({ pages: texts, isMeasured });
    const pages = block.map((article, i) => toPage(article, writePage(article, i)));
    await ofPages.read({ pages, isMeasured });
    for (const { name, tag } of others) {
      const took = await tag(texts.map(({ content }) => content));
      if (isMeasured) milliseconds.set(name, milliseconds.get(name)! + took);
    }
    if (!isMeasured) return;
    for (const { content } of texts) words += content.split(/\s+/).length;
    for (const { content } of pages) pageBytes += content.length;
  };
  try {
    for (const block of blocksOf(WARM_UP, sample, data, WARM_UP_SEED)) await take(block, false);
    for (const block of blocksOf(count, sample, data)) await take(block, true);
    const [texts, pages] = [await ofTexts.finish(), await ofPages.finish()];
    return {
      articles: count,
      wordsAnArticle: Math.round(words / count),
      pageBytes: pageBytes / count,
      texts,
      pages,
      others: Object.fromEntries(OTHERS.map((name) => [name, milliseconds.get(name)! / count])),
    };
  } finally {
    for (const each of [ofTexts, ofPages, ...others]) each.end();
  }
}

function toText({
  id,
  title,
  date,
  outlet,
  paragraphs,
}: CorpusArticle): Page & { content: string } {
  const hints = { id, title, published: date, outlet };
  return { origin: id, type: "text", content: paragraphs.join("\n\n"), hints };
}

function toPage({ id }: CorpusArticle, content: string): Page & { content: string } {
  return { origin: `page:${id}`, type: "html", content };
}
