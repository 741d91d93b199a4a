/** `the first quarter`, `third quarter of 2022`, `fourth-quarter`, `Q3 2022`. */

import { toCalendarDay } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { readYear } from "../date-parts.ts";
import { type Period, quarterPeriod } from "../periods.ts";
import { isGlued, type Reading, wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";

/** So near to its end a quarter may be told of in the past. */
const NEARLY_DAYS = 31;
/** How far around it the words of a match are looked for. */
const SPORT_WORDS = 25;

export const quarter: Rule = {
  name: "quarter",
  startsAt: (word) =>
    word.text === "the" ||
    (word.number?.kind === "ordinal" && word.number.value <= 4) ||
    word.text === "q",
  match(context, at) {
    const { reading } = context;
    const start = wordAt(reading, at).text === "the" ? at + 1 : at;
    const { text, number, capitalized } = wordAt(reading, start);
    if (text === "q") {
      const digits = wordAt(reading, start + 1).digits ?? "";
      if (!capitalized || !isGlued(reading, start + 1) || !/^[1-4]$/.test(digits)) return undefined;
      return toMatch(context, at, start + 2, Number(digits));
    }
    if (number?.kind !== "ordinal" || number.value > 4) return undefined;
    const gap = wordAt(reading, start + 1).text;
    const unitAt = gap === "-" || gap === "fiscal" || gap === "financial" ? start + 2 : start + 1;
    const { unit } = wordAt(reading, unitAt);
    if (unit?.code !== "Q" || unit.number !== "one") return undefined;
    return toMatch(context, at, unitAt + 1, number.value);
  },
};

function toMatch(
  context: Context,
  begin: number,
  nameEnd: number,
  number: number,
): Match | undefined {
  const { reading } = context;
  const base = { begin, timex: "DATE", rule: quarter.name } as const;
  const gap = wordAt(reading, nameEnd).text;
  const year = readYear(reading, gap === "of" || gap === "," ? nameEnd + 1 : nameEnd);
  if (year) {
    const period = quarterPeriod(year.value, number);
    return extended(base, { end: year.end, value: period.value, period, basis: "explicit" });
  }
  const named = gap === "of" ? context.inner(nameEnd + 1) : undefined;
  if (named?.period?.precision === "year" && named.timex === "DATE") {
    const period = quarterPeriod(toCalendarDay(named.period.from!).year, number);
    return extended(base, { end: named.end, value: period.value, period, basis: "resolved" });
  }
  // "Q3" alone may be a quartile, or a question.
  const isLabel = wordAt(reading, begin).text === "q" && !wordAt(reading, begin - 1).preposition;
  if (isLabel || isSport(reading, begin)) return undefined;
  const period = nearestQuarter(context, number, begin, nameEnd);
  if (!period) return extended(base, { end: nameEnd, value: `XXXX-Q${number}`, basis: "resolved" });
  return extended(base, { end: nameEnd, value: period.value, period, basis: "resolved" });
}

/** A quarter of a match: "a touchdown in the fourth quarter". */
function isSport(reading: Reading, at: number): boolean {
  for (let i = at - SPORT_WORDS; i <= at + SPORT_WORDS; i++) {
    if (wordAt(reading, i).sport) return true;
  }
  return false;
}

/**
 * Results are reported after the quarter: in a past clause it is over, or nearly; otherwise the most recent that has
 * begun, and in a future clause the one that is not over.
 */
function nearestQuarter(
  { anchor, reading }: Context,
  number: number,
  begin: number,
  end: number,
): Period | undefined {
  if (anchor === undefined) return undefined;
  const { year } = toCalendarDay(anchor);
  const tense = clauseTense(reading, begin, end);
  const period = quarterPeriod(year, number);
  if (tense === "future") return period.to! < anchor ? quarterPeriod(year + 1, number) : period;
  const first = tense === "past" ? period.to! - NEARLY_DAYS : period.from!;
  return first > anchor ? quarterPeriod(year - 1, number) : period;
}
