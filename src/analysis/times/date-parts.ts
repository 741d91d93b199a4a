/** Reads the parts of a date: the name of a month, a day of the month, a year. */
import { isGlued, type Reading, wordAt } from "./reading.ts";

export interface Part {
  readonly end: number;
  readonly value: number;
}

const SUFFIXES = new Set(["th", "st", "nd", "rd"]);
const FIRST_YEAR = 1000;
const LAST_YEAR = 2200;
/** Two digits below are of this century, `'39`. */
const CENTURY_TURN = 40;

/** The name of a month, with the point of a short form. */
export function readMonth(reading: Reading, at: number): Part | undefined {
  const word = wordAt(reading, at);
  if (word.month === undefined) return undefined;
  const isPoint = wordAt(reading, at + 1).text === ".";
  const hasNumber = wordAt(reading, at + 2).digits !== undefined;
  // In text that was cut into words the point stands apart: "Feb . 17".
  const takesPoint =
    isPoint &&
    (isGlued(reading, at + 1)
      ? word.form === "short" || hasNumber
      : word.form === "short" && hasNumber);
  return { end: takesPoint ? at + 2 : at + 1, value: word.month };
}

/** `5`, `5th`, `fifth`, `twenty-fifth`. */
export function readDayOfMonth(reading: Reading, at: number): Part | undefined {
  const { digits, number } = wordAt(reading, at);
  if (digits !== undefined) {
    const value = Number(digits);
    if (digits.length > 2 || value < 1 || value > 31) return undefined;
    const isOrdinal = isGlued(reading, at + 1) && SUFFIXES.has(wordAt(reading, at + 1).text);
    return { end: isOrdinal ? at + 2 : at + 1, value };
  }
  if (number?.kind === "ordinal") return { end: at + 1, value: number.value };
  if (number?.kind !== "ten" || wordAt(reading, at + 1).text !== "-") return undefined;
  const unit = wordAt(reading, at + 2).number;
  if (unit?.kind !== "ordinal") return undefined;
  return { end: at + 3, value: number.value + unit.value };
}

/** `2023`, `'23`. */
export function readYear(reading: Reading, at: number): Part | undefined {
  const word = wordAt(reading, at);
  if (word.digits !== undefined) {
    const value = Number(word.digits);
    const fits = word.digits.length === 4 && value >= FIRST_YEAR && value < LAST_YEAR;
    return fits && endsNumber(reading, at + 1) ? { end: at + 1, value } : undefined;
  }
  if (word.text !== "'" || !isGlued(reading, at + 1)) return undefined;
  const short = wordAt(reading, at + 1).digits;
  if (short?.length !== 2) return undefined;
  const value = Number(short);
  return { end: at + 2, value: value + (value < CENTURY_TURN ? 2000 : 1900) };
}

/** No decimals, thousands, per cent, `:` or hyphenated unit behind the number. */
export function endsNumber(reading: Reading, at: number): boolean {
  if (!isGlued(reading, at)) return true;
  const { text } = wordAt(reading, at);
  if (text === "%" || text === "$" || text === "/") return false;
  const next = wordAt(reading, at + 1);
  if (!isGlued(reading, at + 1)) return true;
  if (text === "," || text === "." || text === ":") return next.digits === undefined;
  return text !== "-" || next.digits !== undefined || next.month !== undefined;
}
