/** A day of the month by its number alone: "on the 15th". */
import { isCalendarDay, toCalendarDay, toDayNumber } from "../../../text/calendar.ts";
import { readDayOfMonth } from "../date-parts.ts";
import { dayPeriod } from "../periods.ts";
import { isGlued, wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";

const BEFORE = new Set(["on", "by", "since", "until", "till"]);

export const bareDay: Rule = {
  name: "bare-day",
  startsAt: (word) => word.text === "the",
  match({ reading, anchor }, at) {
    if (!BEFORE.has(wordAt(reading, at - 1).text) || anchor === undefined) return undefined;
    const isOrdinal = wordAt(reading, at + 1).digits !== undefined && isGlued(reading, at + 2);
    const day = isOrdinal ? readDayOfMonth(reading, at + 1) : undefined;
    if (day?.end !== at + 3) return undefined;
    const next = wordAt(reading, day.end);
    if (next.text === "" || next.unit || next.text === "-" || next.text === "of") return undefined;
    const tense = clauseTense(reading, at, day.end);
    const found = nearest(anchor, day.value, tense === "past" ? -1 : tense === "future" ? 1 : 0);
    if (found === undefined) return undefined;
    const period = dayPeriod(found);
    return {
      begin: at,
      end: day.end,
      timex: "DATE",
      value: period.value,
      period,
      basis: "resolved",
      rule: this.name,
    };
  },
};

/** The day of last, this or next month that is nearest, and on the side that the tense asks for. */
function nearest(anchor: number, day: number, side: number): number | undefined {
  const { year, month } = toCalendarDay(anchor);
  let best: number | undefined;
  for (let shift = -1; shift <= 1; shift++) {
    const count = year * 12 + month - 1 + shift;
    const candidateYear = Math.floor(count / 12);
    const candidateMonth = (count % 12) + 1;
    if (!isCalendarDay(candidateYear, candidateMonth, day)) continue;
    const found = toDayNumber(candidateYear, candidateMonth, day);
    if ((found - anchor) * side < 0) continue;
    if (best === undefined || Math.abs(found - anchor) < Math.abs(best - anchor)) best = found;
  }
  return best;
}
