/** What comes again and again: `every Friday`, `each year`, `every two weeks`, `15 a year`, `per day`, `daily`, `Mondays`. */
import { pad } from "../../../text/calendar.ts";
import { isRate } from "../length-sense.ts";
import { readQuantity } from "../quantities.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";
import type { Word } from "../word.ts";

export const set: Rule = {
  name: "set",
  startsAt: (word) =>
    word.repeat === true ||
    word.set !== undefined ||
    word.form === "plural" ||
    word.text === "a" ||
    word.text === "an" ||
    word.text === "per" ||
    word.text === "weekends",
  match(context, at) {
    const { reading } = context;
    const word = wordAt(reading, at);
    if (word.repeat) return matchEvery(context, at);
    if (word.set !== undefined)
      return isName(context, at) ? undefined : toMatch(at, at + 1, word.set);
    if (word.form === "plural") return toMatch(at, at + 1, `XXXX-WXX-${word.weekday}`);
    if (word.text === "weekends") return toMatch(at, at + 1, "XXXX-WXX-WE");
    return matchRate(context, at, word);
  },
};

function matchEvery({ reading }: Context, at: number): Match | undefined {
  const isOther = wordAt(reading, at + 1).text === "other";
  const quantity = isOther ? undefined : readQuantity(reading, at + 1);
  const next = isOther ? at + 2 : (quantity?.end ?? at + 1);
  const word = wordAt(reading, next);
  const end = next + 1;
  if (word.unit) {
    if (word.unit.number === "long" || (word.unit.code === "WE" && quantity)) return undefined;
    const amount = isOther ? 2 : (quantity?.value ?? 1);
    return toMatch(at, end, repeatValue(amount, word));
  }
  if (quantity) return undefined;
  const value = namedValue(word);
  return value === undefined ? undefined : toMatch(at, end, value);
}

function namedValue(word: Word): string | undefined {
  if (word.weekday !== undefined) return `XXXX-WXX-${word.weekday}`;
  if (word.month !== undefined) return `XXXX-${pad(word.month, 2)}`;
  if (word.season) return `XXXX-${word.season.code}`;
  if (word.dayPart?.kind === "part") return `XXXX-XX-XXT${word.dayPart.code}`;
  return undefined;
}

function matchRate({ reading }: Context, at: number, word: Word): Match | undefined {
  const next = wordAt(reading, at + 1);
  if (next.unit?.number !== "one" || next.unit.code === "WE") return undefined;
  if (next.unit.code === "Q" || next.unit.code === "CE" || next.unit.code === "S") return undefined;
  if (word.text !== "per" && !isRate(reading, at)) return undefined;
  return toMatch(at, at + 2, repeatValue(1, next));
}

function repeatValue(amount: number, { unit }: Word): string {
  if (unit!.code === "WE") return "XXXX-WXX-WE";
  if (unit!.code === "2W") return `P${amount * 2}W`;
  return `${unit!.clock ? "PT" : "P"}${amount}${unit!.code}`;
}

/** "Daily Mail", "The Weekly Standard". */
function isName({ reading }: Context, at: number): boolean {
  const word = wordAt(reading, at);
  if (!word.capitalized) return false;
  const before = wordAt(reading, at - 1);
  const after = wordAt(reading, at + 1);
  return (after.capitalized && after.text === "") || (before.capitalized && before.text === "");
}

function toMatch(begin: number, end: number, value: string): Match {
  return { begin, end, timex: "SET", value, basis: "explicit", rule: set.name };
}
