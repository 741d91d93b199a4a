/** Reads dates with the name of a month: `March 3, 2023`, `3rd of March`, `Dec. 30`, `March 3-5`, `September 2006`. */
import { isCalendarDay, pad, toDayNumber } from "../../text/calendar.ts";
import { chooseYear } from "./choose-year.ts";
import { endsNumber, type Part, readDayOfMonth, readMonth, readYear } from "./date-parts.ts";
import { dayPeriod, daysPeriod, monthPeriod, type Period } from "./periods.ts";
import { isGlued, type Reading, wordAt } from "./reading.ts";
import { readRelativeYear } from "./relative-year.ts";
import type { Context } from "./rule.ts";
import { sharedYear } from "./shared-year.ts";

export interface CalendarDate {
  readonly end: number;
  readonly value: string;
  readonly period: Period | undefined;
  readonly basis: "explicit" | "resolved";
  /** Whether a day of the month was given. */
  readonly hasDay: boolean;
}

export function readCalendarDate(
  context: Context,
  at: number,
  weekday?: number,
): CalendarDate | undefined {
  const { reading } = context;
  const month = readMonth(reading, at);
  if (month) return readMonthFirst(context, at, month, weekday);
  const start = wordAt(reading, at).text === "the" ? at + 1 : at;
  const day = readDayOfMonth(reading, start);
  return day && readDayFirst(context, at, day, weekday);
}

function readMonthFirst(
  context: Context,
  at: number,
  month: Part,
  weekday: number | undefined,
): CalendarDate | undefined {
  const { reading } = context;
  const hasThe = wordAt(reading, month.end).text === "the";
  const dayAt = hasThe ? month.end + 1 : month.end;
  const dayWord = wordAt(reading, dayAt);
  const isName = dayWord.digits !== undefined || hasThe || dayWord.capitalized;
  const day = isName ? readDayOfMonth(reading, dayAt) : undefined;
  if (!day || !endsNumber(reading, day.end)) {
    const gap = wordAt(reading, month.end).text;
    const yearAt = gap === "of" || gap === "," ? month.end + 1 : month.end;
    const year = readYear(reading, yearAt);
    // "In March, 2000 soldiers left"
    if (year && gap === "," && isPlainWord(reading, year.end)) return undefined;
    return year && year.end > month.end ? monthDate(month.value, year) : undefined;
  }
  const last = readLastDay(reading, day.end, month.value);
  const end = last?.end ?? day.end;
  const year = readYearAfterDay(reading, end);
  return dayDate(context, { begin: at, end }, month.value, day.value, year, weekday, last);
}

function readDayFirst(
  context: Context,
  at: number,
  day: Part,
  weekday: number | undefined,
): CalendarDate | undefined {
  const { reading } = context;
  let last: Part | undefined;
  let next = day.end;
  if (isDash(reading, next)) {
    last = readDayOfMonth(reading, next + 1);
    if (!last) return undefined;
    next = last.end;
  }
  if (wordAt(reading, next).text === "of") next++;
  else if (wordAt(reading, day.end - 1).digits === undefined && !isGlued(reading, day.end - 1)) {
    return undefined; // "the first March on the capital"
  }
  const month = readMonth(reading, next);
  if (!month || isGluedMark(reading, month.end)) return undefined;
  const year = readYearAfterDay(reading, month.end);
  const lastDay = last && { end: month.end, month: month.value, day: last.value };
  const span = { begin: at, end: month.end };
  return dayDate(context, span, month.value, day.value, year, weekday, lastDay);
}

function dayDate(
  context: Context,
  span: { readonly begin: number; readonly end: number },
  month: number,
  day: number,
  givenYear: Part | undefined,
  weekday: number | undefined,
  last: { readonly month: number; readonly day: number } | undefined,
): CalendarDate | undefined {
  const written = givenYear?.value ?? sharedYear(context.reading, span.end, month);
  const relative = givenYear ? undefined : readRelativeYear(context, span.end);
  const year =
    written ??
    relative?.value ??
    namedYear(context, span.end, month, day) ??
    chooseYear(context, span, month, day, weekday);
  const end = (givenYear ?? relative)?.end ?? span.end;
  const basis = written === undefined ? "resolved" : "explicit";
  if (year === undefined) {
    if (!isCalendarDay(2000, month, day)) return undefined;
    const value = `XXXX-${pad(month, 2)}-${pad(day, 2)}`;
    return { end, value, period: undefined, basis, hasDay: true };
  }
  if (!isCalendarDay(year, month, day)) return undefined;
  const period = periodOf(year, month, day, last);
  return { end, value: period.value, period, basis, hasDay: true };
}

/** "The Sept. 11 attacks". */
function namedYear(
  { reading }: Context,
  at: number,
  month: number,
  day: number,
): number | undefined {
  const { namedDays } = wordAt(reading, at);
  return namedDays?.find((named) => named.month === month && named.day === day)?.year;
}

function periodOf(
  year: number,
  month: number,
  day: number,
  last: { readonly month: number; readonly day: number } | undefined,
): Period {
  const from = toDayNumber(year, month, day);
  if (!last) return dayPeriod(from);
  const lastYear = last.month < month ? year + 1 : year;
  if (!isCalendarDay(lastYear, last.month, last.day)) return dayPeriod(from);
  const to = toDayNumber(lastYear, last.month, last.day);
  return to > from ? daysPeriod(from, to) : dayPeriod(from);
}

function monthDate(month: number, year: Part): CalendarDate {
  const period = monthPeriod(year.value, month);
  return { end: year.end, value: period.value, period, basis: "explicit", hasDay: false };
}

/** The end of `March 3-5` or `March 30-April 2`. */
function readLastDay(
  reading: Reading,
  at: number,
  month: number,
): { end: number; month: number; day: number } | undefined {
  if (!isDash(reading, at)) return undefined;
  const otherMonth = readMonth(reading, at + 1);
  const day = readDayOfMonth(reading, otherMonth?.end ?? at + 1);
  if (!day || !endsNumber(reading, day.end)) return undefined;
  return { end: day.end, month: otherMonth?.value ?? month, day: day.value };
}

function readYearAfterDay(reading: Reading, at: number): Part | undefined {
  const gap = wordAt(reading, at).text;
  return readYear(reading, gap === "," || gap === "of" ? at + 1 : at);
}

function isDash(reading: Reading, at: number): boolean {
  return wordAt(reading, at).text === "-";
}

function isPlainWord(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return word.text === "" && !word.capitalized;
}

function isGluedMark(reading: Reading, at: number): boolean {
  return wordAt(reading, at).text === "-" && isGlued(reading, at) && isGlued(reading, at + 1);
}
