/** `the beginning of the year`, `the end of March`, `the middle of next week`, `the first half of 2022`. */
import { toCalendarDay } from "../../../text/calendar.ts";
import { narrow } from "../narrow.ts";
import { halfPeriod, type Period, shiftedPeriod } from "../periods.ts";
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
    return { ...toMatch(at, whole, half), value: half.value };
  },
};

function toMatch(begin: number, whole: Match, period: Period | undefined): Match {
  return { ...whole, begin, ...(period ? { period } : {}), rule: edge.name };
}

/** A period, or "the year" for the current one. */
function readWhole(context: Context, at: number): Match | undefined {
  const { reading, anchor } = context;
  const inner = context.inner(at);
  if (inner) return inner.timex === "DATE" && inner.period?.precision !== "day" ? inner : undefined;
  const kind = wordAt(reading, at + 1).text;
  const unitAt = kind === "fiscal" || kind === "financial" || kind === "academic" ? at + 2 : at + 1;
  const { unit } = wordAt(reading, unitAt);
  if (wordAt(reading, at).text !== "the" || unit?.number !== "one" || unit.clock) return undefined;
  if (unit.code === "D" || unit.code === "NI" || anchor === undefined) return undefined;
  const period = shiftedPeriod(anchor, unit.code, 0);
  if (!period) return undefined;
  return {
    begin: at,
    end: unitAt + 1,
    timex: "DATE",
    value: period.value,
    period,
    basis: "resolved",
    rule: edge.name,
  };
}
