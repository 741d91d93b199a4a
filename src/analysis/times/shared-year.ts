/** The year that a date takes from the next one: "from **March** to August 2011", "April 3 and 9 May 2011". */
import { readDayOfMonth, readMonth, readYear } from "./date-parts.ts";
import { type Reading, wordAt } from "./reading.ts";

const JOINTS = new Set(["to", "and", "or", "until", "till", "through", "-"]);

/** `at` is where the date ends that has no year of its own. */
export function sharedYear(reading: Reading, at: number, month: number): number | undefined {
  if (!JOINTS.has(wordAt(reading, at).text)) return undefined;
  const firstDay = readDayOfMonth(reading, at + 1);
  const other = readMonth(reading, firstDay?.end ?? at + 1);
  if (!other) return undefined;
  const lastDay = firstDay ? undefined : readDayOfMonth(reading, other.end);
  const end = lastDay?.end ?? other.end;
  const year = readYear(reading, wordAt(reading, end).text === "," ? end + 1 : end);
  if (!year) return undefined;
  return other.value < month ? year.value - 1 : year.value;
}
