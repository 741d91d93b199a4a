/**
 * A length of time: `two years`, `a 12-hour flight`, `more than a week`, `several months`, `a decade`. Lengths that
 * end or begin with the article's day have an interval too: `the last two weeks`, `the next six months`.
 */

import { addMonths, type DayNumber } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { isLength } from "../length-sense.ts";
import { type Length, lengthValue, readLength, type Unit } from "../lengths.ts";
import { readOpening } from "../opening.ts";
import type { Period } from "../periods.ts";
import { type Reading, wordAt } from "../reading.ts";
import type { Match, Rule } from "../rule.ts";
import type { Word } from "../word.ts";

const OPENERS = new Set([
  "the",
  "a",
  "an",
  "half",
  "another",
  "more",
  "less",
  "at",
  "up",
  "these",
  "those",
]);
const MONTHS: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
const DAYS: Readonly<Record<string, number>> = { D: 1, NI: 1, W: 7, "2W": 14 };
const LONGEST_DAYS = 100_000;
const LONGEST_MONTHS = 12_000;

export const duration: Rule = {
  name: "duration",
  startsAt: opensLength,
  startsWithDigits: true,
  match({ reading, anchor }, at) {
    const opening = readOpening(reading, at);
    const length = readLength(reading, opening.end);
    if (!length || (length.hyphenated && opening.hasThe)) return undefined;
    if (length.unit.number === "long" && opening.end > at) return undefined;
    const { direction } = opening;
    const isSingle = length.number === "none" && length.unit.number === "one";
    const isMeant =
      direction === undefined
        ? isLength(reading, at, opening.end, length)
        : direction !== 0 && (!isSingle || isSpan(reading, at, length, direction));
    if (!isMeant) return undefined;
    const amount = isSingle ? 1 : length.amount;
    const value = lengthValue(amount, length.unit);
    const base = { begin: at, end: length.end, timex: "DURATION", value, rule: this.name } as const;
    const match: Match = extended(base, { basis: "explicit" });
    if (!direction || amount === undefined || anchor === undefined) return match;
    const period = spanFrom(anchor, length.unit, amount * direction);
    return period
      ? extended(base, { period: extended(period, { value }), basis: "resolved" })
      : match;
  },
};

export function opensLength(word: Word): boolean {
  return (
    OPENERS.has(word.text) ||
    word.approximate === true ||
    word.direction !== undefined ||
    word.number !== undefined ||
    word.unit !== undefined
  );
}

/** "The past year", "the last decade" are lengths; "last year", "the next day" are dates. */
function isSpan(reading: Reading, begin: number, { unit }: Length, direction: number): boolean {
  if (unit.clock || unit.code === "NI" || unit.code === "Q" || unit.code === "D") return false;
  const hasThe = wordAt(reading, begin).text === "the";
  const { text } = wordAt(reading, hasThe ? begin + 1 : begin);
  if (text === "past") return direction < 0;
  return hasThe && (text === "last" || text === "coming" || text === "next");
}

function spanFrom(anchor: DayNumber, unit: Unit, count: number): Period | undefined {
  const other = shiftDay(anchor, unit.code, count);
  if (other === undefined) return undefined;
  const months = MONTHS[unit.code];
  const precision = months === undefined ? "day" : months >= 12 ? "year" : "month";
  return { value: "", from: Math.min(anchor, other), to: Math.max(anchor, other), precision };
}

function shiftDay(day: DayNumber, code: string, count: number): DayNumber | undefined {
  const days = DAYS[code];
  if (days !== undefined) {
    return Math.abs(days * count) > LONGEST_DAYS ? undefined : day + Math.round(days * count);
  }
  const months = MONTHS[code];
  if (months === undefined || Math.abs(months * count) > LONGEST_MONTHS) return undefined;
  return addMonths(day, Math.round(months * count));
}
