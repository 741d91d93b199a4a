/** The year behind a date that is counted from the article: "October **last year**", "March 3 **of this year**". */
import { toCalendarDay } from "../../text/calendar.ts";
import type { Part } from "./date-parts.ts";
import { wordAt } from "./reading.ts";
import type { Context } from "./rule.ts";

const WORDS = new Set(["last", "this", "next"]);

export function readRelativeYear({ reading, anchor }: Context, at: number): Part | undefined {
  if (anchor === undefined) return undefined;
  const gap = wordAt(reading, at).text;
  const start = gap === "of" || gap === "," ? at + 1 : at;
  const { text, direction } = wordAt(reading, start);
  if (direction === undefined || !WORDS.has(text)) return undefined;
  if (wordAt(reading, start + 1).text !== "year") return undefined;
  return { end: start + 2, value: toCalendarDay(anchor).year + direction };
}
