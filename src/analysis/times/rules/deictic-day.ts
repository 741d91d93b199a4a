/** `today`, `yesterday`, `tomorrow morning`, `tonight`, `the day before yesterday`. */
import { extended } from "../../../text/extended.ts";
import { withDayPart, withTime } from "../day-part.ts";
import { dayPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

const SHIFT: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["overnight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

export const deicticDay: Rule = {
  name: "deictic-day",
  startsAt: (word) => SHIFT.has(word.text) || word.text === "the",
  match(context, at) {
    const { reading } = context;
    const { text } = wordAt(reading, at);
    if (text === "the") return matchBeyond(context, at);
    const before = wordAt(reading, at - 1);
    if (wordAt(reading, at).capitalized && before.capitalized && before.text === "") {
      return undefined; // "USA Today"
    }
    const match = onDay(context, at, at + 1, SHIFT.get(text)!);
    if (text === "overnight") return withTime(sinceYesterday(match), at + 1, "NI");
    return text === "tonight" ? withTime(match, at + 1, "NI") : withDayPart(context, match);
  },
};

/** "the day before yesterday", "the day after tomorrow". */
function matchBeyond(context: Context, at: number): Match | undefined {
  const { reading } = context;
  if (wordAt(reading, at + 1).text !== "day") return undefined;
  const side = wordAt(reading, at + 2).text;
  const shift = SHIFT.get(wordAt(reading, at + 3).text);
  if (side === "before" && shift === -1) return onDay(context, at, at + 4, -2);
  if (side === "after" && shift === 1) return onDay(context, at, at + 4, 2);
  return undefined;
}

function onDay({ anchor }: Context, begin: number, end: number, shift: number): Match {
  const match = { begin, end, timex: "DATE", basis: "resolved", rule: deicticDay.name } as const;
  if (anchor === undefined) {
    return extended(match, {
      value: shift === 0 ? "PRESENT_REF" : shift < 0 ? "PAST_REF" : "FUTURE_REF",
    });
  }
  const period = dayPeriod(anchor + shift);
  return extended(match, { value: period.value, period });
}

/** The night began on the day before. */
function sinceYesterday(match: Match): Match {
  const { period } = match;
  if (period?.from === undefined) return match;
  return { ...match, period: { ...period, from: period.from - 1 } };
}
