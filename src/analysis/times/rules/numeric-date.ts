/**
 * Dates in digits: `2022-12-30`, `30.12.2022`, `7/8/07`. Where day and month could change places, the reading nearest
 * to the article counts.
 */
import { isCalendarDay, toDayNumber } from "../../../text/calendar.ts";
import { dayPeriod } from "../periods.ts";
import { isGlued, type Reading, wordAt } from "../reading.ts";
import type { Context, Rule } from "../rule.ts";

export const numericDate: Rule = {
  name: "numeric-date",
  startsAt: () => false,
  startsWithDigits: true,
  match(context, at) {
    const parts = readParts(context.reading, at);
    if (!parts) return undefined;
    const day = toDay(context, parts);
    if (day === undefined) return undefined;
    const period = dayPeriod(day);
    return {
      begin: at,
      end: at + 5,
      timex: "DATE",
      value: period.value,
      period,
      basis: "explicit",
      rule: this.name,
    };
  },
};

interface Parts {
  readonly mark: string;
  readonly digits: readonly [string, string, string];
}

/** Three glued numbers with the same mark between them, and no fourth. */
function readParts(reading: Reading, at: number): Parts | undefined {
  const mark = wordAt(reading, at + 1).text;
  if (mark !== "-" && mark !== "/" && mark !== ".") return undefined;
  if (wordAt(reading, at + 3).text !== mark) return undefined;
  const glued = isGlued(reading, at + 1);
  if (!glued && mark !== "/") return undefined;
  for (let i = 2; i <= 4; i++) if (isGlued(reading, at + i) !== glued) return undefined;
  if (isGlued(reading, at) && wordAt(reading, at - 1).text !== "(") return undefined;
  const first = wordAt(reading, at).digits;
  const second = wordAt(reading, at + 2).digits;
  const third = wordAt(reading, at + 4).digits;
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const continues = isGlued(reading, at + 5) && wordAt(reading, at + 5).text === mark;
  if (continues && isGlued(reading, at + 6) && wordAt(reading, at + 6).digits !== undefined)
    return undefined;
  return { mark, digits: [first, second, third] };
}

function toDay({ anchor }: Context, { mark, digits }: Parts): number | undefined {
  const [first, second, third] = digits;
  if (first.length === 4) return dayOf(Number(first), Number(second), Number(third));
  const isShort = third.length === 2 && mark === "/";
  if (third.length !== 4 && !isShort) return undefined;
  if (mark === "-" && third.length !== 4) return undefined;
  const year = isShort ? Number(third) + (Number(third) < 40 ? 2000 : 1900) : Number(third);
  const dayFirst = dayOf(year, Number(second), Number(first));
  const monthFirst = mark === "." ? undefined : dayOf(year, Number(first), Number(second));
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  if (anchor === undefined) return undefined;
  return Math.abs(dayFirst - anchor) < Math.abs(monthFirst - anchor) ? dayFirst : monthFirst;
}

function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1000 || year > 2200) return undefined;
  return isCalendarDay(year, month, day) ? toDayNumber(year, month, day) : undefined;
}
