/** What reading a page needs, made once from the tables and models. */
import type { DataSource } from "../lexicon/data.ts";
import { type ClassWords, createClassWords } from "./class-words.ts";
import { type Credits, createCredits } from "./credits.ts";
import { createDumpRanks, type DumpRanks } from "./dump-ranks.ts";
import { createLanguageFinder, type LanguageFinder } from "./language.ts";
import { createLineScorer, type LineScorer } from "./line-scores.ts";
import { createPhraseFinder, type PhraseFinder } from "./phrases.ts";
import { createVisibleDates, type VisibleDates } from "./visible-dates.ts";

export interface Tools {
  readonly phrasesOf: PhraseFinder;
  readonly classWords: ClassWords;
  readonly credits: Credits;
  readonly dates: VisibleDates;
  readonly languages: LanguageFinder;
  readonly scorer: LineScorer;
  readonly ranks: DumpRanks;
}

export function createTools(data: DataSource): Tools {
  const classWords = createClassWords(data);
  const dates = createVisibleDates(data);
  const languages = createLanguageFinder(data);
  return {
    phrasesOf: createPhraseFinder(data),
    classWords,
    credits: createCredits(data),
    dates,
    languages,
    scorer: createLineScorer(data, classWords, languages),
    ranks: createDumpRanks(data, dates),
  };
}
