/**
 * The words that time expressions are made of, read from the tables in `data/en/times/`. Each spelling is looked up
 * as it stands in the text (lower case, Capitalized, CAPITALS are entered beforehand), so that reading an article
 * never changes the case of a string.
 */
import type { DataSource } from "../../lexicon/data.ts";
import { perWord } from "../numbered-words.ts";
import type { Rule } from "./rule.ts";
import { NO_WORD, type Word } from "./word.ts";
import { type Draft, readWordTables } from "./word-tables.ts";

export interface Vocabulary {
  /** The word that is written so; `OTHER` when no table has it. */
  word(written: string): Word;
  /** The same for all words of a vocabulary of tokens. */
  readonly words: (vocabulary: readonly string[]) => readonly Word[];
  /** The word for a run of digits. */
  digits(written: string): Word;
}

const OTHER: Word = { ...NO_WORD };
const OTHER_CAPITALIZED: Word = { ...NO_WORD, capitalized: true };
const MARKS = ".,:;-/()[]'\"$%#&+*!?`_€£¥@=<>|~";
const MARK_VARIANTS: readonly (readonly [string, string])[] = [
  ["–", "-"],
  ["‑", "-"],
  ["−", "-"],
  ["—", "--"],
  ["’", "'"],
  ["‘", "'"],
  ["“", '"'],
  ["”", '"'],
];

export function loadVocabulary(data: DataSource, rules: readonly Rule[]): Vocabulary {
  const drafts = readWordTables(data);
  const words = new Map<string, Word>();
  for (const draft of drafts.values()) enterSpellings(words, draft, rules);
  for (const mark of MARKS) words.set(mark, { ...NO_WORD, text: mark });
  for (const [written, mark] of MARK_VARIANTS) {
    words.set(written, { ...NO_WORD, text: mark });
  }
  const digitRules = rules.filter((rule) => rule.startsWithDigits);
  const word = (written: string): Word =>
    words.get(written) ?? (isCapital(written) ? OTHER_CAPITALIZED : OTHER);
  return {
    word,
    words: perWord(word),
    digits: (written) => ({
      ...NO_WORD,
      text: written,
      digits: written,
      number: { value: Number(written), kind: "digits" },
      phrases: words.get(written)?.phrases,
      rules: digitRules,
    }),
  };
}

function isCapital(written: string): boolean {
  const code = written.charCodeAt(0);
  return code >= 65 && code <= 90;
}

/** Month and weekday names count only with a capital; every other word in any case. */
function enterSpellings(words: Map<string, Word>, draft: Draft, rules: readonly Rule[]): void {
  const lower: Word = { ...draft, rules: [] };
  const capital: Word = { ...draft, capitalized: true };
  const plain = withoutNames(lower);
  const capitalSpelling = draft.text.charAt(0).toUpperCase() + draft.text.slice(1);
  words.set(draft.text, { ...plain, rules: rules.filter((rule) => rule.startsAt(plain)) });
  const started = { ...capital, rules: rules.filter((rule) => rule.startsAt(capital)) };
  words.set(capitalSpelling, started);
  if (draft.text.length > 1) words.set(draft.text.toUpperCase(), started);
}

function withoutNames(word: Word): Word {
  return { ...word, month: undefined, weekday: undefined, form: undefined, zone: undefined };
}
