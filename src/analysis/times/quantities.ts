/** How many: `27`, `1,300`, `2.5`, `twenty-five`, `two and a half`, `a`, `several`, `a couple of`. */
import { isGlued, type Reading, wordAt } from "./reading.ts";

export interface Quantity {
  readonly end: number;
  /** `undefined` for an unknown number: TIMEX3 writes X. */
  readonly value: number | undefined;
  /** Only an article stands for the number. */
  readonly article: boolean;
}

export function readQuantity(reading: Reading, at: number): Quantity | undefined {
  const first = readNumber(reading, at);
  if (!first) return undefined;
  const { text } = wordAt(reading, first.end);
  if ((text === "to" || text === "or" || text === "-") && !first.article) {
    const second = readNumber(reading, first.end + 1);
    if (second && !second.article && isRange(first, second)) return second;
  }
  return first;
}

function isRange(first: Quantity, second: Quantity): boolean {
  return first.value !== undefined && second.value !== undefined && first.value < second.value;
}

function readNumber(reading: Reading, at: number): Quantity | undefined {
  const word = wordAt(reading, at);
  if (word.digits !== undefined) return readDigits(reading, at, word.digits);
  if (word.text === "a" || word.text === "an") return readArticle(reading, at);
  const number = word.number;
  if (!number) return undefined;
  if (number.kind === "vague" || number.kind === "couple") {
    const end = wordAt(reading, at + 1).text === "of" ? at + 2 : at + 1;
    return { end, value: undefined, article: false };
  }
  if (number.kind === "half") return undefined;
  if (number.kind === "unit") return withScale(reading, at + 1, number.value);
  if (number.kind === "ten") {
    let end = at + 1;
    let { value } = number;
    if (wordAt(reading, end).text === "-") end++;
    const unit = wordAt(reading, end).number;
    if (unit?.kind === "unit" && unit.value < 10) {
      value += unit.value;
      end++;
    } else end = at + 1;
    return withScale(reading, end, value);
  }
  return undefined;
}

function readDigits(reading: Reading, at: number, digits: string): Quantity {
  let end = at + 1;
  let written = digits;
  const mark = wordAt(reading, end).text;
  const after = wordAt(reading, end + 1).digits;
  if (after !== undefined && isGlued(reading, end) && isGlued(reading, end + 1)) {
    if (mark === "." && after.length < 4) {
      written += `.${after}`;
      end += 2;
    } else if (mark === "," && after.length === 3) {
      written += after;
      end += 2;
    }
  }
  const half = skipOneHalf(reading, end);
  const value = Number(written.slice(0, 12));
  if (half > end) return { end: half, value: value + 0.5, article: false };
  return withScale(reading, end, value);
}

/** "2 1/2 hours". */
function skipOneHalf(reading: Reading, at: number): number {
  const isHalf =
    wordAt(reading, at).text === "1" &&
    wordAt(reading, at + 1).text === "/" &&
    wordAt(reading, at + 2).text === "2";
  return isHalf ? at + 3 : at;
}

function readArticle(reading: Reading, at: number): Quantity {
  const next = wordAt(reading, at + 1);
  if (next.number?.kind === "vague") return { end: at + 2, value: undefined, article: false };
  if (next.number?.kind === "couple") {
    const end = wordAt(reading, at + 2).text === "of" ? at + 3 : at + 2;
    return { end, value: undefined, article: false };
  }
  if (next.number?.kind === "scale") return { ...withScale(reading, at + 1, 1), article: false };
  return { end: at + 1, value: 1, article: true };
}

/** "hundred", "dozen", "and a half" after a number. */
function withScale(reading: Reading, at: number, value: number): Quantity {
  let end = at;
  let total = value;
  const scale = wordAt(reading, end).number;
  if (scale?.kind === "scale") {
    total *= scale.value;
    end++;
  }
  const gap = wordAt(reading, end).text === "-" ? 1 : 0;
  if (wordAt(reading, end + gap).text === "and" && isHalf(reading, end + gap + 1, gap)) {
    total += 0.5;
    end += 3 + 2 * gap;
  }
  return { end, value: total, article: false };
}

function isHalf(reading: Reading, at: number, gap: number): boolean {
  return (
    wordAt(reading, at + gap).text === "a" && wordAt(reading, at + 2 * gap + 1).text === "half"
  );
}
