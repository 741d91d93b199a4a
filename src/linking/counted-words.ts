/**
 * Words as linking counts them: in small letters, of a plural the singular, without those that say nothing of what a text is about.
 * Worked out once a word: an article has few that no article before it had.
 */
import { createWordTable } from "../text/word-table.ts";
import { forEachWordSpan } from "../text/words.ts";
import { singular } from "./happenings.ts";

/** Calls `visit` with each word of a text that counts and the UTF-16 index of its start, in order. */
export type ForEachCountedWord = (
  text: string,
  visit: (word: string, start: number) => void,
) => void;

const MOST_WORDS = 200_000;

/** `common`: words that say nothing. */
export function createCountedWords(common: ReadonlySet<string>): ForEachCountedWord {
  let table = createWordTable();
  /** By the number of the word as it is written; empty for what does not count. */
  const counted: string[] = [];
  return (text, visit) => {
    if (counted.length > MOST_WORDS) {
      table = createWordTable();
      counted.length = 0;
    }
    forEachWordSpan(text, (start, end) => {
      const number = table.numberOf(text, start, end);
      if (number === counted.length) {
        const word = singular(table.words[number]!.toLowerCase());
        counted.push(common.has(word) ? "" : word);
      }
      const word = counted[number]!;
      if (word !== "") visit(word, start);
    });
  };
}
