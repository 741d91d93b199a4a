/** `the day before`, `the year before`, `the week after`: counted from the last date, where nothing else follows. */
import { shiftedPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

/** Behind these the day is counted from something that is named there: "the day before the vote". */
const ENDS = new Set([
  ".",
  ",",
  ";",
  "!",
  "?",
  ")",
  "\n",
  "-",
  "--",
  "and",
  "but",
  "in",
  "on",
  "at",
]);

export const unitBefore: Rule = {
  name: "unit-before",
  startsAt: (word) => word.text === "the",
  match({ reading, anchor, focus }, at) {
    const { unit } = wordAt(reading, at + 1);
    const side = wordAt(reading, at + 2).text;
    if (unit?.number !== "one" || unit.clock || (side !== "before" && side !== "after")) {
      return undefined;
    }
    const start = focus?.from ?? anchor;
    if (!ENDS.has(wordAt(reading, at + 3).text) || start === undefined) return undefined;
    const found = shiftedPeriod(start, unit.code, side === "before" ? -1 : 1);
    if (!found) return undefined;
    return {
      begin: at,
      end: at + 3,
      timex: "DATE",
      value: found.value,
      ...(focus ? { period: found } : {}),
      basis: "resolved",
      rule: this.name,
    };
  },
};
