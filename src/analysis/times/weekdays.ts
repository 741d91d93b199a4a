/** Which day of that name: the next, the last, or the one that *last*, *this*, *next* point to. */
import { type DayNumber, weekdayOf } from "../../text/calendar.ts";

/** "This Friday" in a past clause reaches back so many days at most. */
const THIS_REACH = 4;

/** The next such day, today included. */
export function nextWeekday(day: DayNumber, weekday: number): DayNumber {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** The most recent such day, today included. */
export function lastWeekday(day: DayNumber, weekday: number): DayNumber {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

/** *Last* and *next* are not today. */
export function directedWeekday(
  day: DayNumber,
  weekday: number,
  direction: -1 | 0 | 1,
  isPast: boolean,
): DayNumber {
  if (direction < 0) return lastWeekday(day - 1, weekday);
  if (direction > 0) return nextWeekday(day + 1, weekday);
  const back = lastWeekday(day, weekday);
  return isPast && day - back <= THIS_REACH ? back : nextWeekday(day, weekday);
}
