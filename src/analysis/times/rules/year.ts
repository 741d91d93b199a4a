/** `in 2014`, `the 2008 Games`, `mid-2011`, `2009-10`, `2010 to 2012`; not numbers, models, titles, telephone numbers. */
import { toCalendarDay } from "../../../text/calendar.ts";
import { readYear } from "../date-parts.ts";
import { yearPeriod, yearsPeriod } from "../periods.ts";
import { isGlued, wordAt } from "../reading.ts";
import type { Context, Rule } from "../rule.ts";

const EARLIEST = 1000;
const EARLIEST_ALONE = 1900;
const LATEST = 2100;
/** How far from the article a number behind a name may be to be its year: "Expo 2010", not "Peugeot 2008". */
const NAME_YEARS = 2;
const MONEY = /[$€£¥#]/;

export const year: Rule = {
  name: "year",
  startsAt: () => false,
  startsWithDigits: true,
  match(context, at) {
    const { reading } = context;
    const word = wordAt(reading, at);
    if (word.digits?.length !== 4) return undefined;
    const value = Number(word.digits);
    if (value < EARLIEST || value > LATEST || !isYear(context, at, value)) return undefined;
    const last = readLastYear(context, at, value);
    const period = last ? yearsPeriod(value, last) : yearPeriod(value);
    const end = last ? at + 3 : at + 1;
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

function isYear(context: Context, at: number, value: number): boolean {
  const { reading } = context;
  const before = wordAt(reading, at - 1);
  const after = wordAt(reading, at + 1);
  if (before.numbered || MONEY.test(before.text) || isPartOfNumber(context, at)) return false;
  if (before.text === '"' && (after.text === '"' || after.text === ",")) return false;
  if (after.text === "%" || after.text === "percent" || after.zone !== undefined) return false;
  if (after.unit || after.number || before.digits !== undefined || before.approximate) return false;
  if (
    before.preposition ||
    before.text === "year" ||
    before.portion ||
    before.month !== undefined
  ) {
    return before.preposition !== true || !isCount(context, at) || !isVagueJoint(before.text);
  }
  if (value < EARLIEST_ALONE || isCount(context, at)) return false;
  return !isAfterName(context, at) || isNear(context, value);
}

/** Glued to letters, digits or signs: `A-2000`, `2,008`, `555-2010`, `2008-9-A`. */
function isPartOfNumber({ reading }: Context, at: number): boolean {
  if (isGlued(reading, at)) {
    const { text, portion, digits } = wordAt(reading, at - 1);
    if (digits !== undefined || (text === "" && !portion)) return true;
    if (text === "." || text === "," || text === ":" || text === "+" || text === "&") return true;
    if ((text === "-" || text === "/") && isGlued(reading, at - 1)) {
      const head = wordAt(reading, at - 2);
      return !head.portion && !isYearNumber(head.digits);
    }
  }
  if (!isGlued(reading, at + 1)) return false;
  const { text, digits } = wordAt(reading, at + 1);
  if (text === "s" || text === "" || digits !== undefined || text === "th") return true;
  const isMark = text === "-" || text === "," || text === "." || text === ":" || text === "/";
  if (!isMark || !isGlued(reading, at + 2)) return false;
  const tail = wordAt(reading, at + 2);
  if (tail.digits === undefined) return false;
  return (
    text !== "-" ||
    readLastYear({ reading } as Context, at, Number(wordAt(reading, at).digits)) === undefined
  );
}

function isYearNumber(digits: string | undefined): boolean {
  return digits?.length === 4 && Number(digits) >= EARLIEST && Number(digits) <= LATEST;
}

/** The end of `2009-10`, `2010-2012`. */
function readLastYear({ reading }: Context, at: number, first: number): number | undefined {
  if (wordAt(reading, at + 1).text !== "-") return undefined;
  const { digits } = wordAt(reading, at + 2);
  if (digits === undefined || (isGlued(reading, at + 3) && wordAt(reading, at + 3).text === "-"))
    return undefined;
  if (digits.length === 4) {
    const last = readYear(reading, at + 2)?.value;
    return last !== undefined && last > first ? last : undefined;
  }
  if (digits.length !== 2 || !isGlued(reading, at + 1) || !isGlued(reading, at + 2))
    return undefined;
  const last = Math.floor(first / 100) * 100 + Number(digits);
  return last > first ? last : undefined;
}

/** A plural in lower case behind a round number is what is counted: "to 2000 houses", but "at 1998 levels". */
function isCount({ reading }: Context, at: number): boolean {
  const before = wordAt(reading, at - 1).text;
  if (before === "the" || before === "a" || before === "s" || before === "its") return false;
  if (Number(wordAt(reading, at).digits) % 5 !== 0) return false;
  const next = wordAt(reading, at + 1);
  if (next.text !== "" || next.capitalized) return false;
  return (
    reading.text.charCodeAt(reading.end[at + 1]! - 1) === LOWER_S &&
    reading.end[at + 1]! - reading.start[at + 1]! > 3
  );
}

const LOWER_S = 115;

/** After these a number may as well be an amount. */
function isVagueJoint(text: string): boolean {
  return (
    text === "to" ||
    text === "of" ||
    text === "by" ||
    text === "from" ||
    text === "for" ||
    text === "over" ||
    text === "at" ||
    text === "between"
  );
}

function isAfterName({ reading }: Context, at: number): boolean {
  const before = wordAt(reading, at - 1);
  return before.capitalized && before.text === "";
}

function isNear({ anchor }: Context, value: number): boolean {
  return anchor === undefined || Math.abs(toCalendarDay(anchor).year - value) <= NAME_YEARS;
}
