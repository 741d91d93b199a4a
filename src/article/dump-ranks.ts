/**
 * Which line of a dump is its headline, and which tells its date: boosted trees rank the lines. Made by
 * `npm run train dump-ranks`. Visible dates of pages that state theirs nowhere else are ranked by the same trees.
 */
import type { DataSource } from "../lexicon/data.ts";
import { createDateWords, type DateWords } from "./date-words.ts";
import type { LineFacts } from "./line-facts.ts";
import { type LineRows, SHARED_FEATURES } from "./line-rows.ts";
import type { Line } from "./lines.ts";
import { readTrees, scoreRow, type Trees } from "./trees.ts";
import type { FoundDate, VisibleDates } from "./visible-dates.ts";

export interface DumpRanks {
  /** Index of the headline. */
  title(dump: MeasuredDump): number | undefined;
  date(dump: MeasuredDump, title: number | undefined): DateLine | undefined;
  readonly words: DateWords;
}

/** The lines, their features and their scores as body. */
export interface MeasuredDump extends LineRows {
  readonly lines: readonly Line[];
  readonly facts: readonly LineFacts[];
  readonly scores: Float32Array;
}

export interface DateLine {
  readonly index: number;
  readonly dates: readonly FoundDate[];
}

export function createDumpRanks(data: DataSource, visibleDates: VisibleDates): DumpRanks {
  const titleTrees = readTrees(data.bytes("models/dump-title.bin"));
  const dateTrees = readTrees(data.bytes("models/dump-date.bin"));
  const words = createDateWords(data);
  return {
    words,
    title(dump) {
      const indices = titleCandidates(dump);
      const best = bestOf(titleTrees, titleRows(dump, indices), indices.length, LEAST_TITLE);
      return best === undefined ? undefined : indices[best];
    },
    date(dump, title) {
      const candidates = dateCandidates(dump, visibleDates);
      const rows = dateRows(dump, candidates, title, words);
      const best = bestOf(dateTrees, rows, candidates.length, LEAST_DATE);
      return best === undefined ? undefined : candidates[best];
    },
  };
}

/** Below these probabilities no line is taken: a wrong date moves every event. */
const LEAST_TITLE = 0.02;
const LEAST_DATE = 0.15;
const LIKELY_BODY = 0.5;
const FAR = 80;
/** Lines that may be headlines are sought in the first so many. */
const SEARCHED = 1500;

export function titleCandidates({ facts }: MeasuredDump): readonly number[] {
  const indices: number[] = [];
  for (let i = 0; i < facts.length && i < SEARCHED; i++) {
    const { letters, length, first } = facts[i]!;
    if (first === i && letters >= 8 && length <= 300) indices.push(i);
  }
  return indices;
}

const TITLE_EXTRAS = 12;

/** The features of each candidate: those of its line, and what it has to do with the body. */
export function titleRows(dump: MeasuredDump, indices: readonly number[]): LineRows {
  const { lines, facts, scores } = dump;
  const start = bodyStart(scores);
  const bodyWords = new Set<string>();
  const leadWords = new Set<string>();
  for (let i = 0, taken = 0; i < lines.length && taken < 30; i++) {
    if (scores[i]! < LIKELY_BODY) continue;
    for (const word of wordsOf(lines[i]!.text)) {
      bodyWords.add(word);
      if (taken < 4) leadWords.add(word);
    }
    taken++;
  }
  const shares = new Float32Array(lines.length);
  for (const i of indices) shares[i] = shareIn(wordsOf(lines[i]!.text), bodyWords);
  let best = 0;
  for (const i of indices)
    if (shares[i]! * facts[i]!.words > best && i < start) best = shares[i]! * facts[i]!.words;
  return rowsWith(dump, indices, TITLE_EXTRAS, (i, write) => {
    const words = wordsOf(lines[i]!.text);
    write(clip(i - start));
    write(scores[i]!);
    write(scores[i - 1] ?? 0);
    write(scores[i + 1] ?? 0);
    write(shares[i]!);
    write(shareIn(words, leadWords));
    write(shares[i]! * facts[i]!.words);
    write(i < start && shares[i]! * facts[i]!.words === best ? 1 : 0);
    write(Math.max(shares[i - 1] ?? 0, shares[i - 2] ?? 0));
    write(Math.max(shares[i + 1] ?? 0, shares[i + 2] ?? 0));
    write(words.length);
    write(start);
  });
}

export function dateCandidates(
  { lines, facts }: MeasuredDump,
  dates: VisibleDates,
): readonly DateLine[] {
  const found: DateLine[] = [];
  const year = yearOfRights(lines);
  for (let index = 0; index < lines.length && found.length < SEARCHED; index++) {
    if (facts[index]!.digits < 3 || facts[index]!.length > 400) continue;
    const { text } = lines[index]!;
    let inLine = dates.find(text);
    if (inLine.length === 0 && year !== undefined) inLine = dates.findWithoutYear(text, year);
    if (inLine.length > 0) found.push({ index, dates: inLine });
  }
  return found;
}

/** *© 2000-2026*: the year in which the page was shown. Dates without a year are of that one. */
function yearOfRights(lines: readonly Line[]): number | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const year = lines[i]!.text.length < 300 ? RIGHTS_YEAR.exec(lines[i]!.text)?.[1] : undefined;
    if (year !== undefined) return Number(year);
  }
  return undefined;
}

const RIGHTS_YEAR =
  /(?:©|\(c\)|copyright)[^\d]{0,40}(?:(?:19|20)\d{2}\s?[-–—]\s?)?(20\d{2})(?!\d)/i;

const DATE_EXTRAS = 20;

export function dateRows(
  dump: MeasuredDump,
  candidates: readonly DateLine[],
  title: number | undefined,
  words: DateWords,
): LineRows {
  const { lines, scores, facts } = dump;
  const start = bodyStart(scores);
  const days = candidates.map((candidate) => candidate.dates[0]!.date.slice(0, 10));
  const latest = [...days].sort().at(-1);
  const nearest = Math.min(...candidates.map(({ index }) => Math.abs(index - start)));
  const lastBefore = candidates.findLast(({ index }) => index < start)?.index;
  let order = 0;
  return rowsWith(
    dump,
    candidates.map(({ index }) => index),
    DATE_EXTRAS,
    (i, write) => {
      const { dates } = candidates[order]!;
      const day = days[order]!;
      const [{ start: from, end, date }] = dates as [FoundDate];
      write(clip(i - start));
      write(Math.abs(i - start) === nearest ? 1 : 0);
      write(title === undefined ? FAR : clip(i - title));
      write(scores[i]!);
      write(order);
      write(candidates.length);
      write(dates.length);
      write((end - from) / facts[i]!.length);
      write(date.length > 10 ? 1 : 0);
      write(day === latest ? 1 : 0);
      write(days.filter((other) => other === day).length);
      write(from);
      write(scores[i - 1] ?? 0);
      write(scores[i + 1] ?? 0);
      const { text } = lines[i]!;
      const before = lines[i - 1]?.text ?? "";
      write(words.published(text) ? 1 : 0);
      write(words.updated(text) ? 1 : 0);
      write(words.other(text) ? 1 : 0);
      write(before.length < 60 && words.published(before) ? 1 : 0);
      write(before.length < 60 && words.updated(before) ? 1 : 0);
      write(i === lastBefore ? 1 : 0);
      order++;
    },
  );
}

/** The rows of the lines, as far as pages have them too, with so many more numbers behind each. */
function rowsWith(
  { rows, width }: LineRows,
  indices: readonly number[],
  extras: number,
  writeExtras: (index: number, write: (value: number) => void) => void,
): LineRows {
  const wide = SHARED_FEATURES + extras;
  const result = new Float32Array(indices.length * wide);
  for (const [row, index] of indices.entries()) {
    const start = index * width;
    result.set(rows.subarray(start, start + SHARED_FEATURES), row * wide);
    let at = row * wide + SHARED_FEATURES;
    writeExtras(index, (value) => {
      result[at++] = value;
    });
  }
  return { rows: result, width: wide };
}

function bestOf(
  trees: Trees,
  { rows, width }: LineRows,
  count: number,
  least: number,
): number | undefined {
  let best: number | undefined;
  let bestScore = least;
  for (let row = 0; row < count; row++) {
    const score = scoreRow(trees, rows, row * width);
    if (score <= bestScore) continue;
    best = row;
    bestScore = score;
  }
  return best;
}

/** The first likely line with another close behind it; a lone teaser above the headline is passed over. */
function bodyStart(scores: Float32Array): number {
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! < LIKELY_BODY) continue;
    for (let j = i + 1; j <= i + 4; j++) if (scores[j]! >= LIKELY_BODY) return i;
  }
  const first = scores.findIndex((score) => score >= LIKELY_BODY);
  return first < 0 ? scores.length : first;
}

function clip(distance: number): number {
  return Math.max(-FAR, Math.min(FAR, distance));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

function shareIn(words: readonly string[], set: ReadonlySet<string>): number {
  if (words.length === 0) return 0;
  let found = 0;
  for (const word of words) if (set.has(word)) found++;
  return found / words.length;
}
