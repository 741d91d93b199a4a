/**
 * Pages a CPU-second: body and metadata of our reader, against Mozilla's Readability on linkedom in the same run, which
 * yields body, title, byline and date. `node .tools/bench/extraction.js [pages.jsonl.gz]`; by default the labelled
 * pages beside the project. The two take turns over all pages, and the best of five rounds counts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { createArticleReader } from "../src/article/index.ts";
import { dataFolder, nodeData } from "../src/lexicon/node-data.ts";
import { comparePage, type PageCounts, scorePages } from "../train/article/shingle-score.ts";

const ROUNDS = 5;

interface BenchPage {
  readonly set: string;
  readonly url?: string;
  readonly html: string;
  readonly body: string;
}

function main(): void {
  const shared = join(dataFolder(), "..", "..", "shared", "gold", "pages-dev.jsonl.gz");
  const rows = gunzipSync(readFileSync(process.argv[2] ?? shared))
    .toString("utf8")
    .split("\n");
  const all = rows.filter((row) => row !== "").map((row) => JSON.parse(row) as BenchPage);
  const toArticle = createArticleReader(nodeData());
  const ours = ({ html, url }: BenchPage): string => {
    const { article } = toArticle({
      origin: "bench",
      type: "html",
      content: html,
      ...(url && { url }),
    });
    const body = article?.blocks.filter(({ kind }) => kind === "body") ?? [];
    return body.map(({ start, end }) => article!.text.slice(start, end)).join("\n");
  };
  for (const set of [...new Set(all.map((page) => page.set))]) {
    const pages = all.filter((page) => page.set === set);
    const readers = { dramatis: ours, "Readability + linkedom": readability };
    const best = new Map<string, { seconds: number; failed: number; texts: readonly string[] }>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, read] of Object.entries(readers)) {
        const result = timed(pages, read);
        if (result.seconds < (best.get(name)?.seconds ?? Number.POSITIVE_INFINITY))
          best.set(name, result);
      }
    }
    const plain = best.get("Readability + linkedom")!.seconds;
    console.log(
      `${set}: ${pages.length} pages (our trees learned from the labelled pages: honest figures are in eval)`,
    );
    for (const [name, { seconds, failed, texts }] of best) {
      // The answers are checked: a reader that is quick and wrong is no reader. Ours has seen these pages in training.
      const counts: PageCounts[] = texts.map((text, i) => comparePage(pages[i]!.body, text));
      const { f1 } = scorePages(counts);
      console.log(
        `  ${name.padEnd(24)} ${(pages.length / seconds).toFixed(0).padStart(5)} pages a CPU-second, ${(plain / seconds).toFixed(2)} times; body F1 ${f1.toFixed(3)}, ${failed} crashes`,
      );
    }
  }
}

function readability({ html }: BenchPage): string {
  const { document } = parseHTML(html);
  const result = new Readability(document as unknown as Document).parse();
  return result?.textContent ?? "";
}

function timed(
  pages: readonly BenchPage[],
  read: (page: BenchPage) => string,
): { seconds: number; failed: number; texts: readonly string[] } {
  globalThis.gc?.();
  const start = process.cpuUsage();
  let failed = 0;
  const texts = pages.map((page) => {
    try {
      return read(page);
    } catch {
      failed++;
      return "";
    }
  });
  return { seconds: process.cpuUsage(start).user / 1e6, failed, texts };
}

main();
