/**
 * The words that time expressions are made of, read from the tables in `data/en/times/`. Each spelling is looked up
 * as it stands in the text (lower case, Capitalized, CAPITALS are entered beforehand), so that reading an article
 * never changes the case of a string.
 */
import type { DataSource } from "../../lexicon/data.ts";
import type { Rule } from "./rule.ts";
import type { Word } from "./word.ts";
import { type Draft, readWordTables } from "./word-tables.ts";

export interface Vocabulary {
  /** The word that is written so; `OTHER` when no table has it. */
  word(written: string): Word;
  /** The word for a run of digits. */
  digits(written: string): Word;
}

const OTHER: Word = { text: "", capitalized: false, rules: [] };
const OTHER_CAPITALIZED: Word = { text: "", capitalized: true, rules: [] };
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
  for (const mark of MARKS) words.set(mark, { text: mark, capitalized: false, rules: [] });
  for (const [written, mark] of MARK_VARIANTS) {
    words.set(written, { text: mark, capitalized: false, rules: [] });
  }
  const digitRules = rules.filter((rule) => rule.startsWithDigits);
  return {
    word: (written) => words.get(written) ?? (isCapital(written) ? OTHER_CAPITALIZED : OTHER),
    digits: (written) => {
      const word: Word = {
        text: written,
        capitalized: false,
        digits: written,
        number: { value: Number(written), kind: "digits" },
        rules: digitRules,
      };
      const phrases = words.get(written)?.phrases;
      return phrases ? { ...word, phrases } : word;
    },
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
  const { month: _month, weekday: _weekday, form: _form, ...rest } = word;
  if (rest.zone === undefined) return rest;
  const { zone: _zone, ...plain } = rest;
  return plain;
}
