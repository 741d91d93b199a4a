/** The tables of `docs/performance.md` and their chart, out of what was measured. What stands around the tables is kept. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { dataFolder } from "../src/lexicon/node-data.ts";
import { barChart } from "./chart.ts";
import type { GrowthStep } from "./growth.ts";
import type { StoreBench } from "./large-store.ts";
import type { LineResult, Stages } from "./line.ts";

const DOCS = join(dataFolder(), "..", "docs");
const PAGE = join(DOCS, "performance.md");
const CHART = join(DOCS, "pictures", "performance.svg");

/** Stages that are no part of "extraction and linking". */
const AFTER_LINKING: ReadonlySet<string> = new Set(["graph", "write JSON", "layout"]);

export function writeStages(result: LineResult): void {
  const { texts, pages, others, articles, wordsAnArticle, pageBytes } = result;
  const wink = others["wink-nlp"]!;
  const [ofTexts, ofPages] = [upToLinking(texts), upToLinking(pages)];
  const row = (name: string, text: number, page?: number): string => {
    const share = `${((100 * text) / ofTexts).toFixed(0)} %`;
    return `| ${name} | ${text.toFixed(2)} | ${share} | ${(text / wink).toFixed(1)} | ${page?.toFixed(2) ?? ""} |`;
  };
  const named = Object.entries(texts);
  const lines = [
    `${articles} articles of ${wordsAnArticle} words, pages of ${Math.round(pageBytes / 1000)} kB; Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? "?"}.`,
    "",
    "| stage | ms a text | share of the line up to linking | times wink-nlp | ms a page |",
    "|---|--:|--:|--:|--:|",
    ...named.map(([name, ms]) => row(name, ms, pages[name])),
    row("**extraction and linking**", ofTexts, ofPages),
    ...Object.entries(others).map(([name, ms]) => row(`${name}: sentences and tags`, ms)),
    "",
    `Articles a CPU-second, extraction and linking: **${(1000 / ofTexts).toFixed(0)}** from text, **${(1000 / ofPages).toFixed(0)}** from pages.`,
  ];
  replace("stages", lines.join("\n"));
  const ours = [...named, ["read page", pages.read!] as const];
  const bars = [
    ...ours.map(([name, milliseconds]) => ({ name, milliseconds })),
    ...Object.entries(others).map(([name, ms]) => ({ name, milliseconds: ms, isOther: true })),
  ];
  writeFileSync(CHART, barChart(`CPU an article of ${wordsAnArticle} words`, bars));
}

function upToLinking(stages: Stages): number {
  return sum(Object.entries(stages).filter(([name]) => !AFTER_LINKING.has(name)));
}

export function writeGrowth(steps: readonly GrowthStep[], jobs: number): void {
  const lines = [
    `\`dramatis build -o graph.db\` with ${jobs} workers, no cache.`,
    "",
    "| articles | CPU s: reading, analysis | linking | writing | ms an article | of the articles since the line above | last thousand : second, reading and analysis | MB, whole process | MB, store | nodes | edges | minutes on the clock |",
    "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ...steps.map((step, i) => growthRow(step, steps[i - 1])),
  ];
  replace("growth", lines.join("\n"));
}

/** Told on the terminal too: of a store that was there only the questions are new. */
export function writeStore(bench: StoreBench): void {
  const { nodes, edges, loadSeconds, makingSeconds, megabytes, questions } = bench;
  const [most, made] = [bench.peakMegabytes, bench.makingMegabytes].map((each) => Math.round(each));
  const load =
    loadSeconds < 1
      ? "The store was there."
      : `Loaded in ${loadSeconds.toFixed(1)} s CPU, about ${makingSeconds.toFixed(1)} of it to make the data; most memory ${most} MB, ${made} before anything was loaded.`;
  const text = [
    `${grouped(nodes)} nodes, ${grouped(edges)} edges: ${Math.round(megabytes)} MB on disk. ${load}`,
    "",
    "| question | asked | p50 ms | p99 ms | mean ms CPU |",
    "|---|--:|--:|--:|--:|",
    ...questions.map(
      ({ question, asked, p50, p99, meanCpu }) =>
        `| ${question} | ${asked} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${meanCpu.toFixed(2)} |`,
    ),
  ].join("\n");
  console.log(text);
  if (loadSeconds >= 1) replace("store", text);
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

function growthRow(step: GrowthStep, before: GrowthStep | undefined): string {
  const { articles, cpu, memory, megabytes, counts, seconds, secondThousand, lastThousand } = step;
  const added = before === undefined ? total(step) : total(step) - total(before);
  const of = articles - (before?.articles ?? 0);
  const growth = secondThousand > 0 ? (lastThousand / secondThousand).toFixed(2) : "";
  const nodes = (counts.entities ?? 0) + (counts.events ?? 0);
  const cells = [
    ...[articles, cpu.reading.toFixed(1), cpu.linking.toFixed(1), cpu.writing.toFixed(1)],
    ...[((total(step) / articles) * 1000).toFixed(1), ((added / of) * 1000).toFixed(1), growth],
    ...[memory.toFixed(0), megabytes.toFixed(0), nodes, counts.edges, (seconds / 60).toFixed(1)],
  ];
  return `| ${cells.join(" | ")} |`;
}

function total({ cpu }: GrowthStep): number {
  return cpu.reading + cpu.linking + cpu.writing;
}

function sum(stages: readonly (readonly [string, number])[]): number {
  return stages.reduce((all, [, ms]) => all + ms, 0);
}

/** Puts a table between its marks in the page. */
function replace(name: string, table: string): void {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const page = readFileSync(PAGE, "utf8");
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${PAGE}: the marks ${start} and ${end} are missing`);
  writeFileSync(PAGE, `${page.slice(0, from + start.length)}\n${table}\n${page.slice(to)}`);
}
