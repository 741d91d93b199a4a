import { expect, test } from "vitest";
import { createWords } from "../../src/analysis/names/words.ts";
import { perWord } from "../../src/analysis/numbered-words.ts";
import { loadClusters } from "../../src/analysis/word-clusters.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { numberWords } from "../../train/names/number-words.ts";

test("what is known of a word is worked out once, also when the vocabulary grows", () => {
  const asked: string[] = [];
  const lengths = perWord((word) => asked.push(word) && word.length);
  const vocabulary = ["Minister", "resigns"];
  expect(lengths(vocabulary)).toEqual([8, 7]);
  vocabulary.push("today");
  expect(lengths(vocabulary)).toEqual([8, 7, 5]);
  expect(asked).toEqual(["Minister", "resigns", "today"]);
});

test("nothing is known any more when the numbers begin anew", () => {
  const lengths = perWord((word) => word.length);
  lengths(["Minister", "resigns"]);
  expect(lengths(["Port"])).toEqual([4]);
});

test("a name model knows a word by its text where it has another number", () => {
  const words = createWords(loadClusters(nodeData()), () => 0);
  const [first] = words.idsOf(numberWords(["Quito", "floods"]));
  expect([...words.idsOf(numberWords(["floods", "in", "Quito"]))].at(-1)).toBe(first);
});
