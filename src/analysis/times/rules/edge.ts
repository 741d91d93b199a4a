/** `the beginning of the year`, `the end of March`, `the middle of next week`, `the first half of 2022`. */

import { toCalendarDay } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { readCurrentUnit } from "../current-unit.ts";
import { narrow } from "../narrow.ts";
import { halfPeriod, type Period } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

export const edge: Rule = {
  name: "edge",
  startsAt: (word) =>
    word.edge !== undefined ||
    word.text === "the" ||
    word.text === "first" ||
    word.text === "second",
  match(context, at) {
    const { reading } = context;
    let next = wordAt(reading, at).text === "the" ? at + 1 : at;
    if (wordAt(reading, next).text === "very") next++;
    const { edge: portion, number } = wordAt(reading, next);
    if (portion && wordAt(reading, next + 1).text === "of") {
      const whole = readWhole(context, next + 2);
      if (!whole) return undefined;
      return toMatch(at, whole, whole.period && narrow(whole.period, portion));
    }
    const isHalf = number?.kind === "ordinal" && wordAt(reading, next + 1).text === "half";
    if (!isHalf || number.value > 2 || wordAt(reading, next + 2).text !== "of") return undefined;
    const whole = readWhole(context, next + 3);
    if (whole?.period?.precision !== "year") return undefined;
    const { year } = toCalendarDay(whole.period.from!);
    const half = halfPeriod(year, number.value);
    return extended(toMatch(at, whole, half), { value: half.value });
  },
};

function toMatch(begin: number, whole: Match, period: Period | undefined): Match {
  return extended(whole, { begin, ...(period ? { period } : {}), rule: edge.name });
}

/** A period, or "the year" for the current one. */
function readWhole(context: Context, at: number): Match | undefined {
  const inner = context.inner(at);
  if (inner) return inner.timex === "DATE" && inner.period?.precision !== "day" ? inner : undefined;
  const whole = readCurrentUnit(context, at);
  if (!whole || whole.period.precision === "day") return undefined;
  return {
    begin: at,
    end: whole.end,
    timex: "DATE",
    value: whole.period.value,
    period: whole.period,
    basis: "resolved",
    rule: edge.name,
  };
}
