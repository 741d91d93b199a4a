/** Holidays with a fixed day, from the table: `Christmas`, `New Year's Eve`. */

import { isCalendarDay, pad, toDayNumber } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { chooseYear } from "../choose-year.ts";
import { readYear } from "../date-parts.ts";
import { dayPeriod } from "../periods.ts";
import { readPhrase } from "../phrases.ts";
import { isGlued, type Reading, wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

export const holiday: Rule = {
  name: "holiday",
  startsAt: (word) =>
    word.capitalized && (word.phrases ?? []).some(({ month }) => month !== undefined),
  startsWithDigits: true,
  match(context, at) {
    const { reading } = context;
    const found = readPhrase(reading, at);
    if (found?.phrase.month === undefined || found.phrase.day === undefined) return undefined;
    const { month, day } = found.phrase;
    const isDigits = wordAt(reading, at).digits !== undefined;
    if (isDigits && !standsAlone(reading, at, found.end)) return undefined;
    const given = readYear(reading, found.end);
    const end = given?.end ?? found.end;
    const base = { begin: at, end, timex: "DATE", rule: this.name } as const;
    const next = wordAt(reading, end);
    if (!given && next.capitalized && next.text === "") return undefined; // "Christmas Island"
    const year =
      given?.value ?? found.phrase.year ?? chooseYear(context, { begin: at, end }, month, day);
    if (year === undefined || !isCalendarDay(year, month, day)) {
      return extended(base, { value: `XXXX-${pad(month, 2)}-${pad(day, 2)}`, basis: "resolved" });
    }
    const period = dayPeriod(toDayNumber(year, month, day));
    return extended(base, { value: period.value, period, basis: given ? "explicit" : "resolved" });
  },
};

/** "9/11", not "9/11/2020" or "19/11". */
function standsAlone(reading: Reading, at: number, end: number): boolean {
  if (isGlued(reading, at) && wordAt(reading, at - 1).text !== "(") return false;
  for (let i = at + 1; i < end; i++) if (!isGlued(reading, i)) return false;
  const next = wordAt(reading, end).text;
  return !isGlued(reading, end) || (next !== "/" && next !== "%");
}
