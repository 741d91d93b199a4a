import { expect, test } from "vitest";
import { createWordTable, type WordTable } from "../../../src/analysis/language/word-table.ts";

function numberOf(table: WordTable, words: string[], word: string): number {
  const text = `“${word}”`;
  const number = table.find(text, 1, 1 + word.length);
  if (number === words.length) words.push(word);
  return number;
}

test("a word has one number wherever it stands, also among thousands", () => {
  const words: string[] = [];
  const table = createWordTable(words);
  const written = Array.from({ length: 20_000 }, (_, i) => `word${i.toString(36)}`);
  const numbers = written.map((word) => numberOf(table, words, word));
  expect(numbers).toEqual(written.map((_, i) => i));
  expect(written.map((word) => numberOf(table, words, word))).toEqual(numbers);
});

test("what differs in case, length or one mark is another word", () => {
  const words: string[] = [];
  const table = createWordTable(words);
  const numbers = ["Polish", "polish", "polis", "Polish.", "Pólish"].map((word) =>
    numberOf(table, words, word),
  );
  expect(numbers).toEqual([0, 1, 2, 3, 4]);
});

test("numbers begin anew once the words are forgotten", () => {
  const words: string[] = [];
  const table = createWordTable(words);
  numberOf(table, words, "Moscow");
  table.forget();
  words.length = 0;
  expect(numberOf(table, words, "Kyiv")).toBe(0);
  expect(numberOf(table, words, "Moscow")).toBe(1);
});
