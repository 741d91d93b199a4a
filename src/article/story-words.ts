/** Words that part sentences of a story from what stands around it, from the tables of `data/article/`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import type { LanguageFinder } from "./language.ts";

export interface StoryWords {
  /** *the*, *of*, *und*: the most frequent words of the text's language, in small letters; undefined for a language that the table lacks. */
  functionWordsOf(text: string): ReadonlySet<string> | undefined;
  /** Words that speak to the reader: *your inbox*, *Ihre Zustimmung*. Of all languages at once: few of them are words of the story in another one. */
  countToReader(words: readonly string[]): number;
}

export function createStoryWords(data: DataSource, languages: LanguageFinder): StoryWords {
  const functionWords = new Map<string, ReadonlySet<string>>();
  for (const [language, , words] of parseTable(data.text("article/function-words.tsv")))
    functionWords.set(language!, new Set(words!.split(" ")));
  const readerWords = new Set<string>();
  for (const [, words] of parseTable(data.text("article/reader-words.tsv")))
    for (const word of words!.split(" ")) readerWords.add(word);
  return {
    functionWordsOf: (text) => functionWords.get(languages.of(text) ?? ""),
    countToReader(words) {
      let count = 0;
      for (const word of words) {
        // *you're* is *you*, too.
        for (const part of word.includes("'") ? word.split("'") : [word])
          if (readerWords.has(part)) count++;
      }
      return count;
    },
  };
}
