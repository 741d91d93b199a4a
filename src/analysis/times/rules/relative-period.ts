/** `last week`, `this month`, `the previous quarter`, `the same year`, `next weekend`, `the following day`. */

import type { DayNumber } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { type Direction, readDirection, vagueValue } from "../directions.ts";
import { fromDay, untilDay } from "../narrow.ts";
import { type Period, shiftedPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";
import { prefixed, readYearKind } from "../year-kinds.ts";

export const relativePeriod: Rule = {
  name: "relative-period",
  startsAt: (word) => word.direction !== undefined || word.text === "the" || word.text === "that",
  match(context, at) {
    const { reading } = context;
    const direction = readDirection(reading, at);
    if (!direction) return undefined;
    const { end: unitAt, prefix } = readYearKind(reading, direction.end);
    const { unit } = wordAt(reading, unitAt);
    if (unit?.number !== "one" || unit.clock || unit.code === "NI") return undefined;
    // "This day" and "last day" are no dates, "the next day" is.
    if (unit.code === "D" && !direction.anaphoric) return undefined;
    const end = unitAt + 1;
    const base = { begin: at, end, timex: "DATE", basis: "resolved", rule: this.name } as const;
    const start = startOf(context, direction);
    if (start === undefined) {
      const isLost = direction.anaphoric && direction.direction === 0;
      return isLost ? undefined : extended(base, { value: vagueValue(direction.direction) });
    }
    const shifted = shiftedPeriod(start, unit.code, direction.direction);
    if (!shifted) return undefined;
    const whole = prefixed(shifted, prefix);
    const isThis = direction.direction === 0 && !direction.anaphoric;
    const period = isThis ? capByTense(context, whole, at, end) : whole;
    return extended(base, { value: period.value, period });
  },
};

/** The day that is counted from: "the same week" needs a date before it. */
export function startOf(
  { anchor, focus }: Context,
  { anaphoric, direction }: Direction,
): DayNumber | undefined {
  if (!anaphoric) return anchor;
  return direction === 0 ? focus?.from : (focus?.from ?? anchor);
}

/** "This month" in a past clause ends on the day of the article, in a future clause it begins there. */
function capByTense(
  { reading, anchor }: Context,
  period: Period,
  begin: number,
  end: number,
): Period {
  if (anchor === undefined) return period;
  const tense = clauseTense(reading, begin, end);
  if (tense === "past") return untilDay(period, anchor);
  return tense === "future" ? fromDay(period, anchor) : period;
}
