/** Days as numbers since 1970, which take two bytes; what is no day stays text, after a sign that keeps it from being read as a number. */
import type { Value } from "./database.ts";

const ISO = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;
/** News tell of the same days again and again. */
const KEPT = 10_000;
const numbers = new Map<string, Value>();
let last: { readonly text: string; readonly number: Value } = { text: "", number: "=" };
const texts = new Map<number, string>();

export function toDayNumber(text: string | undefined): Value {
  if (text === undefined) return null;
  // A node has the same day several times over.
  if (text === last.text) return last.number;
  let number = numbers.get(text);
  if (number === undefined) {
    if (numbers.size > KEPT) numbers.clear();
    number = read(text);
    numbers.set(text, number);
  }
  last = { text, number };
  return number;
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

function read(text: string): Value {
  if (!ISO.test(text)) return `=${text}`;
  const number = Date.parse(text) / DAY_MS;
  return Number.isInteger(number) && new Date(number * DAY_MS).toISOString().startsWith(text)
    ? number
    : `=${text}`;
}
