import { expect, test } from "vitest";
import { createWordTable, type WordTable } from "../../src/text/word-table.ts";

function numberOf(table: WordTable, word: string): number {
  return table.numberOf(`“${word}”`, 1, 1 + word.length);
}

test("a word has one number wherever it stands, also among thousands", () => {
  const table = createWordTable();
  const written = Array.from({ length: 20_000 }, (_, i) => `word${i.toString(36)}`);
  const numbers = written.map((word) => numberOf(table, word));
  expect(numbers).toEqual(written.map((_, i) => i));
  expect(written.map((word) => numberOf(table, word))).toEqual(numbers);
});

test("what differs in case, length or one mark is another word", () => {
  const table = createWordTable();
  const numbers = ["Polish", "polish", "polis", "Polish.", "Pólish"].map((word) =>
    numberOf(table, word),
  );
  expect(numbers).toEqual([0, 1, 2, 3, 4]);
});

test("of a word of any length and script the table has what stands in the text", () => {
  const table = createWordTable();
  const words = ["“", "Łódź", "東京都", "a".repeat(200_000), "\ud835"];
  for (const word of words) numberOf(table, word);
  expect(table.words).toEqual(words);
});
