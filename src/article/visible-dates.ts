/**
 * Dates as pages print them: *2022-12-29 HKT 20:50*, *30 Dec 2022 07:19PM*, *Dec. 30, 2022 at 7:19 p.m. ET*,
 * *30. Dezember 2022*, *2022年12月30日*. Month names and time zones come from `data/article/`.
 */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import type { IsoDateTime } from "../model.ts";
import { isoDateTime } from "../text/machine-dates.ts";

export interface FoundDate {
  readonly date: IsoDateTime;
  readonly start: number;
  readonly end: number;
}

export interface VisibleDates {
  /** The dates of a line, in order. Only its first 400 characters are searched. */
  find(line: string): readonly FoundDate[];
  /** A day and a clock without a year, as sites print the dates of the current one: *8 января, 17:46*. */
  findWithoutYear(line: string, year: number): readonly FoundDate[];
}

export function createVisibleDates(data: DataSource): VisibleDates {
  const months = monthNumbers(data.text("article/months.tsv"));
  const zones = parseTable(data.text("article/zones.tsv"));
  const patterns = datePatterns([...months.keys()]);
  const clock = clockPattern(zones.map((row) => row[0]!));
  const withoutYear = yearlessPatterns([...months.keys()]);
  return {
    findWithoutYear(line, year) {
      if (line.length > LONGEST_WITHOUT_YEAR || !TWO_DIGITS_OF_CLOCK.test(line)) return [];
      for (const { pattern, order } of withoutYear) {
        for (const match of inSmallLetters(line).matchAll(pattern)) {
          const start = match.index;
          const end = start + match[0].length;
          const after = clock.exec(line.slice(end, end + 50));
          const day = after === null ? undefined : dayWithoutYear(match, order, months, year);
          if (after === null || day === undefined) continue;
          const date = isoDateTime({ ...day, ...timeOf(after, day, zones) });
          if (date !== undefined) return [{ date, start, end: end + after[0].length }];
        }
      }
      return [];
    },
    find(line) {
      // Nearly all lines have no four digits in a row: the cheapest question comes first.
      if (!FOUR_DIGITS.test(line)) return [];
      const text = line.slice(0, SEARCHED);
      const small = inSmallLetters(text);
      const found: FoundDate[] = [];
      for (const { pattern, order, needs } of patterns) {
        if (needs !== undefined && !needs.test(small)) continue;
        for (const match of small.matchAll(pattern)) {
          const start = match.index;
          const end = start + match[0].length;
          if (found.some((other) => start < other.end && other.start < end)) continue;
          const day = dayOf(match, order, months);
          if (day === undefined) continue;
          const after = clock.exec(text.slice(end, end + 50));
          const before = after
            ? undefined
            : CLOCK_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
          const time = timeOf(after ?? before ?? undefined, day, zones);
          const date = isoDateTime({ ...day, ...time });
          if (date !== undefined) found.push({ date, start, end: end + (after?.[0].length ?? 0) });
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Order = "ymd" | "dMy" | "Mdy" | "numeric";

const SEARCHED = 400;
const LONGEST_WITHOUT_YEAR = 120;
const TWO_DIGITS_OF_CLOCK = /\d[:.]\d{2}/;
const FOUR_DIGITS = /\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}/;
const CLOCK_BEFORE =
  /()(\d{1,2})[:.](\d{2})()\s{0,2}([ap]\.?m\.?)?()\s{0,2}[,|·-]?\s{0,2}(?:on\s)?$/i;

function monthNumbers(table: string): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const row of parseTable(table)) {
    for (let month = 1; month <= 12; month++) {
      for (const name of row[month]?.split("|") ?? [])
        if (!months.has(name)) months.set(name, month);
    }
  }
  return months;
}

interface DatePattern {
  readonly pattern: RegExp;
  readonly order: Order;
  /** What each match has in it, where that is found much sooner than the match. */
  readonly needs?: RegExp;
}

function datePatterns(names: readonly string[]): readonly DatePattern[] {
  // Longer names first, so that "march" is not read as "mar" and "ch".
  const month = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
  return [
    {
      order: "ymd",
      pattern:
        /(?<![\d/.-])((?:19|20)\d{2})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?:日|일)?(?!\d)/g,
    },
    {
      order: "dMy",
      pattern: new RegExp(
        `(?<![\\d.:/])(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s\\u00a0-]{1,3}(?:of |de |d['’])?(${month})(?![\\p{L}])\\.?,?[\\s\\u00a0-]{1,3}(?:de |del |of |г )?'?((?:19|20)\\d{2})(?!\\d)`,
        "gu",
      ),
    },
    {
      order: "Mdy",
      // Without it, each place of the line is compared with the months of all languages.
      needs: /\d(?:st|nd|rd|th|\.)?,?[\s\u00a0]{1,3}(?:19|20)\d{2}(?!\d)/,
      pattern: new RegExp(
        `(?<![\\p{L}])(${month})\\.?[\\s\\u00a0]{1,3}(\\d{1,2})(?:st|nd|rd|th|\\.)?,?[\\s\\u00a0]{1,3}((?:19|20)\\d{2})(?!\\d)`,
        "gu",
      ),
    },
    {
      order: "numeric",
      pattern: /(?<![\d/.]|\d-)(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d{2}|\d{2})(?![\d/-])/g,
    },
  ];
}

function yearlessPatterns(
  names: readonly string[],
): readonly { pattern: RegExp; order: "dMy" | "Mdy" }[] {
  const month = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
  return [
    {
      order: "dMy",
      pattern: new RegExp(
        `(?<![\\d.:/])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s\\u00a0-]{1,3}(?:of |de )?(${month})(?![\\p{L}])\\.?`,
        "gu",
      ),
    },
    {
      order: "Mdy",
      pattern: new RegExp(
        `(?<![\\p{L}])(${month})\\.?[\\s\\u00a0]{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`,
        "gu",
      ),
    },
  ];
}

function dayWithoutYear(
  match: RegExpMatchArray,
  order: "dMy" | "Mdy",
  months: ReadonlyMap<string, number>,
  year: number,
): Day | undefined {
  const month = months.get(match[order === "dMy" ? 2 : 1]!.toLowerCase());
  return month === undefined
    ? undefined
    : { year, month, day: Number(match[order === "dMy" ? 1 : 2]) };
}

function clockPattern(zones: readonly string[]): RegExp {
  const zone = [...zones].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
  return new RegExp(
    `^[\\s,|•·–—T@-]{0,6}(?:at|um|à|às|a las|alle|kl\\.?|klo|om|ore|godz\\.?)?\\s{0,3}(?:(${zone})\\s{1,2})?(\\d{1,2})\\s?[:.hH]\\s?(\\d{2})(?::(\\d{2}))?\\s{0,2}([ap]\\.?m\\b\\.?)?(?:\\s{0,2}Uhr)?\\s{0,2}\\(?((?:${zone})\\b|[+-]\\d{2}:?\\d{2}|GMT[+-]\\d{1,2})?`,
    "i",
  );
}

function dayOf(
  match: RegExpMatchArray,
  order: Order,
  months: ReadonlyMap<string, number>,
): Day | undefined {
  if (order === "ymd") {
    return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  }
  if (order === "dMy" || order === "Mdy") {
    const month = months.get(match[order === "dMy" ? 2 : 1]!.toLowerCase());
    const day = Number(match[order === "dMy" ? 1 : 2]);
    return month === undefined ? undefined : { year: Number(match[3]), month, day };
  }
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  // Day first, as most of the world has it, unless only the other reading gives a date.
  return second > 12 ? { year, month: first, day: second } : { year, month: second, day: first };
}

function timeOf(
  match: RegExpMatchArray | RegExpExecArray | undefined,
  day: Day,
  zones: readonly (readonly string[])[],
): { hour?: string; minute?: string; second?: string | undefined; offset?: string | undefined } {
  if (!match) return {};
  let hour = Number(match[2]);
  const half = match[5]?.[0]?.toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  const zone = match[6] ?? match[1];
  return {
    hour: String(hour).padStart(2, "0"),
    minute: match[3]!,
    second: match[4] || undefined,
    offset: zone ? offsetOf(zone.toUpperCase(), day, zones) : undefined,
  };
}

function offsetOf(
  zone: string,
  day: Day,
  zones: readonly (readonly string[])[],
): string | undefined {
  const numeric = /^(?:GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric) return `${numeric[1]}${numeric[2]!.padStart(2, "0")}:${numeric[3] ?? "00"}`;
  const row = zones.find((candidate) => candidate[0] === zone);
  if (row === undefined) return undefined;
  return row[3] === "us" && isUsSummer(day) ? row[2] : row[1];
}

/**
 * For patterns with the names of months, which are written small: to ignore case in a pattern of 500 names with
 * letters of all scripts costs 50 ms when it is first used. The only letter that is longer when small is left out.
 */
function inSmallLetters(text: string): string {
  return text.replaceAll("\u0130", "\u0131").toLowerCase();
}

/** From the second Sunday of March to the first Sunday of November. */
function isUsSummer({ year, month, day }: Day): boolean {
  if (month < 3 || month > 11) return false;
  if (month > 3 && month < 11) return true;
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const sunday = 1 + ((7 - first) % 7);
  return month === 3 ? day >= sunday + 7 : day < sunday;
}
