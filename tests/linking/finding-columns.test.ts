import fc from "fast-check";
import { expect, it } from "vitest";
import { createFindingColumns } from "../../src/linking/finding-columns.ts";
import { spillNumbers } from "../../src/linking/spilled-numbers.ts";

const OWNERS = 6;

const anyFindings = fc
  .array(
    fc.record({
      owner: fc.nat(OWNERS - 1),
      article: fc.nat(9),
      sentence: fc.nat(2 ** 20 - 1),
      rule: fc.constantFrom("name", "noun:talks", "same-sentence"),
    }),
  )
  .map((list) => list.sort((a, b) => a.article - b.article));

it("gives each owner its findings in the order in which they came, whatever the owners are numbered afterwards", () => {
  fc.assert(
    fc.property(
      anyFindings,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      (all, ranks) => {
        for (const rankOf of [undefined, (owner: number) => ranks[owner]!]) {
          const columns = createFindingColumns();
          for (const { owner, article, sentence, rule } of all) {
            columns.add(owner, article, sentence, rule);
          }
          const findingsOf = columns.byOwner(OWNERS, rankOf);
          for (let owner = 0; owner < OWNERS; owner++) {
            const own = all.filter((finding) => finding.owner === owner);
            expect(findingsOf(rankOf?.(owner) ?? owner)).toEqual(
              own.map(({ article, sentence, rule }) => ({ article, sentence, rule })),
            );
          }
        }
      },
    ),
  );
});

it("reads numbers that were spilled as if they had stayed, in any order", () => {
  const numbers = Uint32Array.from({ length: 50_000 }, (_, i) => (i * 2_654_435_761) % 2 ** 32);
  const spilled = spillNumbers(numbers, 10);
  for (const place of [0, 49_999, 16_383, 16_384, 7, 32_768, 49_999]) {
    expect(spilled.at(place)).toBe(numbers[place]);
  }
});
