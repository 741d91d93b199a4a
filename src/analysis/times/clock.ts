/** Reads a time of day: `8 p.m.`, `20:50`, `6:40 p.m. (GMT +8)`, `0900 GMT`, `five o'clock`, `noon`. */

import { pad } from "../../text/calendar.ts";
import { isGlued, type Reading, wordAt } from "./reading.ts";

export interface Clock {
  readonly end: number;
  /** `20:50`, `20:50Z`. */
  readonly value: string;
  /** Nothing but digits says that it is a time: it may be a score or a verse. */
  readonly bare: boolean;
}

export function readClock(reading: Reading, at: number): Clock | undefined {
  const word = wordAt(reading, at);
  if (word.dayPart?.kind === "hour") {
    return withZone(reading, at + 1, word.dayPart.code, false);
  }
  if (word.digits === undefined) return readHourWord(reading, at, word.number?.value);
  if (word.digits.length === 4) return readFourDigits(reading, at, word.digits);
  const hour = Number(word.digits);
  if (word.digits.length > 2 || hour > 24) return undefined;
  const minutes = readMinutes(reading, at + 1);
  const half = readHalf(reading, minutes?.end ?? at + 1);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    const value = toValue((hour % 12) + half.shift, minutes?.value ?? 0);
    return withZone(reading, half.end, value, false);
  }
  if (!minutes) return readOClock(reading, at + 1, hour);
  if (minutes.isPoint || hour > 24) return undefined;
  return withZone(reading, minutes.end, toValue(hour, minutes.value), true);
}

function readMinutes(
  reading: Reading,
  at: number,
): { readonly end: number; readonly value: number; readonly isPoint: boolean } | undefined {
  const mark = wordAt(reading, at).text;
  const { digits } = wordAt(reading, at + 1);
  if ((mark !== ":" && mark !== ".") || digits?.length !== 2) return undefined;
  // All of it glued, or, in text that was cut into words, all of it apart.
  if (isGlued(reading, at) !== isGlued(reading, at + 1) || Number(digits) > 59) return undefined;
  if (mark === "." && !isGlued(reading, at)) return undefined;
  let end = at + 2;
  if (mark === ":" && wordAt(reading, end).text === ":" && isGlued(reading, end)) {
    if (wordAt(reading, end + 1).digits?.length !== 2) return undefined;
    end += 2;
  }
  return { end, value: Number(digits), isPoint: mark === "." };
}

/** `a.m.`, `p.m.`, `am`, `pm`. */
function readHalf(
  reading: Reading,
  at: number,
): { readonly end: number; readonly shift: number } | undefined {
  const { text } = wordAt(reading, at);
  if (text === "am" || text === "pm") return { end: at + 1, shift: text === "am" ? 0 : 12 };
  if (text !== "a" && text !== "p") return undefined;
  if (wordAt(reading, at + 1).text !== "." || wordAt(reading, at + 2).text !== "m")
    return undefined;
  const end = wordAt(reading, at + 3).text === "." ? at + 4 : at + 3;
  return { end, shift: text === "a" ? 0 : 12 };
}

function readFourDigits(reading: Reading, at: number, digits: string): Clock | undefined {
  const hour = Number(digits.slice(0, 2));
  const minute = Number(digits.slice(2));
  const next = wordAt(reading, at + 1);
  const isTime = (next.zone !== undefined && next.capitalized) || next.text === "local";
  if (!isTime || hour > 24 || minute > 59) return undefined;
  return withZone(reading, at + 1, toValue(hour, minute), false);
}

function readHourWord(reading: Reading, at: number, hour: number | undefined): Clock | undefined {
  if (hour === undefined || !(hour >= 1 && hour <= 12)) return undefined;
  const half = readHalf(reading, at + 1);
  if (half && half.end > at + 2) {
    return withZone(reading, half.end, toValue((hour % 12) + half.shift, 0), false);
  }
  return readOClock(reading, at + 1, hour);
}

function readOClock(reading: Reading, at: number, hour: number): Clock | undefined {
  const isOClock =
    wordAt(reading, at).text === "o" &&
    wordAt(reading, at + 1).text === "'" &&
    wordAt(reading, at + 2).text === "clock";
  return isOClock ? withZone(reading, at + 3, toValue(hour, 0), false) : undefined;
}

function withZone(reading: Reading, at: number, value: string, bare: boolean): Clock {
  const isOpen = wordAt(reading, at).text === "(";
  const zoneAt = isOpen ? at + 1 : at;
  const { zone } = wordAt(reading, zoneAt);
  if (zone === undefined) {
    const isLocal = wordAt(reading, at).text === "local" && wordAt(reading, at + 1).text === "time";
    return { end: isLocal ? at + 2 : at, value, bare: bare && !isLocal };
  }
  let end = zoneAt + 1;
  let suffix = zone === "Z" ? "Z" : "";
  const sign = wordAt(reading, end).text;
  const shift = wordAt(reading, end + 1).digits;
  if ((sign === "+" || sign === "-") && shift !== undefined && shift.length <= 2) {
    end += 2;
    suffix = "";
  }
  if (isOpen) {
    if (wordAt(reading, end).text !== ")") return { end: at, value, bare };
    end++;
  }
  return { end, value: value + suffix, bare: false };
}

function toValue(hour: number, minute: number): string {
  return `${pad(hour, 2)}:${pad(minute, 2)}`;
}
