/** Periods of the calendar, each with its TIMEX3 value (TimeML 1.2.1) and its first and last day. */
import type { TimePrecision } from "../../model.ts";
import {
  addMonths,
  type DayNumber,
  daysInMonth,
  isoWeekOf,
  mondayOf,
  pad,
  toCalendarDay,
  toDayNumber,
  toIsoDate,
} from "../../text/calendar.ts";

export interface Period {
  readonly value: string;
  readonly from?: DayNumber;
  readonly to?: DayNumber;
  readonly precision: TimePrecision;
}

export function dayPeriod(day: DayNumber): Period {
  return { value: toIsoDate(day), from: day, to: day, precision: "day" };
}

/** Several days; the value names both ends. */
export function daysPeriod(from: DayNumber, to: DayNumber): Period {
  return { value: `${toIsoDate(from)}/${toIsoDate(to)}`, from, to, precision: "day" };
}

/** The ISO week that the day lies in, Monday to Sunday. */
export function weekPeriod(day: DayNumber): Period {
  const monday = mondayOf(day);
  return { value: weekValue(day), from: monday, to: monday + 6, precision: "week" };
}

export function weekendPeriod(day: DayNumber): Period {
  const monday = mondayOf(day);
  return { value: `${weekValue(day)}-WE`, from: monday + 5, to: monday + 6, precision: "day" };
}

/** Months are counted on: month 13 is January of the next year. */
export function monthPeriod(year: number, month: number): Period {
  const { year: realYear, month: realMonth } = normalizeMonth(year, month);
  const from = toDayNumber(realYear, realMonth, 1);
  return {
    value: `${pad(realYear, 4)}-${pad(realMonth, 2)}`,
    from,
    to: from + daysInMonth(realYear, realMonth) - 1,
    precision: "month",
  };
}

export function quarterPeriod(year: number, quarter: number): Period {
  const realYear = year + Math.floor((quarter - 1) / 4);
  const realQuarter = ((((quarter - 1) % 4) + 4) % 4) + 1;
  const from = toDayNumber(realYear, realQuarter * 3 - 2, 1);
  return {
    value: `${pad(realYear, 4)}-Q${realQuarter}`,
    from,
    to: addMonths(from, 3) - 1,
    precision: "quarter",
  };
}

/** Winter of a year begins in its December. */
export function seasonPeriod(year: number, code: string, firstMonth: number): Period {
  const from = toDayNumber(year, firstMonth, 1);
  return {
    value: `${pad(year, 4)}-${code}`,
    from,
    to: addMonths(from, 3) - 1,
    precision: "season",
  };
}

export function halfPeriod(year: number, half: number): Period {
  const from = toDayNumber(year, half === 1 ? 1 : 7, 1);
  return { value: `${pad(year, 4)}-H${half}`, from, to: addMonths(from, 6) - 1, precision: "year" };
}

export function yearPeriod(year: number): Period {
  return {
    value: pad(year, 4),
    from: toDayNumber(year, 1, 1),
    to: toDayNumber(year, 12, 31),
    precision: "year",
  };
}

export function yearsPeriod(first: number, last: number): Period {
  return {
    value: `${pad(first, 4)}/${pad(last, 4)}`,
    from: toDayNumber(first, 1, 1),
    to: toDayNumber(last, 12, 31),
    precision: "year",
  };
}

/** Of 1990: the value is `199`. */
export function decadePeriod(firstYear: number): Period {
  return {
    value: pad(Math.floor(firstYear / 10), 3),
    from: toDayNumber(firstYear, 1, 1),
    to: toDayNumber(firstYear + 9, 12, 31),
    precision: "decade",
  };
}

/** Of 1900: the value is `19`. */
export function centuryPeriod(firstYear: number): Period {
  return {
    value: pad(Math.floor(firstYear / 100), 2),
    from: toDayNumber(firstYear, 1, 1),
    to: toDayNumber(firstYear + 99, 12, 31),
    precision: "decade",
  };
}

const YEARS: Readonly<Record<string, number>> = { Y: 1, DE: 10, CE: 100 };

/** The day, week, month ... so many units away from the one that the day lies in. */
export function shiftedPeriod(day: DayNumber, unit: string, count: number): Period | undefined {
  const { year, month } = toCalendarDay(day);
  if (unit === "D" || unit === "NI") return dayPeriod(day + count);
  if (unit === "W") return weekPeriod(day + 7 * count);
  if (unit === "2W") return weekPeriod(day + 14 * count);
  if (unit === "WE") return weekendPeriod(day + 7 * count);
  if (unit === "M") return monthPeriod(year, month + count);
  if (unit === "Q") return quarterPeriod(year, Math.ceil(month / 3) + count);
  if (!isInRange(year + count * (YEARS[unit] ?? 1))) return undefined;
  if (unit === "Y") return yearPeriod(year + count);
  if (unit === "DE") return decadePeriod((Math.floor(year / 10) + count) * 10);
  if (unit === "CE") return centuryPeriod((Math.floor(year / 100) + count) * 100);
  return undefined;
}

function isInRange(year: number): boolean {
  return year > 100 && year < 9000;
}

function weekValue(day: DayNumber): string {
  const { year, week } = isoWeekOf(day);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

function normalizeMonth(year: number, month: number): { year: number; month: number } {
  const count = year * 12 + month - 1;
  const realYear = Math.floor(count / 12);
  return { year: realYear, month: count - realYear * 12 + 1 };
}
