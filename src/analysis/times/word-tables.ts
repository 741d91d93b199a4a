/** Reads the tables in `data/en/times/` into one entry a word, whatever the number of tables that it stands in. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";
import { NO_WORD, type NumberKind, type Phrase, type Portion, type Word } from "./word.ts";

export type Draft = { -readonly [Key in keyof Word]: Word[Key] };

export function readWordTables(data: DataSource): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  const draft = (name: string): Draft => {
    const text = name.toLowerCase();
    let found = drafts.get(text);
    if (!found) {
      found = { ...NO_WORD, text };
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
  for (const [phrase, month, day, year] of rows("holidays")) {
    const words = splitPhrase(phrase!);
    const holiday = { words, month: Number(month), day: Number(day) };
    enterPhrase(draft(words[0]!), year ? { ...holiday, year: Number(year) } : holiday);
    for (const word of words) if (word.length > 1 || /[a-z]/.test(word)) draft(word);
  }
  for (const [month, day, year, words] of rows("named-days")) {
    const named = { month: Number(month), day: Number(day), year: Number(year) };
    for (const name of words!.split(" ")) {
      const entry = draft(name);
      entry.namedDays = [...(entry.namedDays ?? []), named];
    }
  }
  return drafts;
}

/** As the article is read: runs of letters, and each mark by itself. */
function splitPhrase(phrase: string): string[] {
  return phrase.toLowerCase().match(/[a-z]+|\d+|[^a-z\d\s]/g) ?? [];
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
  else if (kind === "intent") entry.intent = true;
  else if (kind === "past") entry.past = true;
  else if (kind === "implicative") entry.implicative = true;
  else if (kind === "numbered") entry.numbered = true;
  else if (kind === "title") entry.title = true;
  else if (kind === "sport") entry.sport = true;
  else if (kind === "utterance") entry.utterance = true;
  else if (kind === "break") entry.clauseBreak = true;
}
