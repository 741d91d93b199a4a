/** Adds the part of the day that follows a day: `Friday night`, `tomorrow morning`. */
import { extended } from "../../text/extended.ts";
import { wordAt } from "./reading.ts";
import type { Context, Match } from "./rule.ts";

export function withDayPart({ reading }: Context, match: Match): Match {
  const { dayPart } = wordAt(reading, match.end);
  if (dayPart?.kind !== "part") return match;
  return withTime(match, match.end + 1, dayPart.code);
}

/** The same day with a time in it: `MO`, `20:50`. */
export function withTime(match: Match, end: number, time: string): Match {
  const value = `${match.value}T${time}`;
  const { period } = match;
  const timed = { end, timex: "TIME", value } as const;
  return period === undefined
    ? extended(match, timed)
    : extended(match, { ...timed, period: extended(period, { value, precision: "time" }) });
}
