import { expect, test } from "vitest";
import { createCountedWords } from "../../src/linking/counted-words.ts";

const forEachCountedWord = createCountedWords(new Set(["the", "said"]));

function wordsOf(text: string): [string, number][] {
  const words: [string, number][] = [];
  forEachCountedWord(text, (word, start) => words.push([word, start]));
  return words;
}

test.each([
  [
    "The ministers said “talks”",
    [
      ["minister", 4],
      ["talk", 20],
    ],
  ],
  [
    "THE CRISIS, the crisis",
    [
      ["crisi", 4],
      ["crisi", 16],
    ],
  ],
  [
    "Łódź’s mayor; a gas press",
    [
      ["łódź", 0],
      ["mayor", 7],
      ["gas", 16],
      ["press", 20],
    ],
  ],
] satisfies [string, [string, number][]][])("of %j are counted %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
  expect(wordsOf(text)).toEqual(words);
});
