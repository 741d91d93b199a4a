import fc from "fast-check";
import { expect, it } from "vitest";
import { lowerBound } from "../../src/text/lower-bound.ts";

it("is where a plain look from the left stops", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 0, max: 9 }),
      (list, least) => {
        const sorted = [...list].sort((a, b) => a - b);
        const found = sorted.findIndex((value) => value >= least);
        const expected = found < 0 ? sorted.length : found;
        expect(lowerBound(0, sorted.length, (at) => sorted[at]! < least)).toBe(expected);
      },
    ),
  );
});
