/** `spring 2023`, `the summer of 2006`, `in spring`, `in the autumn`; never the verbs *spring* and *fall*. */

import { toCalendarDay } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { readYear } from "../date-parts.ts";
import { type Period, seasonPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import { readRelativeYear } from "../relative-year.ts";
import type { Context, Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";
import type { Word } from "../word.ts";

/** Words after which a bare season is a time. */
const OPENERS = new Set([
  "in",
  "since",
  "until",
  "till",
  "by",
  "during",
  "of",
  "throughout",
  "through",
]);

export const season: Rule = {
  name: "season",
  startsAt: (word) => word.season !== undefined || word.text === "the",
  match(context, at) {
    const { reading } = context;
    const hasThe = wordAt(reading, at).text === "the";
    const seasonAt = hasThe ? at + 1 : at;
    const word = wordAt(reading, seasonAt);
    if (!word.season) return undefined;
    const base = { begin: at, timex: "DATE", rule: this.name } as const;
    const gap = wordAt(reading, seasonAt + 1).text;
    const year = readYear(reading, gap === "of" || gap === "," ? seasonAt + 2 : seasonAt + 1);
    if (year) {
      const period = seasonPeriod(year.value, word.season.code, word.season.month);
      return extended(base, { end: year.end, value: period.value, period, basis: "explicit" });
    }
    const relative = readRelativeYear(context, seasonAt + 1);
    if (relative) {
      const period = seasonPeriod(relative.value, word.season.code, word.season.month);
      return extended(base, { end: relative.end, value: period.value, period, basis: "resolved" });
    }
    const before = wordAt(reading, at - 1);
    if (!OPENERS.has(before.text) && !before.portion) return undefined;
    const next = wordAt(reading, seasonAt + 1);
    // "The fall of the city", "in spring training"
    if (next.text === "of" || (!hasThe && next.text === "" && !next.capitalized)) return undefined;
    if (word.text === "fall" && !hasThe && !before.portion) return undefined;
    const period = nearestSeason(context, word, at, seasonAt + 1);
    if (!period)
      return extended(base, {
        end: seasonAt + 1,
        value: `XXXX-${word.season.code}`,
        basis: "resolved",
      });
    return extended(base, { end: seasonAt + 1, value: period.value, period, basis: "resolved" });
  },
};

function nearestSeason(
  context: Context,
  { season: found }: Word,
  begin: number,
  end: number,
): Period | undefined {
  const { anchor, reading } = context;
  if (anchor === undefined || !found) return undefined;
  const { year } = toCalendarDay(anchor);
  const tense = clauseTense(reading, begin, end);
  let best: Period | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let shift = -1; shift <= 1; shift++) {
    const period = seasonPeriod(year + shift, found.code, found.month);
    let cost = Math.abs(period.from! + 45 - anchor);
    if (tense === "past" && period.from! > anchor) cost += 1000;
    if (tense !== "past" && period.to! < anchor) cost += tense === "future" ? 1000 : 60;
    if (cost < bestCost) {
      bestCost = cost;
      best = period;
    }
  }
  return best;
}
