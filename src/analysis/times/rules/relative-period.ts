/**
 * `last week`, `this month`, `next spring`, `last March`, `this Friday`, `last night`, `the previous quarter`,
 * `the same year`. *Previous* and *following* count from the last date that was named, the others from the article.
 */
import { toCalendarDay } from "../../../text/calendar.ts";
import { withDayPart, withTime } from "../day-part.ts";
import { fromDay, untilDay } from "../narrow.ts";
import {
  dayPeriod,
  monthPeriod,
  type Period,
  seasonPeriod,
  shiftedPeriod,
  weekendPeriod,
} from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";
import type { Word } from "../vocabulary.ts";
import { directedWeekday } from "./weekday.ts";

/** Words that look back to a date in the text. */
const ANAPHORIC = new Set(["previous", "preceding", "prior", "following", "same", "that"]);

interface Direction {
  /** Where the period itself begins. */
  readonly end: number;
  readonly direction: -1 | 0 | 1;
  readonly anaphoric: boolean;
  readonly hasThe: boolean;
}

export const relativePeriod: Rule = {
  name: "relative-period",
  startsAt: (word) =>
    word.direction !== undefined ||
    word.text === "the" ||
    word.text === "that" ||
    word.text === "same",
  match(context, at) {
    const direction = readDirection(context, at);
    if (!direction) return undefined;
    const found = readPeriod(context, at, direction);
    if (!found) return undefined;
    const { period, end } = found;
    const base = { begin: at, timex: "DATE", basis: "resolved", rule: this.name } as const;
    if (!period) return { ...base, end, value: vagueValue(direction.direction) };
    const match: Match = { ...base, end, value: period.value, period };
    const { dayPart } = wordAt(context.reading, end - 1);
    if (dayPart) return withTime({ ...match, end: end - 1 }, end, dayPart.code);
    return period.precision === "day" && !period.value.endsWith("WE")
      ? withDayPart(context, match)
      : match;
  },
};

function readDirection({ reading }: Context, at: number): Direction | undefined {
  const hasThe = wordAt(reading, at).text === "the";
  let next = hasThe ? at + 1 : at;
  const word = wordAt(reading, next);
  if (word.text === "same" && !hasThe) return undefined;
  if (word.text === "that" || word.text === "same") {
    return { end: next + 1, direction: 0, anaphoric: true, hasThe };
  }
  if (word.direction === undefined) return undefined;
  next++;
  const second = wordAt(reading, next);
  if (word.text === "this" && (second.text === "past" || second.text === "coming")) {
    return { end: next + 1, direction: second.direction!, anaphoric: false, hasThe };
  }
  return { end: next, direction: word.direction, anaphoric: ANAPHORIC.has(word.text), hasThe };
}

function readPeriod(
  context: Context,
  at: number,
  direction: Direction,
): { readonly end: number; readonly period: Period | undefined } | undefined {
  const { reading } = context;
  let next = direction.end;
  const kind = wordAt(reading, next).text;
  if (kind === "fiscal" || kind === "financial" || kind === "calendar" || kind === "academic")
    next++;
  const word = wordAt(reading, next);
  const end = next + 1;
  const { unit } = word;
  if (unit) {
    if (unit.number !== "one" || unit.clock) return undefined;
    return readUnit(context, direction, unit.code, { begin: at, end });
  }
  if (direction.anaphoric && word.dayPart === undefined && word.weekday === undefined)
    return undefined;
  const period = namedPeriod(context, direction, word, { begin: at, end });
  return period === null ? undefined : { end, period };
}

function readUnit(
  context: Context,
  { direction, anaphoric, hasThe }: Direction,
  code: string,
  span: { readonly begin: number; readonly end: number },
): { readonly end: number; readonly period: Period | undefined } | undefined {
  const { reading, anchor, focus } = context;
  const { text } = wordAt(reading, span.begin + (hasThe ? 1 : 0));
  if (code === "D" && !anaphoric && !(text === "next" && hasThe)) return undefined;
  const usesFocus = anaphoric || (text === "next" && hasThe);
  const from = usesFocus ? (focus?.from ?? anchor) : anchor;
  if (usesFocus && direction === 0 && focus === undefined) return undefined;
  if (from === undefined) return { end: span.end, period: undefined };
  if (code === "NI") {
    return { end: span.end, period: dayPeriod(from + direction) };
  }
  const whole =
    code === "WE" ? weekendPeriod(from + 7 * direction) : shiftedPeriod(from, code, direction);
  if (!whole) return undefined;
  const isThis = direction === 0 && !anaphoric;
  return { end: span.end, period: isThis ? capByTense(context, whole, span) : whole };
}

/** "This month" in a past clause ends on the day of the article, in a future clause it begins there. */
function capByTense(
  { reading, anchor }: Context,
  period: Period,
  span: { readonly begin: number; readonly end: number },
): Period {
  if (anchor === undefined) return period;
  const tense = clauseTense(reading, span.begin, span.end);
  if (tense === "past") return untilDay(period, anchor);
  return tense === "future" ? fromDay(period, anchor) : period;
}

/** `null` where the word names no period; `undefined` where it cannot be resolved. */
function namedPeriod(
  context: Context,
  { direction, anaphoric }: Direction,
  word: Word,
  span: { readonly begin: number; readonly end: number },
): Period | undefined | null {
  const { reading, focus } = context;
  const anchor = anaphoric ? (focus?.from ?? context.anchor) : context.anchor;
  const isKnown =
    (word.weekday !== undefined && word.form === undefined) ||
    word.month !== undefined ||
    word.season !== undefined ||
    word.dayPart?.kind === "part";
  if (!isKnown) return null;
  if (anchor === undefined) return undefined;
  if (word.weekday !== undefined) {
    const isPast = clauseTense(reading, span.begin, span.end) === "past";
    return dayPeriod(directedWeekday(anchor, word.weekday, direction, isPast));
  }
  if (word.dayPart) return dayPeriod(anchor + direction);
  const { year, month } = toCalendarDay(anchor);
  if (word.month !== undefined) {
    const shift = monthShift(word.month, month, direction);
    return monthPeriod(year + shift, word.month);
  }
  return directedSeason(anchor, word, direction);
}

function monthShift(month: number, current: number, direction: number): number {
  if (direction < 0) return month < current ? 0 : -1;
  if (direction > 0) return month > current ? 0 : 1;
  return 0;
}

/** The last season that is over, the one of this year, the next that has not begun. */
function directedSeason(anchor: number, { season }: Word, direction: number): Period | undefined {
  if (!season) return undefined;
  const { year, month } = toCalendarDay(anchor);
  const at = (shift: number): Period => seasonPeriod(year + shift, season.code, season.month);
  if (direction === 0) return at(season.month === 12 && month <= 2 ? -1 : 0);
  for (const shift of direction < 0 ? [0, -1, -2] : [0, 1]) {
    const period = at(shift);
    if (direction < 0 ? period.to! < anchor : period.from! > anchor) return period;
  }
  return undefined;
}

function vagueValue(direction: number): string {
  return direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF";
}
