import { expect, test } from "vitest";
import { forEachWord, lettersAndDigits } from "../../src/text/words.ts";

/** What the words are by definition. */
const WORD = /[\p{L}\p{N}]{2,40}/gu;

test.each([
  ["", "nothing"],
  ["Mr. Xi met 27 ministers in the G7's U.N. hall", "letters and digits, of one letter none"],
  ["Erdoğan, São Paulo und Łódź – Ķemeri", "letters with marks"],
  ["Cafe\u0301 society", "a mark of its own ends the word"],
  ["习近平会见俄罗斯总统 и Путин", "other scripts"],
  ["𝐁𝐫𝐞𝐚𝐤𝐢𝐧𝐠 news 😀😀 𐐀𐐁", "letters and signs beyond the first plane"],
  ["half \ud835 of \udc01\udc01 a pair \ud835", "lone surrogates"],
  [`${"a".repeat(40)} ${"b".repeat(41)} ${"c".repeat(82)}`, "runs that are cut"],
  [`${"𐐀".repeat(41)}x`, "cut after forty letters, not forty units"],
])("finds the words of %j: %s", (text) => {
  const found: [string, number][] = [];
  forEachWord(text, (word, start) => found.push([word, start]));
  expect(found).toEqual([...text.matchAll(WORD)].map((match) => [match[0], match.index]));
});

test.each([
  ["“Don’t,” he said – twice: 3.5 km", "Donthesaidtwice35km"],
  ["Łódź, 東京, 𝒜 and ٣", "Łódź東京𝒜and٣"],
  ["\ud835 lost, \udc9c too", "losttoo"],
  ["…", ""],
])("of %j only letters and digits are kept", (text, kept) => {
  expect(lettersAndDigits(text)).toBe(kept);
  expect(kept).toBe(text.replace(/[^\p{L}\p{N}]+/gu, ""));
});
