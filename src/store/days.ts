/** Days as numbers since 1970, which take two bytes; what is no day stays text, after a sign that keeps it from being read as a number. */
import { isCalendarDay, toDayNumber as toCalendarNumber } from "../text/calendar.ts";
import type { Value } from "./database.ts";

const HYPHEN = 45;
const ZERO = 48;
const DAY_MS = 86_400_000;
/** News tell of the same days again and again. */
const KEPT = 10_000;
const texts = new Map<number, string>();

export function toDayNumber(text: string | undefined): Value {
  if (text === undefined) return null;
  return dayNumber(text) ?? `=${text}`;
}

export function toDayText(value: Value): string | undefined {
  if (typeof value === "string") return value.slice(1);
  if (typeof value !== "number") return undefined;
  let text = texts.get(value);
  if (text === undefined) {
    if (texts.size > KEPT) texts.clear();
    text = new Date(value * DAY_MS).toISOString().slice(0, 10);
    texts.set(value, text);
  }
  return text;
}

/** Letter by letter: each node and edge has four days. */
function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
    return undefined;
  }
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  return year >= 0 && isCalendarDay(year, month, day)
    ? toCalendarNumber(year, month, day)
    : undefined;
}

/** -1 where something is no digit. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
