/** The tree that most parsers agree on. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorHeads } from "../../train/language/mirror.ts";
import { voteHeads } from "../../train/language/vote.ts";

/** Heads by word, `-1` the root. */
type Heads = readonly number[];

describe("a vote of parsers", () => {
  it.each<[string, Heads[], Heads]>([
    [
      "of one mind",
      [
        [1, -1, 1],
        [1, -1, 1],
      ],
      [1, -1, 1],
    ],
    [
      "by majority, word by word",
      [
        [1, -1, 1],
        [1, -1, 1],
        [-1, 0, 1],
      ],
      [1, -1, 1],
    ],
    [
      "takes parts of different trees",
      [
        [1, -1, 1, 2],
        [-1, 0, 1, 1],
        [1, -1, 3, 1],
      ],
      [1, -1, 1, 1],
    ],
    ["of one word", [[-1]], [-1]],
    ["of no word", [[]], []],
  ])("%s", (_, ballots, expected) => {
    expect([...voteHeads(ballots)]).toEqual(expected);
  });

  it("gives a tree with one root, and no ballot has more votes than it", () => {
    const ballot = (count: number) => fc.array(fc.nat(1e6), { minLength: count, maxLength: count });
    const ballots = fc
      .integer({ min: 1, max: 9 })
      .chain((count) => fc.array(ballot(count), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(ballots, (seeds) => {
        const trees = seeds.map(projectiveTree);
        const heads = [...voteHeads(trees)];
        expect(heads.filter((head) => head < 0)).toHaveLength(1);
        for (let i = 0; i < heads.length; i++) expect(depthOf(heads, i)).toBeLessThan(heads.length);
        const votes = (tree: Heads) =>
          tree.reduce((sum, head, i) => sum + trees.filter((other) => other[i] === head).length, 0);
        for (const tree of trees) expect(votes(heads)).toBeGreaterThanOrEqual(votes(tree));
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe("a mirrored tree", () => {
  it("is read back by mirroring it again", () => {
    expect([...mirrorHeads([...mirrorHeads([1, -1, 1, 2])])]).toEqual([1, -1, 1, 2]);
    expect([...mirrorHeads([1, -1, 1])]).toEqual([1, -1, 1]);
  });
});

/** Steps to the root; too many where there is a circle. */
function depthOf(heads: Heads, word: number): number {
  let depth = 0;
  for (let at = heads[word]!; at >= 0 && depth <= heads.length; at = heads[at]!) depth++;
  return depth;
}

/** Any projective tree with one root: one word of each span heads it, the rest is split the same way. */
function projectiveTree(seeds: readonly number[]): Heads {
  const heads = seeds.map(() => -1);
  const grow = (start: number, end: number, head: number): void => {
    if (start >= end) return;
    const top = start + (seeds[start]! % (end - start));
    heads[top] = head;
    grow(start, top, top);
    grow(top + 1, end, top);
  };
  grow(0, seeds.length, -1);
  return heads;
}
