/** Numbers for the words of a corpus, which come without. */
import type { NumberedWords } from "../../src/analysis/numbered-words.ts";

export function numberWords(form: readonly string[]): NumberedWords {
  const vocabulary = [...new Set(form)];
  const numbers = new Map(vocabulary.map((word, number) => [word, number]));
  return { form, word: Int32Array.from(form, (word) => numbers.get(word)!), vocabulary };
}
