/**
 * A length of time: `two years`, `a 12-hour flight`, `more than a week`, `the last two weeks`, `several months`,
 * `a decade`. With *ago*, *later*, *earlier* behind it, it is a date.
 */
import { addMonths } from "../../../text/calendar.ts";
import { XPOS_ID } from "../../tag-sets.ts";
import { type Period, shiftedPeriod } from "../periods.ts";
import { type Quantity, readQuantity } from "../quantities.ts";
import { type Reading, tokenAt, wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import type { Word } from "../vocabulary.ts";

interface Length {
  readonly end: number;
  readonly amount: number | undefined;
  readonly unit: NonNullable<Word["unit"]>;
  readonly quantity: Quantity | undefined;
  /** `27-year`: the determiner belongs to the noun behind. */
  readonly hyphenated: boolean;
}

/** Before or behind a bare "a year" or "years", these make it a length of time. */
const LENGTH_BEFORE = new Set([
  "for",
  "in",
  "within",
  "over",
  "after",
  "than",
  "of",
  "about",
  "nearly",
  "almost",
  "around",
  "by",
  "through",
  "during",
  "to",
  "just",
  "only",
  "least",
  "up",
  "matter",
  "until",
  "before",
  "once",
  "some",
  "roughly",
  "-",
]);
const LENGTH_AFTER = new Set(["after", "before", "later", "earlier", "ago", "of", "from", "since"]);
const PLURAL_TAGS = new Set([XPOS_ID.get("NNS"), XPOS_ID.get("NNPS")]);
const MONEY = /[$€£¥%]/;
const LOWER_S = 115;

export const duration: Rule = {
  name: "duration",
  startsAt: (word) =>
    word.text === "the" ||
    word.text === "a" ||
    word.text === "an" ||
    word.text === "half" ||
    word.text === "another" ||
    word.text === "more" ||
    word.text === "less" ||
    word.text === "at" ||
    word.text === "up" ||
    word.text === "these" ||
    word.text === "those" ||
    word.approximate === true ||
    word.direction !== undefined ||
    word.number !== undefined ||
    word.unit?.number === "many" ||
    word.unit?.number === "long",
  startsWithDigits: true,
  match(context, at) {
    const { reading } = context;
    const opening = skipOpening(reading, at);
    const length = readLength(reading, opening.end);
    if (!length || (length.unit.number === "long" && opening.end > at)) return undefined;
    if (length.hyphenated && opening.hasThe) return undefined;
    if (!opening.direction && !isLength(context, at, opening.end, length)) return undefined;
    return relateToDate(context, at, length) ?? toMatch(context, at, length, opening.direction);
  },
};

interface Opening {
  readonly end: number;
  readonly hasThe: boolean;
  /** -1 in "the past two weeks", 1 in "the next two weeks". */
  readonly direction: -1 | 0 | 1 | undefined;
}

/** "More than", "at least", "the", "the past", "the first", in front of the number. */
function skipOpening(reading: Reading, at: number): Opening {
  let end = skipApproximation(reading, at);
  const opener = wordAt(reading, end).text;
  const hasThe =
    opener === "the" || opener === "these" || opener === "those" || opener === "another";
  if (hasThe) end++;
  const word = wordAt(reading, end);
  let direction: Opening["direction"];
  if (word.direction !== undefined && word.text !== "this") {
    direction = word.direction;
    end++;
  } else if (hasThe && (word.text === "first" || word.text === "final" || word.text === "opening"))
    end++;
  end = skipApproximation(reading, end);
  return { end, hasThe, direction };
}

function skipApproximation(reading: Reading, at: number): number {
  const word = wordAt(reading, at);
  const next = wordAt(reading, at + 1).text;
  if ((word.text === "more" || word.text === "less") && next === "than") return at + 2;
  if (word.text === "at" && (next === "least" || next === "most")) return at + 2;
  if (word.text === "up" && next === "to") return at + 2;
  return word.approximate ? at + 1 : at;
}

function readLength(reading: Reading, at: number): Length | undefined {
  if (wordAt(reading, at).text === "half") return readHalf(reading, at);
  const quantity = readQuantity(reading, at);
  let next = quantity?.end ?? at;
  const isHyphen = quantity !== undefined && wordAt(reading, next).text === "-";
  if (isHyphen) next++;
  const adjective = wordAt(reading, next).text;
  const skips =
    quantity &&
    (adjective === "full" ||
      adjective === "whole" ||
      adjective === "more" ||
      adjective === "other");
  if (skips) next++;
  const { unit } = wordAt(reading, next);
  if (!unit || unit.code === "WE") return undefined;
  const end = skipAge(reading, next + 1);
  return {
    end,
    amount: quantity ? quantity.value : undefined,
    unit,
    quantity,
    hyphenated: isHyphen,
  };
}

/** "Half a year", "half an hour". */
function readHalf(reading: Reading, at: number): Length | undefined {
  const article = wordAt(reading, at + 1).text;
  const unitAt = article === "a" || article === "an" || article === "-" ? at + 2 : at + 1;
  const { unit } = wordAt(reading, unitAt);
  if (unit?.number !== "one" || unit.code === "S" || unit.code === "WE") return undefined;
  const quantity = { end: unitAt, value: 0.5, article: false };
  return { end: unitAt + 1, amount: 0.5, unit, quantity, hyphenated: article === "-" };
}

/** "-old", "-long", "old" belong to the expression. */
function skipAge(reading: Reading, at: number): number {
  const { text } = wordAt(reading, at);
  const gap = text === "-" ? 1 : 0;
  const word = wordAt(reading, at + gap).text;
  if (word === "old") return at + gap + 1;
  return word === "long" && gap === 1 ? at + 2 : at;
}

/** Whether number and unit are meant as a length: "a second" is not, "15 a year" is a rate. */
function isLength(context: Context, begin: number, at: number, length: Length): boolean {
  const { reading } = context;
  const { unit, quantity, end } = length;
  const after = wordAt(reading, end).text;
  const before = wordAt(reading, begin - 1);
  if (unit.number === "long") return true;
  if (quantity === undefined) {
    if (unit.number !== "many" || unit.clock || unit.code === "Q" || unit.code === "NI")
      return isBareClock(unit, after);
    if (begin !== at)
      return before.text === "over" || before.text === "in" || before.text === "through";
    if (wordAt(reading, end - 1).text === "long") return true;
    return (
      BARE_BEFORE.has(before.text) ||
      after === "after" ||
      after === "ago" ||
      after === "later" ||
      after === "before" ||
      after === "earlier"
    );
  }
  if (unit.code === "Q")
    return quantity.value === undefined || (unit.number === "many" && quantity.value !== 3);
  if (quantity.article) {
    if (unit.number !== "one" || unit.code === "S" || unit.code === "NI") return false;
    if (isRate(reading, begin)) return false;
    if (unit.code !== "D") return true;
    return (
      (begin === at && LENGTH_BEFORE.has(before.text)) ||
      LENGTH_AFTER.has(after) ||
      begin < at ||
      length.hyphenated
    );
  }
  if (unit.code === "D" && quantity.value === 1 && !length.hyphenated) {
    return (
      LENGTH_AFTER.has(after) ||
      before.text === "in" ||
      before.text === "for" ||
      before.text === "just" ||
      before.text === "only" ||
      before.text === "than"
    );
  }
  if (unit.code === "S" && unit.number === "one") return length.hyphenated;
  if (unit.code === "M" && wordAt(reading, end - 1).text === "min" && after === "-") return false;
  return true;
}

const BARE_BEFORE = new Set([
  "for",
  "in",
  "within",
  "over",
  "after",
  "of",
  "take",
  "takes",
  "took",
  "through",
  "by",
  "many",
]);

function isBareClock(unit: Length["unit"], after: string): boolean {
  const isAnchored =
    after === "after" ||
    after === "later" ||
    after === "before" ||
    after === "earlier" ||
    after === "ago";
  return unit.clock && unit.code !== "S" && unit.number === "many" && isAnchored;
}

/** "15 a year", "$ 40 a day", "three times a week", "tankers a year". */
export function isRate(reading: Reading, at: number): boolean {
  const before = wordAt(reading, at - 1);
  if (
    before.digits !== undefined ||
    MONEY.test(before.text) ||
    before.text === "times" ||
    before.text === "twice" ||
    before.text === "once"
  ) {
    return true;
  }
  if (before.number !== undefined && before.text !== "half")
    return before.number.kind !== "ordinal";
  if (before.unit || before.preposition || before.approximate || before.text !== "")
    return before.unit !== undefined;
  const token = tokenAt(reading, at - 1);
  const tag = token < 0 ? 0 : reading.tokens.xpos[token]!;
  if (tag !== 0) return PLURAL_TAGS.has(tag);
  return reading.text.charCodeAt(reading.end[at - 1]! - 1) === LOWER_S && !before.capitalized;
}

/** "Two years ago", "three days later", "a month earlier", "two weeks from now". */
function relateToDate(context: Context, begin: number, length: Length): Match | undefined {
  const { reading, anchor, focus } = context;
  const after = wordAt(reading, length.end).text;
  const isFromNow = after === "from" && wordAt(reading, length.end + 1).text === "now";
  if (after !== "ago" && after !== "later" && after !== "earlier" && !isFromNow) return undefined;
  if (length.hyphenated) return undefined;
  const end = isFromNow ? length.end + 2 : length.end + 1;
  const sign = after === "ago" || after === "earlier" ? -1 : 1;
  const fromAnchor = after === "ago" || isFromNow;
  const base = { begin, end, basis: "resolved", rule: "duration-from-date" } as const;
  const vague = sign < 0 ? "PAST_REF" : "FUTURE_REF";
  const start = fromAnchor ? anchor : (focus?.from ?? anchor);
  if (length.amount === undefined || start === undefined || length.unit.clock) {
    return { ...base, timex: "DATE", value: vague };
  }
  const period = shift(start, length.unit.code, sign * length.amount);
  if (!period) return { ...base, timex: "DATE", value: vague };
  const isCertain = fromAnchor || focus !== undefined;
  return { ...base, timex: "DATE", value: period.value, ...(isCertain ? { period } : {}) };
}

function shift(day: number, code: string, count: number): Period | undefined {
  if (Number.isInteger(count))
    return Math.abs(count) < 5000 ? shiftedPeriod(day, code, count) : undefined;
  const months = code === "Y" ? count * 12 : code === "DE" ? count * 120 : undefined;
  if (months === undefined || !Number.isInteger(months) || Math.abs(months) > 12000)
    return undefined;
  return shiftedPeriod(day, "M", months);
}

function toMatch(
  context: Context,
  begin: number,
  length: Length,
  direction: Opening["direction"],
): Match | undefined {
  const { anchor } = context;
  const { end, unit } = length;
  const isSingle = length.quantity === undefined && unit.number === "one";
  if (direction !== undefined && isSingle && !isSpan(context, begin, length, direction))
    return undefined;
  if (direction === 0) return undefined;
  const amount = isSingle || unit.number === "long" ? 1 : length.amount;
  const value = toValue(amount, unit);
  const match: Match = {
    begin,
    end,
    timex: "DURATION",
    value,
    basis: "explicit",
    rule: duration.name,
  };
  if (!direction || amount === undefined || anchor === undefined) return match;
  const period = spanFrom(anchor, unit, amount * direction);
  return period ? { ...match, period: { ...period, value }, basis: "resolved" } : match;
}

/** "The past year", "the last decade" are lengths; "last year", "the next day" are dates. */
function isSpan(
  { reading }: Context,
  begin: number,
  { unit }: Length,
  direction: -1 | 0 | 1,
): boolean {
  if (unit.clock || unit.code === "NI" || unit.code === "Q" || unit.code === "D") return false;
  const hasThe = wordAt(reading, begin).text === "the";
  const { text } = wordAt(reading, hasThe ? begin + 1 : begin);
  if (text === "past") return direction < 0;
  if (!hasThe) return false;
  return text === "last" || text === "coming" || text === "next";
}

function spanFrom(anchor: number, unit: Length["unit"], count: number): Period | undefined {
  const other = shiftDays(anchor, unit.code, count);
  if (other === undefined) return undefined;
  const precision =
    unit.code === "Y" || unit.code === "DE" ? "year" : unit.code === "M" ? "month" : "day";
  return { value: "", from: Math.min(anchor, other), to: Math.max(anchor, other), precision };
}

const MONTHS: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 };
const DAYS: Readonly<Record<string, number>> = { D: 1, NI: 1, W: 7, "2W": 14 };

function shiftDays(day: number, code: string, count: number): number | undefined {
  if (Math.abs(count) > 10_000) return undefined;
  const days = DAYS[code];
  if (days !== undefined) return day + Math.round(days * count);
  const months = MONTHS[code];
  if (months === undefined || Math.abs(months * count) > 12_000) return undefined;
  return addMonths(day, Math.round(months * count));
}

/** `P2Y`, `PT12H`, `PXM`; halves in the next smaller unit where it comes out even. */
function toValue(amount: number | undefined, unit: Length["unit"]): string {
  const prefix = unit.clock ? "PT" : "P";
  const [code, factor] = ISO_UNITS[unit.code] ?? [unit.code, 1];
  if (amount === undefined) return `${prefix}X${code}`;
  if (factor > 1) return `P${amount * factor}${code}`;
  if (amount === 0.5) return HALVES[prefix + unit.code] ?? `${prefix}0.5${unit.code}`;
  return `${prefix}${amount}${unit.code}`;
}

/** ISO 8601 has no letters for these. */
const ISO_UNITS: Readonly<Record<string, readonly [string, number]>> = {
  "2W": ["W", 2],
  DE: ["Y", 10],
  CE: ["Y", 100],
};

const HALVES: Readonly<Record<string, string>> = {
  PTH: "PT30M",
  PD: "PT12H",
  PY: "P6M",
};
