/** `last Friday`, `this Tuesday`, `next March`, `last summer`, `this morning`, `last night`, `that evening`. */

import { type DayNumber, toCalendarDay } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { withDayPart, withTime } from "../day-part.ts";
import { type Direction, readDirection, vagueValue } from "../directions.ts";
import { dayPeriod, monthPeriod, type Period, seasonPeriod } from "../periods.ts";
import { type Reading, wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";
import { directedWeekday } from "../weekdays.ts";
import type { Word } from "../word.ts";
import { startOf } from "./relative-period.ts";

/** Without "the" these are prepositions or adjectives: "following Friday's attack". */
const NEEDS_THE = new Set(["previous", "preceding", "prior", "following", "past", "coming"]);
/** In the first months of a year "this winter" is the one that began the year before. */
const WINTER_MONTHS = 4;

export const relativeName: Rule = {
  name: "relative-name",
  startsAt: (word) => word.direction !== undefined || word.text === "the" || word.text === "that",
  match(context, at) {
    const { reading } = context;
    const direction = readDirection(reading, at);
    if (!direction || (NEEDS_THE.has(direction.text) && !direction.hasThe)) return undefined;
    const word = wordAt(reading, direction.end);
    const isPart = word.dayPart?.kind === "part";
    if (!isPart && (!hasName(word) || direction.text === "that")) return undefined;
    const end = direction.end + 1;
    if (word.month !== undefined && isDated(reading, end)) return undefined;
    const base = { begin: at, end, timex: "DATE", basis: "resolved", rule: this.name } as const;
    const start = startOf(context, direction);
    if (start === undefined) {
      const isLost = direction.anaphoric && direction.direction === 0;
      return isLost ? undefined : extended(base, { value: vagueValue(direction.direction) });
    }
    const period = isPart
      ? dayPeriod(start + direction.direction)
      : namedPeriod(context, direction, word, start, at);
    if (!period) return undefined;
    const match: Match = extended(base, { value: period.value, period });
    if (isPart) return withTime(match, end, word.dayPart.code);
    return word.weekday === undefined ? match : withDayPart(context, match);
  },
};

/** "The upcoming Jan. 9 vote": a date of its own. */
function isDated(reading: Reading, at: number): boolean {
  const gap = wordAt(reading, at).text === "." ? 1 : 0;
  return wordAt(reading, at + gap).digits !== undefined;
}

function hasName(word: Word): boolean {
  return (
    (word.weekday !== undefined && word.form === undefined) ||
    word.month !== undefined ||
    word.season !== undefined
  );
}

function namedPeriod(
  { reading }: Context,
  { direction, end }: Direction,
  word: Word,
  start: DayNumber,
  at: number,
): Period | undefined {
  if (word.weekday !== undefined) {
    const isPast = clauseTense(reading, at, end + 1) === "past";
    return dayPeriod(directedWeekday(start, word.weekday, direction, isPast));
  }
  if (word.month !== undefined) return directedMonth(start, word.month, direction);
  return directedSeason(start, word, direction);
}

function directedMonth(start: DayNumber, month: number, direction: number): Period {
  const { year, month: current } = toCalendarDay(start);
  if (direction < 0) return monthPeriod(month < current ? year : year - 1, month);
  if (direction > 0) return monthPeriod(month > current ? year : year + 1, month);
  return monthPeriod(year, month);
}

/** The last season that is over, the one of this year, the next that has not begun. */
function directedSeason(start: DayNumber, { season }: Word, direction: number): Period | undefined {
  if (!season) return undefined;
  const { year, month } = toCalendarDay(start);
  const inYear = (shift: number): Period => seasonPeriod(year + shift, season.code, season.month);
  if (direction === 0) return inYear(season.month === 12 && month <= WINTER_MONTHS ? -1 : 0);
  const candidates = (direction < 0 ? [0, -1, -2] : [0, 1]).map(inYear);
  return candidates.find(({ from, to }) => (direction < 0 ? to! < start : from! > start));
}
