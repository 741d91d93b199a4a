/** A length counted from a day: `two years ago`, `three days later`, `a month earlier`, `two weeks from now`. */
import { extended } from "../../../text/extended.ts";
import { isLength } from "../length-sense.ts";
import { readLength } from "../lengths.ts";
import { skipApproximation } from "../opening.ts";
import { type Period, shiftedPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { opensLength } from "./duration.ts";

const LARGEST = 5000;
const MONTHS: Readonly<Record<string, number>> = { Y: 12, DE: 120 };

export const ago: Rule = {
  name: "ago",
  startsAt: opensLength,
  startsWithDigits: true,
  match({ reading, anchor, focus }, at) {
    const lengthAt = skipApproximation(reading, at);
    const length = readLength(reading, lengthAt);
    if (!length || length.hyphenated || length.unit.clock) return undefined;
    const { text } = wordAt(reading, length.end);
    const isFromNow = text === "from" && wordAt(reading, length.end + 1).text === "now";
    const isFromAnchor = text === "ago" || isFromNow;
    if (!isFromAnchor && text !== "later" && text !== "earlier") return undefined;
    if (!isLength(reading, at, lengthAt, length)) return undefined;

    const sign = text === "ago" || text === "earlier" ? -1 : 1;
    const base = { begin: at, end: length.end + (isFromNow ? 2 : 1), timex: "DATE" } as const;
    const vague = extended(base, {
      value: sign < 0 ? "PAST_REF" : "FUTURE_REF",
      basis: "resolved",
      rule: this.name,
    });
    const start = isFromAnchor ? anchor : (focus?.from ?? anchor);
    if (length.amount === undefined || start === undefined) return vague;
    const period = shift(start, length.unit.code, sign * length.amount);
    if (!period) return vague;
    // Without a date before it, what "later" counts from is a guess.
    const isCertain = isFromAnchor || focus !== undefined;
    const match = extended(base, { value: period.value, basis: "resolved", rule: this.name });
    return isCertain ? extended(match, { period }) : match;
  },
};

function shift(day: number, code: string, count: number): Period | undefined {
  if (Math.abs(count) > LARGEST) return undefined;
  if (Number.isInteger(count)) return shiftedPeriod(day, code, count);
  const months = count * (MONTHS[code] ?? Number.NaN);
  return Number.isInteger(months) ? shiftedPeriod(day, "M", months) : undefined;
}
