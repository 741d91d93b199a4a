/** Early, mid and late: a third of the period, in the units that people count it in. The value stays the same. */
import { addMonths, type DayNumber } from "../../text/calendar.ts";
import type { Period } from "./periods.ts";
import type { Portion } from "./word.ts";

/** Years of a decade and months of a year that belong to each third. */
const DECADE_YEARS = { START: [0, 4], MID: [3, 7], END: [6, 10] } as const;
const YEAR_MONTHS = { START: [0, 4], MID: [4, 8], END: [8, 12] } as const;

export function narrow(period: Period, portion: Portion): Period {
  const { from, to } = period;
  if (from === undefined || to === undefined || period.precision === "day") return period;
  if (period.precision === "decade") {
    const [first, last] = DECADE_YEARS[portion];
    return between(period, addMonths(from, 12 * first), addMonths(from, 12 * last) - 1);
  }
  if (period.precision === "year") {
    const [first, last] = YEAR_MONTHS[portion];
    return between(period, addMonths(from, first), addMonths(from, last) - 1);
  }
  const third = Math.ceil((to - from + 1) / 3);
  if (portion === "START") return between(period, from, from + third - 1);
  if (portion === "END") return between(period, to - third + 1, to);
  return between(period, from + third, to - third);
}

/** What is left of the period after the day, or what has passed of it. */
export function untilDay(period: Period, day: DayNumber): Period {
  return covers(period, day) ? { ...period, to: day } : period;
}

export function fromDay(period: Period, day: DayNumber): Period {
  return covers(period, day) ? { ...period, from: day } : period;
}

function covers({ from, to }: Period, day: DayNumber): boolean {
  return from !== undefined && to !== undefined && from <= day && day <= to;
}

function between(period: Period, from: DayNumber, to: DayNumber): Period {
  return to < from ? period : { ...period, from, to };
}
