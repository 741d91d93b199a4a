import { expect, test } from "vitest";
import { scoreRow, type Trees } from "../../src/article/trees.ts";
import { meanOfTrees } from "../../train/article/mean-trees.ts";

/** Two trees that ask whether the first, then the second feature is at most the threshold. */
function treesWith(base: number, threshold: number, leaves: readonly number[]): Trees {
  return {
    featureCount: 2,
    base,
    starts: Uint32Array.of(0, 3),
    features: Int16Array.of(0, -1, -1, 1, -1, -1),
    lefts: Uint16Array.of(1, 0, 0, 1, 0, 0),
    values: Float32Array.of(threshold, leaves[0]!, leaves[1]!, threshold, leaves[2]!, leaves[3]!),
  };
}

function logOdds(trees: Trees, row: readonly number[]): number {
  const score = scoreRow(trees, Float32Array.from(row), 0);
  return Math.log(score / (1 - score));
}

const FIRST = treesWith(0.5, 1, [1, -1, 0.5, -0.5]);
const SECOND = treesWith(-0.25, 3, [2, -2, 0.25, -0.75]);

test.each([[[0, 0]], [[2, 2]], [[4, 0]], [[0, 4]]])(
  "%j: the mean of the log-odds of both fits",
  (row) => {
    const mean = (logOdds(FIRST, row) + logOdds(SECOND, row)) / 2;
    expect(logOdds(meanOfTrees([FIRST, SECOND]), row)).toBeCloseTo(mean, 6);
  },
);

test("of one fit it is that fit", () => {
  expect(meanOfTrees([FIRST])).toEqual(FIRST);
});

test("of none it throws", () => {
  expect(() => meanOfTrees([])).toThrow("expected one fit or more");
});
