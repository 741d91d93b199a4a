/**
 * The line, stage by stage, on a synthetic corpus: CPU of each stage an article, from texts and from pages, beside what other libraries
 * need for sentences and tags of the same texts. Each has a process of its own (`line-child.ts`, `others-child.ts`), as each would be used:
 * in one process the heap and the compiled code of each slow the others down. All take turns in blocks, so that a machine that is slow for
 * a while is slow for everybody.
 */
import { nodeData } from "../src/lexicon/node-data.ts";
import { blocksOf, WARM_UP, WARM_UP_SEED } from "./corpus/blocks.ts";
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
  const lines = { texts: startLine("texts", count), pages: startLine("pages", count) };
  const others = startOthers();
  const milliseconds = new Map<string, number>(OTHERS.map((name) => [name, 0]));
  let words = 0;
  try {
    for (const block of blocksOf(WARM_UP, sample, data, WARM_UP_SEED)) {
      for (const other of others)
        await other.tag(block.map(({ paragraphs }) => paragraphs.join("\n\n")));
    }
    for (const block of blocksOf(count, sample, data)) {
      const texts = block.map(({ paragraphs }) => paragraphs.join("\n\n"));
      for (const text of texts) words += text.split(/\s+/).length;
      for (const line of Object.values(lines)) await line.next();
      for (const { name, tag } of others) {
        milliseconds.set(name, milliseconds.get(name)! + (await tag(texts)));
      }
    }
    const [texts, pages] = [await lines.texts.finish(), await lines.pages.finish()];
    return {
      articles: count,
      wordsAnArticle: Math.round(words / count),
      pageBytes: pages.bytes / count,
      texts: texts.stages,
      pages: pages.stages,
      others: Object.fromEntries(OTHERS.map((name) => [name, milliseconds.get(name)! / count])),
    };
  } finally {
    for (const each of [...Object.values(lines), ...others]) each.end();
  }
}
