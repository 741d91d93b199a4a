/**
 * The words that time expressions are made of, read from the tables in `data/en/times/`. Each spelling is looked up
 * as it stands in the text (lower case, Capitalized, CAPITALS are entered beforehand), so that reading an article
 * never changes the case of a string.
 */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";
import type { Rule } from "./rule.ts";

export type Portion = "START" | "MID" | "END";

export interface Word {
  /** Lower case; empty for a word that no table has. */
  readonly text: string;
  readonly capitalized: boolean;
  readonly month?: number;
  readonly weekday?: number;
  /** A short or plural form of a month or weekday. */
  readonly form?: "short" | "plural";
  readonly season?: { readonly code: string; readonly month: number };
  readonly unit?: {
    readonly code: string;
    readonly number: "one" | "many" | "long";
    readonly clock: boolean;
  };
  readonly dayPart?: { readonly code: string; readonly kind: "part" | "hour" | "moment" };
  readonly number?: { readonly value: number; readonly kind: NumberKind };
  readonly digits?: string;
  readonly direction?: -1 | 0 | 1;
  readonly portion?: Portion;
  readonly edge?: Portion;
  readonly approximate?: boolean;
  readonly preposition?: boolean;
  readonly repeat?: boolean;
  readonly set?: string;
  readonly future?: boolean;
  readonly past?: boolean;
  readonly implicative?: boolean;
  readonly numbered?: boolean;
  readonly clauseBreak?: boolean;
  readonly zone?: string;
  /** Phrases that begin with this word, longest first. */
  readonly phrases?: readonly Phrase[];
  readonly rules: readonly Rule[];
}

export type NumberKind =
  | "unit"
  | "ten"
  | "scale"
  | "ordinal"
  | "vague"
  | "couple"
  | "half"
  | "decade"
  | "digits";

/** A fixed sequence of words with its meaning: a vague reference or a holiday. */
export interface Phrase {
  readonly words: readonly string[];
  readonly timex?: "DATE" | "DURATION" | "SET";
  readonly value?: string;
  readonly month?: number;
  readonly day?: number;
}

export interface Vocabulary {
  /** The word that is written so; `OTHER` when no table has it. */
  word(written: string): Word;
  /** The word for a run of digits. */
  digits(written: string): Word;
}

type Draft = { -readonly [Key in keyof Word]: Word[Key] };

/** What stands between sentences and beyond the ends: no rule matches across it. */
export const BOUNDARY: Word = { text: "\n", capitalized: false, rules: [] };
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
  const drafts = readDrafts(data);
  const words = new Map<string, Word>();
  for (const draft of drafts.values()) enterSpellings(words, draft, rules);
  for (const mark of MARKS) words.set(mark, { text: mark, capitalized: false, rules: [] });
  for (const [written, mark] of MARK_VARIANTS) {
    words.set(written, { text: mark, capitalized: false, rules: [] });
  }
  const digitRules = rules.filter((rule) => rule.startsWithDigits);
  return {
    word: (written) => words.get(written) ?? (isCapital(written) ? OTHER_CAPITALIZED : OTHER),
    digits: (written) => ({
      text: written,
      capitalized: false,
      digits: written,
      number: { value: Number(written), kind: "digits" },
      rules: digitRules,
    }),
  };
}

function isCapital(written: string): boolean {
  const code = written.charCodeAt(0);
  return code >= 65 && code <= 90;
}

function readDrafts(data: DataSource): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const draft = (name: string): Draft => {
    const text = name.toLowerCase();
    let found = drafts.get(text);
    if (!found) {
      found = { text, capitalized: false, rules: [] };
      drafts.set(text, found);
    }
    return found;
  };
  const rows = (table: string): string[][] => parseTable(data.text(`en/times/${table}.tsv`));

  for (const [name, number, kind] of rows("months")) {
    const entry = draft(name!);
    entry.month = Number(number);
    if (kind === "short") entry.form = "short";
  }
  for (const [name, number, kind] of rows("weekdays")) {
    const entry = draft(name!);
    entry.weekday = Number(number);
    if (kind === "short" || kind === "plural") entry.form = kind;
  }
  for (const [name, code, month] of rows("seasons")) {
    draft(name!).season = { code: code!, month: Number(month) };
  }
  for (const [name, code, kind] of rows("day-parts")) {
    draft(name!).dayPart = { code: code!, kind: kind as "part" | "hour" | "moment" };
  }
  for (const [name, code, number, clock] of rows("units")) {
    draft(name!).unit = {
      code: code!,
      number: number as "one" | "many" | "long",
      clock: clock === "clock",
    };
  }
  for (const [name, value, kind] of rows("numbers")) {
    draft(name!).number = { value: Number(value), kind: kind as NumberKind };
  }
  for (const [name, kind, value] of rows("cues")) enterCue(draft(name!), kind!, value!);
  for (const [name, offset] of rows("zones")) draft(name!).zone = offset ?? "";
  for (const [phrase, timex, value] of rows("references")) {
    const words = phrase!.split(" ");
    enterPhrase(draft(words[0]!), { words, timex: timex as "DATE" | "DURATION", value: value! });
    for (const word of words) draft(word);
  }
  for (const [phrase, month, day] of rows("holidays")) {
    const words = splitPhrase(phrase!);
    enterPhrase(draft(words[0]!), { words, month: Number(month), day: Number(day) });
    for (const word of words) if (word.length > 1 || /[a-z]/.test(word)) draft(word);
  }
  return drafts;
}

/** As the article is read: runs of letters, and each mark by itself. */
function splitPhrase(phrase: string): string[] {
  return phrase.toLowerCase().match(/[a-z]+|[^a-z\s]/g) ?? [];
}

function enterPhrase(entry: Draft, phrase: Phrase): void {
  entry.phrases = [...(entry.phrases ?? []), phrase].sort(
    (a, b) => b.words.length - a.words.length,
  );
}

function enterCue(entry: Draft, kind: string, value: string): void {
  if (kind === "direction") entry.direction = Number(value) as -1 | 0 | 1;
  else if (kind === "portion") entry.portion = value as Portion;
  else if (kind === "edge") entry.edge = value as Portion;
  else if (kind === "approximate") entry.approximate = true;
  else if (kind === "preposition") entry.preposition = true;
  else if (kind === "repeat") entry.repeat = true;
  else if (kind === "set") entry.set = value;
  else if (kind === "future") entry.future = true;
  else if (kind === "past") entry.past = true;
  else if (kind === "implicative") entry.implicative = true;
  else if (kind === "numbered") entry.numbered = true;
  else if (kind === "break") entry.clauseBreak = true;
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
