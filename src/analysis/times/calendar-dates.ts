/** Reads dates with the name of a month: `March 3, 2023`, `3rd of March`, `Dec. 30`, `March 3-5`, `September 2006`. */
import { isCalendarDay, pad, toDayNumber } from "../../text/calendar.ts";
import { chooseYear } from "./choose-year.ts";
import { dayPeriod, daysPeriod, monthPeriod, type Period } from "./periods.ts";
import { isGlued, type Reading, wordAt } from "./reading.ts";
import type { Context } from "./rule.ts";

export interface CalendarDate {
  readonly end: number;
  readonly value: string;
  readonly period: Period | undefined;
  readonly basis: "explicit" | "resolved";
  /** Whether a day of the month was given. */
  readonly hasDay: boolean;
}

interface Part {
  readonly end: number;
  readonly value: number;
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
  if (!day || !isFreeDay(reading, day.end)) {
    const gap = wordAt(reading, month.end).text;
    const yearAt = gap === "of" || gap === "," ? month.end + 1 : month.end;
    const year = readYear(reading, yearAt);
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
  const year = givenYear?.value ?? chooseYear(context, span, month, day, weekday);
  const end = givenYear?.end ?? span.end;
  const basis = givenYear ? "explicit" : "resolved";
  if (year === undefined) {
    if (!isCalendarDay(2000, month, day)) return undefined;
    const value = `XXXX-${pad(month, 2)}-${pad(day, 2)}`;
    return { end, value, period: undefined, basis, hasDay: true };
  }
  if (!isCalendarDay(year, month, day)) return undefined;
  const period = periodOf(year, month, day, last);
  return { end, value: period.value, period, basis, hasDay: true };
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
  if (!day || !isFreeDay(reading, day.end)) return undefined;
  return { end: day.end, month: otherMonth?.value ?? month, day: day.value };
}

/** The name of a month, with the point of a short form. */
export function readMonth(reading: Reading, at: number): Part | undefined {
  const word = wordAt(reading, at);
  if (word.month === undefined) return undefined;
  const isPoint = wordAt(reading, at + 1).text === "." && isGlued(reading, at + 1);
  const takesPoint =
    isPoint && (word.form === "short" || wordAt(reading, at + 2).digits !== undefined);
  return { end: takesPoint ? at + 2 : at + 1, value: word.month };
}

/** `5`, `5th`, `fifth`; not `5.5`, `5-year`, `5,000`, `5%`. */
export function readDayOfMonth(reading: Reading, at: number): Part | undefined {
  const word = wordAt(reading, at);
  if (word.digits !== undefined) {
    const value = Number(word.digits);
    if (word.digits.length > 2 || value < 1 || value > 31) return undefined;
    const suffix = wordAt(reading, at + 1).text;
    const isOrdinal =
      isGlued(reading, at + 1) &&
      (suffix === "th" || suffix === "st" || suffix === "nd" || suffix === "rd");
    return { end: isOrdinal ? at + 2 : at + 1, value };
  }
  if (word.number?.kind === "ordinal") return { end: at + 1, value: word.number.value };
  if (word.number?.kind === "ten" && word.number.value < 40) {
    const ordinal = wordAt(reading, at + 2).number;
    if (wordAt(reading, at + 1).text === "-" && ordinal?.kind === "ordinal") {
      return { end: at + 3, value: word.number.value + ordinal.value };
    }
  }
  return undefined;
}

/** `2023`, `'23`. */
export function readYear(reading: Reading, at: number): Part | undefined {
  const word = wordAt(reading, at);
  if (word.digits !== undefined) {
    const value = Number(word.digits);
    const fits = word.digits.length === 4 && value >= 1000 && value < 2200;
    return fits && isFreeDay(reading, at + 1) ? { end: at + 1, value } : undefined;
  }
  if (word.text !== "'" || !isGlued(reading, at + 1)) return undefined;
  const short = wordAt(reading, at + 1).digits;
  if (short?.length !== 2) return undefined;
  const value = Number(short);
  return { end: at + 2, value: value + (value < 40 ? 2000 : 1900) };
}

function readYearAfterDay(reading: Reading, at: number): Part | undefined {
  const gap = wordAt(reading, at).text;
  return readYear(reading, gap === "," || gap === "of" ? at + 1 : at);
}

function isDash(reading: Reading, at: number): boolean {
  return wordAt(reading, at).text === "-";
}

/** The number ends here: no decimals, thousands, per cent, `:` or hyphenated unit behind it. */
function isFreeDay(reading: Reading, at: number): boolean {
  if (!isGlued(reading, at)) return true;
  const { text } = wordAt(reading, at);
  if (text === "%" || text === "$" || text === "/") return false;
  const next = wordAt(reading, at + 1);
  if (!isGlued(reading, at + 1)) return true;
  if (text === "," || text === "." || text === ":") return next.digits === undefined;
  return text !== "-" || next.digits !== undefined || next.month !== undefined;
}

function isGluedMark(reading: Reading, at: number): boolean {
  return wordAt(reading, at).text === "-" && isGlued(reading, at) && isGlued(reading, at + 1);
}
