/** The day that borrows its month from the other end: "from **3** to 5 March", "between March 3 and **5**". */
import { isCalendarDay, toCalendarDay, toDayNumber } from "../../../text/calendar.ts";
import { readCalendarDate } from "../calendar-dates.ts";
import { readDayOfMonth } from "../date-parts.ts";
import { dayPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

export const rangeDay: Rule = {
  name: "range-day",
  startsAt: () => false,
  startsWithDigits: true,
  match(context, at) {
    return matchFirst(context, at) ?? matchLast(context, at);
  },
};

function matchFirst(context: Context, at: number): Match | undefined {
  const { reading } = context;
  const day = readDayOfMonth(reading, at);
  if (!day || !isJoint(wordAt(reading, day.end).text)) return undefined;
  if (!isCalendarNumber(wordAt(reading, day.end + 1).digits)) return undefined;
  const other = readCalendarDate(context, day.end + 1);
  if (!other?.hasDay || other.period?.from === undefined) return undefined;
  return sameMonth(at, day.end, day.value, other.period.from, other.basis);
}

function matchLast({ reading, previous }: Context, at: number): Match | undefined {
  if (previous?.end !== at - 1 || previous.period?.precision !== "day") return undefined;
  if (!isJoint(wordAt(reading, at - 1).text) || previous.period.from === undefined)
    return undefined;
  const opener = wordAt(reading, previous.begin - 1).text;
  const day = readDayOfMonth(reading, at);
  if (!day || !isCalendarNumber(wordAt(reading, at).digits)) return undefined;
  // "On March 15 and 16, ...", not "on March 15 and 16 ships sailed"
  const next = wordAt(reading, day.end);
  const isOver = !next.preposition && next.text !== "" && !next.unit && !next.number;
  if (opener !== "from" && opener !== "between" && !isOver) return undefined;
  return sameMonth(at, day.end, day.value, previous.period.from, previous.basis);
}

function sameMonth(
  begin: number,
  end: number,
  day: number,
  other: number,
  basis: Match["basis"],
): Match | undefined {
  const { year, month } = toCalendarDay(other);
  if (!isCalendarDay(year, month, day)) return undefined;
  const period = dayPeriod(toDayNumber(year, month, day));
  return { begin, end, timex: "DATE", value: period.value, period, basis, rule: rangeDay.name };
}

function isJoint(text: string): boolean {
  return text === "to" || text === "and" || text === "until" || text === "through" || text === "or";
}

function isCalendarNumber(digits: string | undefined): boolean {
  return digits !== undefined && digits.length <= 2;
}
