/**
 * A day of the week, alone or with its date: `Friday`, `Friday night`, `Friday, March 3`, `Friday (Dec 30)`,
 * `Friday of last week`, `last Friday`, `the previous Friday`. By the tense of its clause it is the next one or the
 * most recent one, today included.
 */
import { mondayOf } from "../../../text/calendar.ts";
import { readCalendarDate } from "../calendar-dates.ts";
import { withDayPart } from "../day-part.ts";
import { dayPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";
import { lastWeekday, nextWeekday } from "../weekdays.ts";
import type { Word } from "../word.ts";

/** Days that are called after a weekday and are none in particular, by the word before. */
const NAMED = /^(?:Black|Good|Bloody|Super|Palm|Easter|Ruby|Holy|Fat|Ash|Cyber|Giving|Casual)$/;

export const weekday: Rule = {
  name: "weekday",
  startsAt: (word) => word.weekday !== undefined && word.form !== "plural",
  match(context, at) {
    const word = wordAt(context.reading, at);
    return matchPair(context, at, word) ?? matchAlone(context, at, word);
  },
};

/** "Friday, March 3": one date, and the weekday helps to find the year. */
function matchPair(context: Context, at: number, word: Word): Match | undefined {
  const { reading } = context;
  const point = wordAt(reading, at + 1).text === "." && word.form === "short" ? 1 : 0;
  const gap = wordAt(reading, at + 1 + point).text;
  const isOpen = gap === "(";
  const dateAt = at + 1 + point + (gap === "," || isOpen ? 1 : 0);
  const date = readCalendarDate(context, dateAt, word.weekday);
  if (!date?.hasDay) return undefined;
  const isClosed = wordAt(reading, date.end).text === ")";
  if (isOpen && !isClosed) return undefined;
  return {
    begin: at,
    end: isOpen ? date.end + 1 : date.end,
    timex: "DATE",
    value: date.value,
    ...(date.period ? { period: date.period } : {}),
    basis: date.basis,
    rule: "weekday-date",
  };
}

function matchAlone(context: Context, at: number, word: Word): Match | undefined {
  const { reading, anchor } = context;
  if (word.form === "short" || word.weekday === undefined || isName(context, at)) return undefined;
  const end = at + 1;
  if (anchor === undefined) return unresolved(word.weekday, at, end);
  const ofWeek = weekBeside(context, end);
  if (ofWeek) {
    const day = mondayOf(anchor) + 7 * ofWeek.direction + word.weekday - 1;
    return resolved(context, at, ofWeek.end, day);
  }
  const isAhead = clauseTense(reading, at, end) === "future";
  const day = isAhead ? nextWeekday(anchor, word.weekday) : lastWeekday(anchor, word.weekday);
  return resolved(context, at, end, day);
}

function resolved(context: Context, begin: number, end: number, day: number): Match {
  const match: Match = {
    begin,
    end,
    timex: "DATE",
    value: dayPeriod(day).value,
    period: dayPeriod(day),
    basis: "resolved",
    rule: weekday.name,
  };
  return withDayPart(context, match);
}

function unresolved(number: number, begin: number, end: number): Match {
  const value = `XXXX-WXX-${number}`;
  return { begin, end, timex: "DATE", value, basis: "resolved", rule: weekday.name };
}

/** "of last week", "next week" behind the day. */
function weekBeside(
  { reading }: Context,
  at: number,
): { readonly end: number; readonly direction: number } | undefined {
  const start = wordAt(reading, at).text === "of" ? at + 1 : at;
  const { direction } = wordAt(reading, start);
  if (direction === undefined || wordAt(reading, start + 1).text !== "week") return undefined;
  return { end: start + 2, direction };
}

/** "Black Friday", "the Sunday Times". */
function isName({ reading }: Context, at: number): boolean {
  const before = reading.text.slice(reading.start[at - 1], reading.end[at - 1]);
  if (NAMED.test(before) || wordAt(reading, at - 1).title) return true;
  const next = wordAt(reading, at + 1);
  const isThe = wordAt(reading, at - 1).text === "the";
  return isThe && next.capitalized && next.dayPart === undefined;
}
