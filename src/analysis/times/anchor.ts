/**
 * The day that relative expressions start from: the day of publication as its own zone writes it; without one the day
 * of the update, or a full date that stands alone on one of the first lines.
 */
import type { Article, Sentence } from "../../model.ts";
import { type DayNumber, parseIsoDay } from "../../text/calendar.ts";
import { findTimes } from "./find-times.ts";
import type { Reading } from "./reading.ts";

const SENTENCES = 4;
const LINE_START = /(?:^|\n)[^\S\n]{0,20}$/;
const LINE_END = /^[^\S\n]{0,20}(?:\n|$)/;

export function anchorOf(
  article: Article,
  reading: Reading,
  sentences: readonly Sentence[],
): DayNumber | undefined {
  return (
    dayOf(article.published) ??
    dayOf(article.updated) ??
    dateLine(reading, sentences.slice(0, SENTENCES))
  );
}

function dayOf(moment: string | undefined): DayNumber | undefined {
  return moment === undefined ? undefined : parseIsoDay(moment);
}

function dateLine(reading: Reading, sentences: readonly Sentence[]): DayNumber | undefined {
  for (const { match } of findTimes(reading, sentences, undefined)) {
    if (match.basis !== "explicit" || match.period?.precision !== "day") continue;
    const start = reading.start[match.begin]!;
    const end = reading.end[match.end - 1]!;
    const isLine =
      LINE_START.test(reading.text.slice(Math.max(0, start - 21), start)) &&
      LINE_END.test(reading.text.slice(end, end + 21));
    if (isLine) return match.period.from;
  }
  return undefined;
}
