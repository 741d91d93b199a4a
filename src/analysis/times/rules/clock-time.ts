/**
 * A time of day, with the day beside it where there is one: `8 p.m. Friday`, `at 18:00 UTC`, `noon on March 3`. The
 * day is otherwise the last that was named, or that of the article.
 */

import { toIsoDate } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { type Clock, readClock } from "../clock.ts";
import { withTime } from "../day-part.ts";
import { dayPeriod, type Period } from "../periods.ts";
import { type Reading, wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

/** Words before digits like `10:30` that make them a time and not a score. */
const BEFORE_TIME = new Set([
  "at",
  "by",
  "until",
  "till",
  "from",
  "since",
  "before",
  "after",
  "around",
  "about",
  "to",
  "between",
  ",",
]);

export const clockTime: Rule = {
  name: "clock-time",
  startsAt: (word) =>
    word.dayPart?.kind === "hour" || (word.number?.kind === "unit" && word.number.value <= 12),
  startsWithDigits: true,
  match(context, at) {
    const { reading } = context;
    const clock = readClock(reading, at);
    if (!clock) return undefined;
    const clockEnd = skipSecondClock(reading, clock.end);
    const day = dayBeside(context, clockEnd);
    if (clock.bare && !day && !BEFORE_TIME.has(wordAt(reading, at - 1).text)) return undefined;
    if (day?.isJoined && clockEnd === clock.end)
      return extended(withTime(day.match, day.match.end, clock.value), {
        begin: at,
        rule: this.name,
      });
    const period = day?.match.period ?? dayBefore(context);
    return toMatch(at, clock, period);
  },
};

/** "Between 2 a.m. and 4 a.m. on Thursday". */
function skipSecondClock(reading: Reading, at: number): number {
  const { text } = wordAt(reading, at);
  if (text !== "and" && text !== "to" && text !== "-") return at;
  return readClock(reading, at + 1)?.end ?? at;
}

function toMatch(begin: number, { end, value }: Clock, day: Period | undefined): Match {
  const match = { begin, end, timex: "TIME", rule: clockTime.name } as const;
  if (day?.from === undefined)
    return extended(match, { value: `XXXX-XX-XXT${value}`, basis: "explicit" });
  const whole = `${toIsoDate(day.from)}T${value}`;
  const period: Period = { value: whole, from: day.from, to: day.from, precision: "time" };
  return extended(match, { value: whole, period, basis: "resolved" });
}

/** "8 p.m. Friday" is one expression, "8 p.m. on Friday" two. */
function dayBeside(
  context: Context,
  at: number,
): { readonly match: Match; readonly isJoined: boolean } | undefined {
  const { text } = wordAt(context.reading, at);
  const gap = text === "on" || text === "," ? 1 : 0;
  const match = context.inner(at + gap);
  if (match?.timex !== "DATE" || match.period?.precision !== "day") return undefined;
  return { match, isJoined: gap === 0 };
}

function dayBefore({ focus, previous, anchor }: Context): Period | undefined {
  const near = previous?.period ?? focus;
  if (near && (near.precision === "day" || near.precision === "time") && near.from === near.to)
    return near;
  return anchor === undefined ? undefined : dayPeriod(anchor);
}
