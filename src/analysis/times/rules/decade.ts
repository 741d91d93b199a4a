/** `the 1990s`, `the '90s`, `the nineties`, `the 19th century`, `the twenty-first century`. */
import { toCalendarDay } from "../../../text/calendar.ts";
import { readDayOfMonth } from "../date-parts.ts";
import { centuryPeriod, decadePeriod, type Period } from "../periods.ts";
import { isGlued, wordAt } from "../reading.ts";
import type { Context, Rule } from "../rule.ts";

export const decade: Rule = {
  name: "decade",
  startsAt: (word) => word.text === "the" || word.number?.kind === "ordinal" || word.text === "'",
  startsWithDigits: true,
  match(context, at) {
    const { reading } = context;
    const hasThe = wordAt(reading, at).text === "the";
    const start = hasThe ? at + 1 : at;
    const found =
      readDigits(context, start) ?? readName(context, start, hasThe) ?? readCentury(context, start);
    if (!found) return undefined;
    const { end, period } = found;
    return {
      begin: at,
      end,
      timex: "DATE",
      value: period.value,
      period,
      basis: "explicit",
      rule: this.name,
    };
  },
};

interface Found {
  readonly end: number;
  readonly period: Period;
}

function readDigits({ reading }: Context, at: number): Found | undefined {
  const isShort = wordAt(reading, at).text === "'" && isGlued(reading, at + 1);
  const numberAt = isShort ? at + 1 : at;
  const { digits } = wordAt(reading, numberAt);
  const mark = wordAt(reading, numberAt + 1).text === "'" ? 1 : 0;
  const suffixAt = numberAt + 1 + mark;
  if (wordAt(reading, suffixAt).text !== "s" || !isGlued(reading, suffixAt)) return undefined;
  if (!isGlued(reading, numberAt + 1) || digits === undefined || !digits.endsWith("0"))
    return undefined;
  if (digits.length === 2 && (isShort || mark === 0)) {
    const isThe = wordAt(reading, at - 1).text === "the";
    if (!isShort && (!isThe || digits < "20")) return undefined;
    const century = Number(digits) < 30 ? 2000 : 1900;
    return { end: suffixAt + 1, period: decadePeriod(century + Number(digits)) };
  }
  if (digits.length !== 4 || Number(digits) < 1000 || Number(digits) > 2100) return undefined;
  if (mark === 1) return undefined; // "1990's economy": a year
  // "The 1800s" are a century, "the 2000s" ten years.
  const isCentury = digits.endsWith("00") && Number(digits) < 2000;
  const first = Number(digits);
  return { end: suffixAt + 1, period: isCentury ? centuryPeriod(first) : decadePeriod(first) };
}

/** "The nineties". */
function readName({ reading }: Context, at: number, hasThe: boolean): Found | undefined {
  const { number } = wordAt(reading, at);
  if (!hasThe || number?.kind !== "decade") return undefined;
  const century = number.value < 30 ? 2000 : 1900;
  return { end: at + 1, period: decadePeriod(century + number.value) };
}

function readCentury({ reading, anchor }: Context, at: number): Found | undefined {
  const ordinal = readDayOfMonth(reading, at);
  if (!ordinal) return undefined;
  const gap = wordAt(reading, ordinal.end).text === "-" ? 1 : 0;
  const { unit } = wordAt(reading, ordinal.end + gap);
  if (unit?.code !== "CE" || unit.number !== "one") return undefined;
  const isDigit = wordAt(reading, at).digits !== undefined;
  if (isDigit && ordinal.end === at + 1) return undefined;
  const latest = anchor === undefined ? 21 : Math.floor(toCalendarDay(anchor).year / 100) + 2;
  if (ordinal.value < 2 || ordinal.value > latest) return undefined;
  return { end: ordinal.end + gap + 1, period: centuryPeriod((ordinal.value - 1) * 100) };
}
