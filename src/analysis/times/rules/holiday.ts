/** Holidays with a fixed day, from the table: `Christmas`, `New Year's Eve`. */
import { isCalendarDay, pad, toDayNumber } from "../../../text/calendar.ts";
import { chooseYear } from "../choose-year.ts";
import { readYear } from "../date-parts.ts";
import { dayPeriod } from "../periods.ts";
import { readPhrase } from "../phrases.ts";
import { wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

export const holiday: Rule = {
  name: "holiday",
  startsAt: (word) =>
    word.capitalized && (word.phrases ?? []).some(({ month }) => month !== undefined),
  match(context, at) {
    const { reading } = context;
    const found = readPhrase(reading, at);
    if (found?.phrase.month === undefined || found.phrase.day === undefined) return undefined;
    const { month, day } = found.phrase;
    const given = readYear(reading, found.end);
    const end = given?.end ?? found.end;
    const base = { begin: at, end, timex: "DATE", rule: this.name } as const;
    const next = wordAt(reading, end);
    if (!given && next.capitalized && next.text === "") return undefined; // "Christmas Island"
    const year = given?.value ?? chooseYear(context, { begin: at, end }, month, day);
    if (year === undefined || !isCalendarDay(year, month, day)) {
      return { ...base, value: `XXXX-${pad(month, 2)}-${pad(day, 2)}`, basis: "resolved" };
    }
    const period = dayPeriod(toDayNumber(year, month, day));
    return { ...base, value: period.value, period, basis: given ? "explicit" : "resolved" };
  },
};
