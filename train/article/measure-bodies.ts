/** Reads pages or dumps as the program does and compares what it takes for body. */
import type { SuiteResult } from "../evals/suite.ts";
import type { LabelledPage } from "./corpus.ts";
import { foldReaders } from "./fold-readers.ts";
import { comparePage, type PageCounts, scorePages } from "./shingle-score.ts";

export function measureBodies(pages: readonly LabelledPage[]): SuiteResult {
  const readers = foldReaders();
  const bySet = new Map<string, PageCounts[]>();
  const worst: { line: string; loss: number }[] = [];
  let rejected = 0;
  for (const page of pages) {
    const { article, notes } = readers.readerFor(page)({
      origin: page.id,
      type: page.form === "page" ? "html" : "dump",
      content: page.content,
      ...(page.form === "page" && page.url !== undefined && { url: page.url }),
    });
    const blocks = article?.blocks.filter((block) => block.kind === "body") ?? [];
    const body = blocks.map(({ start, end }) => article!.text.slice(start, end)).join("\n");
    const counts = comparePage(page.body, body);
    bySet.set(page.set, [...(bySet.get(page.set) ?? []), counts]);
    if (article === undefined) rejected++;
    const loss = counts.surplus + counts.missing;
    const why = article === undefined ? notes[0]?.message : "";
    worst.push({
      loss,
      line: `${page.set} ${page.url} +${counts.surplus.toFixed(2)} -${counts.missing.toFixed(2)} ${why}`,
    });
  }
  const figures: Record<string, number> = {};
  for (const [set, counts] of [...bySet, ["all", [...bySet.values()].flat()] as const]) {
    const { f1, precision, recall, exact } = scorePages(counts);
    Object.assign(figures, {
      [`${set}.f1`]: f1,
      [`${set}.precision`]: precision,
      [`${set}.recall`]: recall,
      [`${set}.exact`]: exact,
    });
  }
  figures["pages.rejected"] = rejected;
  worst.sort((a, b) => b.loss - a.loss);
  return {
    figures,
    details: worst
      .slice(0, 40)
      .map(({ line }) => line)
      .join("\n"),
  };
}
