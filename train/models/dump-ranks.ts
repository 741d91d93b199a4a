/**
 * `npm run train dump-ranks`: the boosted trees that find headline and date among the lines of a dump. Needs the trees
 * of `lines`, whose scores tell where the body begins. Corpora as in `lines.ts`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createDateWords } from "../../src/article/date-words.ts";
import {
  dateCandidates,
  dateRows,
  titleCandidates,
  titleRows,
} from "../../src/article/dump-ranks.ts";
import { parsePage } from "../../src/article/page.ts";
import { pageMetadata } from "../../src/article/page-metadata.ts";
import { scoreRow, type Trees, writeTrees } from "../../src/article/trees.ts";
import { createVisibleDates } from "../../src/article/visible-dates.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import type { PageHints } from "../../src/model.ts";
import { parseMachineDate } from "../../src/text/machine-dates.ts";
import { binRows } from "../article/bins.ts";
import { boost } from "../article/boosting.ts";
import { FOLDS, type LabelledPage, labelledPages } from "../article/corpus.ts";
import { type LabelledDump, measuredDumps } from "../article/measured-dumps.ts";

export async function train(corpora: string, models: string): Promise<void> {
  const folds = join(models, "..", "..", "train", "article", "folds");
  const dumps = measuredDumps(await labelledPages(corpora, "dump"), nodeData(), folds);
  const dates = createVisibleDates(nodeData());
  const words = createDateWords(nodeData());
  const told = await toldByPages(corpora);
  fitRanker("dump-title", models, folds, dumps, ({ page, dump }) => {
    const titles = titlesOf(page, told);
    if (titles.size === 0) return undefined;
    const indices = titleCandidates(dump);
    const { rows, width } = titleRows(dump, indices);
    const labels = indices.map((i) => (titles.has(fold(dump.lines[i]!.text)) ? 1 : 0));
    return { rows, width, labels };
  });
  fitRanker("dump-date", models, folds, dumps, ({ page, dump }) => {
    const date = page.date ?? told.get(`${page.set} ${page.id}`)?.published;
    const day = date === undefined ? undefined : parseMachineDate(date)?.slice(0, 10);
    if (day === undefined) return undefined;
    const candidates = dateCandidates(dump, dates);
    const titles = titleCandidates(dump);
    const known = titlesOf(page, told);
    const title = titles.find((i) => known.has(fold(dump.lines[i]!.text)));
    const { rows, width } = dateRows(dump, candidates, title, words);
    const labels = candidates.map((line) =>
      line.dates.some(({ date }) => date.startsWith(day)) ? 1 : 0,
    );
    return { rows, width, labels };
  });
}

/**
 * What the metadata of the page behind each dump say. A page calls its story one thing in its gold and another in its
 * heading; either is a headline. Dumps without gold for date and title learn from them too; measured is on gold alone.
 */
async function toldByPages(corpora: string): Promise<ReadonlyMap<string, PageHints>> {
  const told = new Map<string, PageHints>();
  for (const page of await labelledPages(corpora, "page")) {
    const { title, published } = pageMetadata(parsePage(page.content), page.url);
    told.set(`${page.set} ${page.id}`, {
      ...(title && { title }),
      ...(published && { published }),
    });
  }
  return told;
}

function titlesOf(page: LabelledPage, told: ReadonlyMap<string, PageHints>): ReadonlySet<string> {
  const titles = [page.title, told.get(`${page.set} ${page.id}`)?.title];
  return new Set(titles.filter((title) => title !== undefined).map(fold));
}

interface Candidates {
  readonly rows: Float32Array;
  readonly width: number;
  readonly labels: readonly number[];
}

/** The right lines of a dump weigh so much of all its lines: it is they that have to come first. */
const RIGHT_SHARE = 0.1;
const OPTIONS = {
  trees: 250,
  leaves: 14,
  rate: 0.06,
  leastWeight: 1,
  rowShare: 0.7,
  featureShare: 0.35,
};

function fitRanker(
  name: string,
  models: string,
  folds: string,
  dumps: readonly LabelledDump[],
  candidatesOf: (dump: LabelledDump) => Candidates | undefined,
): void {
  const known = dumps.flatMap((dump) => {
    const candidates = candidatesOf(dump);
    return candidates && candidates.labels.length > 0 ? [{ ...candidates, page: dump.page }] : [];
  });
  const { width } = known[0]!;
  const count = known.reduce((sum, { labels }) => sum + labels.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  const foldOfRow = new Uint8Array(count);
  let at = 0;
  for (const candidates of known) {
    rows.set(candidates.rows, at * width);
    labels.set(candidates.labels, at);
    const weight = count / known.length / candidates.labels.length;
    for (const [row, label] of candidates.labels.entries()) {
      weights[at + row] = label === 1 ? weight * candidates.labels.length * RIGHT_SHARE : weight;
    }
    foldOfRow.fill(candidates.page.fold, at, at + candidates.labels.length);
    at += candidates.labels.length;
  }
  const bins = binRows(rows, width);
  const fitWithout = (fold: number | undefined): Trees => {
    const used = Int32Array.from({ length: count }, (_, row) => row).filter(
      (row) => foldOfRow[row] !== fold,
    );
    return boost(bins, labels, weights, used, OPTIONS);
  };
  const right = new Map<string, [number, number, number]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitWithout(fold);
    writeFileSync(join(folds, `${name}-${fold}.bin`), writeTrees(trees));
    for (const candidates of known.filter(({ page }) => page.fold === fold)) {
      const scores = candidates.labels.map((_, row) =>
        scoreRow(trees, candidates.rows, row * width),
      );
      const best = scores.indexOf(Math.max(...scores));
      const tally = right.get(candidates.page.set) ?? [0, 0, 0];
      tally[0] += candidates.labels[best]!;
      tally[1] += candidates.labels.includes(1) ? 1 : 0;
      tally[2]++;
      right.set(candidates.page.set, tally);
    }
  }
  writeFileSync(join(models, `${name}.bin`), writeTrees(fitWithout(undefined)));
  for (const [set, [found, there, all]] of right) {
    console.log(`${name} ${set}: first ${found} of ${there} that have one, ${all} dumps`);
  }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
