/**
 * `npm run train lines`: the boosted trees that tell the body of an article from the rest of its page or dump.
 * Corpora: `pages/wcxb-dev*` and, beside them, the development half of the pages and dumps that people marked.
 * Writes `lines-page.bin` and `lines-dump.bin`, and for honest measuring the trees of each fold beside `train/`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTrees } from "../../src/article/trees.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { labelledPages } from "../article/corpus.ts";
import { fitLines } from "../article/fit-lines.ts";
import { type PreparedLines, prepareLines } from "../article/prepared-lines.ts";
import { comparePage, scorePages } from "../article/shingle-score.ts";

/** Dumps have no tree that places their lines: fits differ more by what they drew, so two are made. */
const SEEDS = { page: [1], dump: [1, 2] };
const OPTIONS = {
  page: {},
  dump: { trees: 200, rate: 0.08, rowShare: 0.5, featureShare: 0.3, siftEvery: 20 },
};

export async function train(corpora: string, models: string): Promise<void> {
  const folds = join(models, "..", "..", "train", "article", "folds");
  mkdirSync(folds, { recursive: true });
  for (const form of ["page", "dump"] as const) {
    const started = process.cpuUsage();
    const prepared = prepareLines(await labelledPages(corpora, form), nodeData());
    const { pages, labels, width } = prepared;
    console.log(`${form}s: ${pages.length}, lines ${labels.length}, ${width} features`);
    const { whole, byFold, scores } = fitLines(prepared, OPTIONS[form], SEEDS[form]);
    report(prepared, scores);
    writeFileSync(join(models, `lines-${form}.bin`), writeTrees(whole));
    for (const [fold, trees] of byFold.entries()) {
      writeFileSync(join(folds, `lines-${form}-${fold}.bin`), writeTrees(trees));
    }
    writeFileSync(
      join(folds, "pages.txt"),
      pages.map((page) => `${page.set} ${page.id}`).join("\n"),
    );
    console.log(`${(process.cpuUsage(started).user / 1e6).toFixed(0)} s`);
  }
}

/** By outlet: each page scored by trees that never saw a page of its outlet. */
function report({ pages, lines, starts }: PreparedLines, scores: Float32Array): void {
  for (const set of ["aeb", "fundeval", "fundus", "wcxb"]) {
    const row = [set.padEnd(9)];
    for (const threshold of [0.4, 0.5, 0.6, 0.7]) {
      const counts = [];
      for (let page = 0; page < pages.length; page++) {
        if (pages[page]!.set !== set) continue;
        const kept = lines[page]!.filter((_, i) => scores[starts[page]! + i]! >= threshold);
        counts.push(comparePage(pages[page]!.body, kept.map((line) => line.text).join("\n")));
      }
      const { f1, precision, recall, exact } = scorePages(counts);
      row.push(
        `${threshold}: ${[f1, precision, recall, exact].map((x) => x.toFixed(3)).join(" ")}`,
      );
    }
    console.log(`  ${row.join("  ")}`);
  }
}
