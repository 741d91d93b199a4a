import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find } from "./find.ts";

describe("any text", () => {
  it.each([
    ["nothing", ""],
    ["blanks", " \n \t "],
    ["digits only", "12 345 6789 0"],
    ["lone surrogates", "\ud800 and \udc00 met in \ud83d London"],
    ["another language", "Der Kanzler traf den Präsidenten in Kiew. 習近平は東京を訪問した。"],
    ["capitals without end", "ALPHA BETA GAMMA ".repeat(700)],
    ["one name again and again", "John Smith ".repeat(1500)],
  ])("does not throw on %s", (_, text) => {
    expect(() => find(text)).not.toThrow();
  });

  it("finds the same whatever was read before", () => {
    const text = "Olena Shevchuk told the BBC that Odesa was calm.";
    const first = find(text).names;
    find(
      "OLENA was lower case there: olena, bbc, odesa. Odesa Olena BBC Shevchuk Shevchuk Shevchuk.",
    );
    expect(find(text).names).toEqual(first);
  });

  it("keeps spans inside the text", () => {
    const word = fc.constantFrom(
      "Paris",
      "said",
      "the",
      "NATO",
      "-",
      "'s",
      "Dr.",
      "(",
      ")",
      "John",
      "X",
      "…",
      "of",
      "42",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { parsed, names } = find(words.join(" "));
        for (const { firstToken, lastToken } of names) {
          expect(firstToken).toBeGreaterThanOrEqual(0);
          expect(lastToken).toBeLessThanOrEqual(parsed.tokens.count);
          expect(firstToken).toBeLessThan(lastToken);
        }
      }),
      { numRuns: 60 },
    );
  });
});
