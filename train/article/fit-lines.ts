/** Fits the trees of the line labeller, on all pages and on all but those of each fold. */
import { scoreRow, type Trees } from "../../src/article/trees.ts";
import { binRows } from "./bins.ts";
import { type BoostOptions, boost } from "./boosting.ts";
import { FOLDS } from "./corpus.ts";
import { meanOfTrees } from "./mean-trees.ts";
import type { PreparedLines } from "./prepared-lines.ts";

export interface FittedLines {
  readonly whole: Trees;
  /** By fold: fitted without its pages. */
  readonly byFold: readonly Trees[];
  /** Score of each line by trees that never saw its outlet. */
  readonly scores: Float32Array;
}

/** The mean of a fit for each of the seeds: two differ in body F1 by .001, their mean is better than either. */
export function fitLines(
  prepared: PreparedLines,
  options: Partial<BoostOptions> = {},
  seeds: readonly number[] = [1],
): FittedLines {
  const { rows, width, labels, weights } = prepared;
  const bins = binRows(rows, width);
  const fitWhere = (holds: (fold: number) => boolean): Trees => {
    const used = rowsOf(prepared, holds);
    return meanOfTrees(
      seeds.map((seed) => boost(bins, labels, weights, used, { ...options, seed })),
    );
  };
  const scores = new Float32Array(labels.length);
  const byFold: Trees[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitWhere((other) => other !== fold);
    for (const row of rowsOf(prepared, (other) => other === fold)) {
      scores[row] = scoreRow(trees, rows, row * width);
    }
    byFold.push(trees);
  }
  return { whole: fitWhere(() => true), byFold, scores };
}

function rowsOf({ pages, starts }: PreparedLines, holds: (fold: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let page = 0; page < pages.length; page++) {
    if (!holds(pages[page]!.fold)) continue;
    for (let row = starts[page]!; row < starts[page + 1]!; row++) rows.push(row);
  }
  return Int32Array.from(rows);
}
