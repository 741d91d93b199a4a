/** All lines of all pages in one table, ready to learn from. */
import { createClassWords } from "../../src/article/class-words.ts";
import { dumpLines } from "../../src/article/dump-lines.ts";
import { createLanguageFinder } from "../../src/article/language.ts";
import { lineFacts } from "../../src/article/line-facts.ts";
import { dumpRows, type LineRows, pageRows } from "../../src/article/line-rows.ts";
import type { Line } from "../../src/article/lines.ts";
import { parsePage } from "../../src/article/page.ts";
import { pageLines } from "../../src/article/page-lines.ts";
import { pageMetadata } from "../../src/article/page-metadata.ts";
import { createPhraseFinder } from "../../src/article/phrases.ts";
import { createStoryWords } from "../../src/article/story-words.ts";
import type { DataSource } from "../../src/lexicon/data.ts";
import type { LabelledPage } from "./corpus.ts";
import { goldLabels } from "./gold-lines.ts";

export interface PreparedLines {
  readonly pages: readonly LabelledPage[];
  readonly lines: readonly (readonly Line[])[];
  /** First row of each page, and one more. */
  readonly starts: Int32Array;
  readonly rows: Float32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  /** Pages weigh the same; in a page, long lines weigh more. The mean is 1. */
  readonly weights: Float32Array;
}

export function prepareLines(pages: readonly LabelledPage[], data: DataSource): PreparedLines {
  const phrasesOf = createPhraseFinder(data);
  const classWords = createClassWords(data);
  const storyWords = createStoryWords(data, createLanguageFinder(data));
  const tables: LineRows[] = [];
  const lines: (readonly Line[])[] = [];
  for (const page of pages) {
    if (page.form === "dump") {
      const found = dumpLines(page.content);
      tables.push(dumpRows(found, lineFacts(found, phrasesOf), storyWords));
      lines.push(found);
    } else {
      const parsed = parsePage(page.content);
      const found = pageLines(parsed.root, classWords);
      const { title, description, structured } = pageMetadata(parsed, page.url);
      const words = { title, description, body: structured.body };
      tables.push(pageRows(found, lineFacts(found.lines, phrasesOf), words, classWords));
      // The places hold whole trees, which would fill the memory.
      lines.push(found.lines);
    }
  }
  const width = tables[0]!.width;
  const starts = new Int32Array(pages.length + 1);
  for (let page = 0; page < pages.length; page++)
    starts[page + 1] = starts[page]! + lines[page]!.length;
  const rows = new Float32Array(starts.at(-1)! * width);
  const labels = new Uint8Array(starts.at(-1)!);
  const weights = new Float32Array(starts.at(-1)!);
  for (let page = 0; page < pages.length; page++) {
    rows.set(tables[page]!.rows, starts[page]! * width);
    labels.set(goldLabels(lines[page]!, pages[page]!.body), starts[page]!);
    const { set, form } = pages[page]!;
    const share = (starts.at(-1)! / pages.length) * (SET_WEIGHT[form][set] ?? 1);
    weights.set(weightsOf(lines[page]!, share), starts[page]!);
  }
  return { pages, lines, starts, rows, width, labels, weights };
}

/** WCXB's articles are often shops' and firms' blogs, and its labels a model's draft: news counts more. */
const SET_WEIGHT: Readonly<Record<LabelledPage["form"], Readonly<Record<string, number>>>> = {
  page: { wcxb: 0.6 },
  dump: { wcxb: 0.4 },
};

function weightsOf(lines: readonly Line[], sum: number): number[] {
  const raw = lines.map((line) => 1 + Math.log2(1 + line.text.length / 40));
  const all = raw.reduce((a, b) => a + b, 0);
  return raw.map((weight) => (weight * sum) / all);
}
