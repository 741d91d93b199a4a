import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../src/article/line-words.ts";

describe("the words of a line", () => {
  it.each([
    [
      "Xi's visit: 3,000 guests (and R2-D2)",
      ["xi", "s", "visit", "3", "000", "guests", "and", "r2", "d2"],
    ],
    ["— Ödön von Horváth", ["ödön", "von", "horváth"]],
    ["習近平主席は、北京で", ["習近平主席は", "北京で"]],
    [" .,;", []],
  ])("of %s", (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });

  it("are found in plain ASCII as the pattern finds them, long ones in pieces", () => {
    const ascii = fc.string({ unit: "binary-ascii", maxLength: 200 });
    const letters = fc.string({ unit: fc.constantFrom("a", "B", "7", " "), maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(ascii, letters), (line) => {
        const found = line.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
        expect(wordsOf(line)).toEqual([...found]);
      }),
    );
  });
});
