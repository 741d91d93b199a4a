/** `fork`ed by `lines.ts`: reads, analyzes and links the texts or pages of each message, and tells at last what each stage took. */
import "../src/cli/v8-flags.ts";
import { createEventFinder } from "../src/analysis/events/index.ts";
import { createLanguageEngine } from "../src/analysis/language/index.ts";
import { createMentionFinder } from "../src/analysis/mentions/index.ts";
import { createNameFinder } from "../src/analysis/names/index.ts";
import { createTimeTagger } from "../src/analysis/times/index.ts";
import { createArticleReader } from "../src/article/index.ts";
import { json } from "../src/formats/index.ts";
import { toGraph } from "../src/graph/build.ts";
import { nodeData } from "../src/lexicon/node-data.ts";
import { Linker } from "../src/linking/index.ts";
import type { Analysis, Page } from "../src/model.ts";
import { type CpuMeter, createCpuMeter } from "./cpu-meter.ts";
import type { Stages } from "./line.ts";
import type { Block } from "./lines.ts";

const data = nodeData();
const analyze = createAnalyzer();
const meter = createCpuMeter();
const linker = new Linker(data);
let count = 0;

process.on("message", (what: Block | "finish") => {
  if (what === "finish") {
    process.send!(finish());
    return;
  }
  const analyses = analyze(what.pages, what.isMeasured ? meter : createCpuMeter());
  if (what.isMeasured) {
    count += analyses.length;
    meter.time("link", () => {
      for (const analysis of analyses) linker.add(analysis);
    });
  }
  process.send!("done");
});

function finish(): Stages {
  const knowledge = meter.time("link", () => linker.finish());
  const graph = meter.time("graph", () => toGraph(knowledge, { layout: false }));
  // Positions are drawn for the whole graph once more: what that adds is the price of the picture.
  meter.time("layout", () => toGraph(knowledge, { layout: true }));
  meter.time("write JSON", () => {
    for (const _ of json.write(graph)) {
      // Only written.
    }
  });
  const stages = Object.fromEntries(
    [...meter.milliseconds].map(([name, all]) => [name, all / count]),
  );
  return { ...stages, layout: Math.max(0, stages.layout! - stages.graph!) };
}

function createAnalyzer(): (pages: readonly Page[], meter: CpuMeter) => Analysis[] {
  const toArticle = createArticleReader(data);
  const parse = createLanguageEngine(data);
  const findNames = createNameFinder(data);
  const findMentions = createMentionFinder(data);
  const tagTimes = createTimeTagger(data);
  const findEvents = createEventFinder(data);
  return (pages, { time }) => {
    const articles = time("read", () =>
      pages.map((page) => {
        const { article } = toArticle(page);
        if (article === undefined) throw new Error("bench: a page of the corpus is read as none");
        return article;
      }),
    );
    const parsed = time("sentences, tags, trees", () => articles.map(parse));
    const names = time("names", () => articles.map((each, i) => findNames(each, parsed[i]!)));
    const cast = time("mentions, chains", () =>
      articles.map((each, i) => findMentions(each, parsed[i]!, names[i]!)),
    );
    const times = time("times", () => articles.map((each, i) => tagTimes(each, parsed[i]!)));
    const found = time("events", () =>
      articles.map((each, i) => {
        const { mentions, chains, roles } = cast[i]!;
        return findEvents(each, parsed[i]!, { mentions, chains, roles, times: times[i]! });
      }),
    );
    return articles.map(
      (article, i): Analysis => ({
        article,
        sentences: parsed[i]!.sentences,
        ...found[i]!,
        times: times[i]!,
        roles: cast[i]!.roles,
        notes: parsed[i]!.notes,
      }),
    );
  };
}
