import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBlocks } from "../../src/linking/blocks.ts";

const FEWEST = 5;
/** Days of articles: busy weeks and quiet ones, some without a date. */
const days = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 19_000, max: 19_060 }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
  { minLength: 2 * FEWEST, maxLength: 120 },
);

/** What stands in each block, whatever the order of the articles. */
function contents(list: readonly number[]): Map<string, string> {
  return new Map(
    findBlocks(list, FEWEST).map(({ id, members }) => [
      id,
      members
        .map((i) => list[i]!)
        .sort((a, b) => a - b)
        .join(),
    ]),
  );
}

describe("blocks of days", () => {
  it("hold every article once, and dated ones at least as many as asked", () => {
    fc.assert(
      fc.property(days, (list) => {
        const blocks = findBlocks(list, FEWEST);
        const all = blocks.flatMap(({ members }) => members).sort((a, b) => a - b);
        expect(all).toEqual(list.map((_, i) => i));
        const dated = list.filter((day) => !Number.isNaN(day)).length;
        if (dated < FEWEST) return;
        for (const { id, members } of blocks) {
          if (id !== "undated") expect(members.length).toBeGreaterThanOrEqual(FEWEST);
        }
      }),
      { seed: 1 },
    );
  });

  it("lie one behind the other, no day in two of them", () => {
    fc.assert(
      fc.property(days, (list) => {
        const dated = findBlocks(list, FEWEST).filter(({ id }) => id !== "undated" && id !== "all");
        let before = Number.NEGATIVE_INFINITY;
        for (const { members } of dated) {
          const own = members.map((i) => list[i]!);
          expect(Math.min(...own)).toBeGreaterThan(before);
          before = Math.max(...own);
        }
      }),
      { seed: 2 },
    );
  });

  it("do not hang on the order of the articles", () => {
    const shuffled = days.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(contents(other)).toEqual(contents(list));
      }),
      { seed: 3 },
    );
  });

  it("stay as they are, all but the one to which an article comes, unless that one falls in two", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 19_000, max: 19_060 }), (list, day) => {
        const before = contents(list);
        if (before.has("all")) return;
        const after = contents([...list, day]);
        const changed = [...after].filter(([id, own]) => before.get(id) !== own);
        expect(changed.length).toBeLessThanOrEqual(after.size === before.size ? 1 : 2);
      }),
      { seed: 4 },
    );
  });

  it("are one for a small pile", () => {
    expect(findBlocks([1, 2, Number.NaN], FEWEST)).toEqual([{ id: "all", members: [0, 1, 2] }]);
    expect(findBlocks([], FEWEST)).toEqual([]);
  });
});
