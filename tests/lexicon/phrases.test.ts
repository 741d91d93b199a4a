import { describe, expect, it } from "vitest";
import { longestPhrase, phraseTable } from "../../src/lexicon/phrases.ts";
import { nameKey } from "../../src/text/fold.ts";

const table = phraseTable<string>([
  ["Korea", "one"],
  ["South Korea", "two"],
  ["Asia-Pacific", "region"],
  ["People's Republic of China", "long"],
  ["Washington, D.C.", "comma"],
]);
const keys = (...forms: string[]): string[] => forms.map(nameKey);

describe("longestPhrase", () => {
  it.each([
    [keys("South", "Korea", "said"), "two", 2],
    [keys("Korea", "said"), "one", 1],
    [keys("Asia", "-", "Pacific"), "region", 3],
    [keys("Asia-Pacific", "region"), "region", 1],
    [keys("People", "'s", "Republic", "of", "China"), "long", 5],
    [keys("Washington", ",", "D.C."), "comma", 3],
  ])("finds %j", (words, value, to) => {
    expect(longestPhrase(table, words, 0, words.length)).toMatchObject({ values: [value], to });
  });

  it.each([[keys("South", "Dakota")], [keys("-", "Korea")], [keys("North")]])(
    "finds nothing in %j",
    (words) => {
      expect(longestPhrase(table, words, 0, words.length)).toBeUndefined();
    },
  );

  it("does not look past the end", () => {
    expect(longestPhrase(table, keys("South", "Korea"), 0, 1)).toBeUndefined();
  });
});
