/** Fits the trees of the line labeller, on all pages and on all but those of each fold. */
import { scoreRow, type Trees } from "../../src/article/trees.ts";
import { binRows } from "./bins.ts";
import { type BoostOptions, boost } from "./boosting.ts";
import { FOLDS } from "./corpus.ts";
import type { PreparedLines } from "./prepared-lines.ts";

export interface FittedLines {
  readonly whole: Trees;
  /** By fold: fitted without its pages. */
  readonly byFold: readonly Trees[];
  /** Score of each line by trees that never saw its outlet. */
  readonly scores: Float32Array;
}

export function fitLines(
  prepared: PreparedLines,
  options: Partial<BoostOptions> = {},
): FittedLines {
  const { rows, width, labels, weights } = prepared;
  const bins = binRows(rows, width);
  const scores = new Float32Array(labels.length);
  const byFold: Trees[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = boost(
      bins,
      labels,
      weights,
      rowsOf(prepared, (other) => other !== fold),
      options,
    );
    for (const row of rowsOf(prepared, (other) => other === fold)) {
      scores[row] = scoreRow(trees, rows, row * width);
    }
    byFold.push(trees);
  }
  return {
    whole: boost(
      bins,
      labels,
      weights,
      rowsOf(prepared, () => true),
      options,
    ),
    byFold,
    scores,
  };
}

function rowsOf({ pages, starts }: PreparedLines, holds: (fold: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let page = 0; page < pages.length; page++) {
    if (!holds(pages[page]!.fold)) continue;
    for (let row = starts[page]!; row < starts[page + 1]!; row++) rows.push(row);
  }
  return Int32Array.from(rows);
}
