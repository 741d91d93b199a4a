/**
 * The line, stage by stage, on a synthetic corpus: CPU of each stage an article, as text and as pages, beside what other
 * libraries need for sentences and tags of the same texts, each in a process of its own. All take turns in blocks, so that a machine that
 * is slow for a while is slow for everybody.
 */
import { createEventFinder } from "../src/analysis/events/index.ts";
import { createLanguageEngine } from "../src/analysis/language/index.ts";
import { createMentionFinder } from "../src/analysis/mentions/index.ts";
import { createNameFinder } from "../src/analysis/names/index.ts";
import { createTimeTagger } from "../src/analysis/times/index.ts";
import { createArticleReader } from "../src/article/index.ts";
import { json } from "../src/formats/index.ts";
import { toGraph } from "../src/graph/build.ts";
import type { DataSource } from "../src/lexicon/data.ts";
import { nodeData } from "../src/lexicon/node-data.ts";
import { Linker } from "../src/linking/index.ts";
import type { Analysis, Page } from "../src/model.ts";
import { type CorpusArticle, corpus } from "./corpus/articles.ts";
import { createPageWriter } from "./corpus/pages.ts";
import { readSample, type Sample } from "./corpus/sample.ts";
import { type CpuMeter, createCpuMeter } from "./cpu-meter.ts";
import { OTHERS, type OtherLibrary, startOthers } from "./others.ts";

export interface LineResult {
  readonly articles: number;
  readonly wordsAnArticle: number;
  readonly pageBytes: number;
  /** Milliseconds of user CPU an article, by stage, in the order of the line. */
  readonly stages: Readonly<Record<string, number>>;
  /** Of a page instead of a text. */
  readonly readPage: number;
  readonly others: Readonly<Record<string, number>>;
}

const BLOCK = 20;
const WARM_UP = 60;

export async function benchLine(count: number): Promise<LineResult> {
  const sample = await readSample();
  const data = nodeData();
  const others = startOthers();
  try {
    return await measure(count, sample, data, others);
  } finally {
    for (const other of others) other.end();
  }
}

async function measure(
  count: number,
  sample: Sample,
  data: DataSource,
  others: readonly OtherLibrary[],
): Promise<LineResult> {
  const writePage = createPageWriter(sample.pages);
  const run = createTurns(others);
  await run([...corpus(WARM_UP, sample.texts, data, 2)], writePage, createCpuMeter());
  const meter = createCpuMeter();
  const linker = new Linker(data);
  let words = 0;
  let pageBytes = 0;
  let block: CorpusArticle[] = [];
  const flush = async (): Promise<void> => {
    const turn = await run(block, writePage, meter);
    pageBytes += turn.pageBytes;
    meter.time("link", () => {
      for (const analysis of turn.analyses) linker.add(analysis);
    });
    block = [];
  };
  for (const article of corpus(count, sample.texts, data)) {
    words += article.paragraphs.join(" ").split(" ").length;
    block.push(article);
    if (block.length === BLOCK) await flush();
  }
  await flush();
  const knowledge = meter.time("link", () => linker.finish());
  const graph = meter.time("graph", () => toGraph(knowledge, { layout: false }));
  // Positions are drawn for the whole graph once more: what that adds is the price of the picture.
  meter.time("graph and layout", () => toGraph(knowledge, { layout: true }));
  meter.time("write JSON", () => {
    for (const _ of json.write(graph));
  });
  return toResult(meter, count, words, pageBytes);
}

type Turns = (
  articles: readonly CorpusArticle[],
  writePage: (article: CorpusArticle, number: number) => string,
  meter: CpuMeter,
) => Promise<{ analyses: Analysis[]; pageBytes: number }>;

function createTurns(others: readonly OtherLibrary[]): Turns {
  const data = nodeData();
  const toArticle = createArticleReader(data);
  const parse = createLanguageEngine(data);
  const findNames = createNameFinder(data);
  const findMentions = createMentionFinder(data);
  const tagTimes = createTimeTagger(data);
  const findEvents = createEventFinder(data);
  return async (block, writePage, meter) => {
    const texts = block.map(toPage);
    const pages = block.map(
      (article, i): Page => ({
        origin: `page:${article.id}`,
        type: "html",
        content: writePage(article, i),
      }),
    );
    const articles = meter.time("read text", () => texts.map((page) => toArticle(page).article!));
    const read = meter.time("read page", () => pages.map((page) => toArticle(page).article));
    if (read.includes(undefined)) throw new Error("bench: a page of the corpus is read as none");
    const parsed = meter.time("sentences, tags, trees", () => articles.map(parse));
    const names = meter.time("names", () => articles.map((each, i) => findNames(each, parsed[i]!)));
    const cast = meter.time("mentions, chains", () =>
      articles.map((each, i) => findMentions(each, parsed[i]!, names[i]!)),
    );
    const times = meter.time("times", () => articles.map((each, i) => tagTimes(each, parsed[i]!)));
    const found = meter.time("events", () =>
      articles.map((each, i) => {
        const { mentions, chains, roles } = cast[i]!;
        return findEvents(each, parsed[i]!, { mentions, chains, roles, times: times[i]! });
      }),
    );
    for (const other of others) {
      meter.add(other.name, await other.tag(articles.map(({ text }) => text)));
    }
    const analyses = articles.map(
      (article, i): Analysis => ({
        article,
        sentences: parsed[i]!.sentences,
        ...found[i]!,
        times: times[i]!,
        roles: cast[i]!.roles,
        notes: parsed[i]!.notes,
      }),
    );
    return { analyses, pageBytes: pages.reduce((sum, { content }) => sum + content.length, 0) };
  };
}

function toPage({ id, title, date, outlet, paragraphs }: CorpusArticle): Page {
  const hints = { id, title, published: date, outlet };
  return { origin: id, type: "text", content: paragraphs.join("\n\n"), hints };
}

function toResult(meter: CpuMeter, count: number, words: number, pageBytes: number): LineResult {
  const each = Object.fromEntries(
    [...meter.milliseconds].map(([name, all]) => [name, all / count]),
  );
  const { "read page": readPage = 0, "graph and layout": drawn = 0, ...rest } = each;
  const stages = Object.entries(rest).filter(([name]) => !OTHERS.some((other) => other === name));
  return {
    articles: count,
    wordsAnArticle: Math.round(words / count),
    pageBytes: Math.round(pageBytes / count),
    stages: { ...Object.fromEntries(stages), layout: Math.max(0, drawn - (each.graph ?? 0)) },
    readPage,
    others: Object.fromEntries(OTHERS.map((name) => [name, each[name]!])),
  };
}
