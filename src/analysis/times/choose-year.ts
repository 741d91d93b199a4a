/**
 * The year of a date that is given without one: the nearest (94 % of 163 such dates in four annotated corpora; the
 * most recent 61 %), but what a past clause or *since* tells of lies behind. One day of grace, for articles that
 * were published west of where they were written.
 */
import { isCalendarDay, toCalendarDay, toDayNumber, weekdayOf } from "../../text/calendar.ts";
import { wordAt } from "./reading.ts";
import type { Context } from "./rule.ts";
import { clauseTense, type Tense } from "./tense.ts";

const GRACE_DAYS = 1;
/** "Till Christmas" is the next one. */
const UPPER = new Set(["until", "till", "by"]);
const SINCE_WORDS = 14;
/** A year in which the day is another weekday than the one named is hardly meant. */
const OTHER_WEEKDAY_DAYS = 700;
/** How much nearer a date behind must be, to be meant where the clause looks ahead. */
const FUTURE_DAYS = 200;

/** Year of the month, or of the day in it; with a weekday the years where it falls on that day come first. */
export function chooseYear(
  context: Context,
  span: { readonly begin: number; readonly end: number },
  month: number,
  day?: number,
  weekday?: number,
): number | undefined {
  const { anchor } = context;
  if (anchor === undefined) return undefined;
  const anchorYear = toCalendarDay(anchor).year;
  const tense = tenseAt(context, span);
  const monthStart = anchor - (day === undefined ? 31 : 0);
  let best: number | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let year = anchorYear - 1; year <= anchorYear + 1; year++) {
    if (!isCalendarDay(year, month, day ?? 1)) continue;
    const first = toDayNumber(year, month, day ?? 1);
    const middle = day === undefined ? first + 14 : first;
    let cost = Math.abs(middle - anchor);
    if (tense === "past" && first > anchor + GRACE_DAYS) cost += 1000;
    if (tense === "future" && first < monthStart) cost += FUTURE_DAYS;
    if (weekday !== undefined && weekdayOf(first) !== weekday) cost += OTHER_WEEKDAY_DAYS;
    if (cost < bestCost) {
      bestCost = cost;
      best = year;
    }
  }
  return best;
}

function tenseAt(
  context: Context,
  { begin, end }: { readonly begin: number; readonly end: number },
): Tense | undefined {
  if (hasSince(context, begin)) return "past";
  const tense = clauseTense(context.reading, begin, end);
  if (!UPPER.has(wordAt(context.reading, begin - 1).text)) return tense;
  return tense === "past" ? undefined : "future";
}

/** *since*, not too far to the left in the same clause. */
function hasSince({ reading }: Context, at: number): boolean {
  for (let i = at - 1; i >= at - SINCE_WORDS; i--) {
    const { text } = wordAt(reading, i);
    if (text === "since") return true;
    if (text === "\n" || text === "," || text === ";" || text === ".") return false;
  }
  return false;
}
