/**
 * `node .tools/bench/language.js [articles]`: tokens a second of user CPU of the language engine, step after step, on
 * news pages of `../shared/corpora` (without them on the articles of `data/sample`, again and again). The words of a
 * run repeat, as those of a news archive do; the first of four rounds warms up and does not count. Beside it, as the
 * plainest alternative, a split at everything that is no letter, which also shows how busy the machine is.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createAnalyzer } from "../src/analysis/analyze.ts";
import { createLanguageEngine } from "../src/analysis/language/index.ts";
import { createMentionFinder } from "../src/analysis/mentions/index.ts";
import { createNameFinder } from "../src/analysis/names/index.ts";
import { createArticleReader } from "../src/article/index.ts";
import { dataFolder, nodeData } from "../src/lexicon/node-data.ts";
import type { Article } from "../src/model.ts";
import { read } from "../src/sources/index.ts";

const ROUNDS = 4;
const most = Number(process.argv[2] ?? 100);

const data = nodeData();
const begin = process.cpuUsage();
const parse = createLanguageEngine(data);
const findNames = createNameFinder(data);
const findMentions = createMentionFinder(data);
console.log(`load ${secondsSince(begin).toFixed(2)} s (language, names, mentions)`);
const analyze = createAnalyzer(data);

const articles = await readArticles();
const tokens = articles.reduce((sum, article) => sum + parse(article).tokens.count, 0);
console.log(`${articles.length} articles, ${tokens} tokens; tokens a CPU-second, best and worst`);

report("split at letters", ({ text }) => text.split(/[^\p{L}\p{N}]+/u).length);
report("tokens, tags, lemmas, trees", parse);
report("+ names", (article) => findNames(article, parse(article)));
report("+ mentions, chains, offices", (article) => {
  const parsed = parse(article);
  return findMentions(article, parsed, findNames(article, parsed));
});
report("whole analyze (+ times, events)", (article) => analyze(article));

function report(name: string, work: (article: Article) => unknown): void {
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const article of articles) work(article);
    if (round > 0) speeds.push(Math.round(tokens / secondsSince(start)));
  }
  const [worst, best] = [Math.min(...speeds), Math.max(...speeds)];
  console.log(`${name.padEnd(34)} ${String(best).padStart(9)} ${String(worst).padStart(9)}`);
}

function secondsSince(start: NodeJS.CpuUsage): number {
  return process.cpuUsage(start).user / 1e6;
}

async function readArticles(): Promise<Article[]> {
  const pages = join(dataFolder(), "../../shared/corpora/pages/wcxb-dev.jsonl.gz");
  if (existsSync(pages)) {
    return gunzipSync(readFileSync(pages))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { body?: string })
      .flatMap(({ body = "" }, i) => (body.length > 800 ? [toArticle(`${i}`, body)] : []))
      .slice(0, most);
  }
  const toSampleArticle = createArticleReader(data);
  const sample: Article[] = [];
  for await (const item of read([join(dataFolder(), "sample")])) {
    if (!("page" in item)) continue;
    const result = toSampleArticle(item.page);
    if ("article" in result) sample.push(result.article);
  }
  return Array.from({ length: most }, (_, i) => sample[i % sample.length]!);
}

function toArticle(id: string, text: string): Article {
  const blocks = [{ kind: "body", start: 0, end: text.length }] as const;
  return { id, title: "", text, blocks, language: "en", origin: id };
}
