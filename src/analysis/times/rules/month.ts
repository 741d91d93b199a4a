/** A month without day and year: `in October`, `a September summit`, `since May`; not the verb, the march, the name. */

import { pad } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { chooseYear } from "../choose-year.ts";
import { readMonth } from "../date-parts.ts";
import { monthPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import { readRelativeYear } from "../relative-year.ts";
import type { Context, Rule } from "../rule.ts";
import { sharedYear } from "../shared-year.ts";

/** Months that are also first names, surnames or verbs. */
const AMBIGUOUS = new Set(["march", "april", "may", "june", "august"]);
/** Before *May* these are as likely to bring in a person. */
const NEUTRAL = new Set(["for", "on", "at", "with", "over", "within"]);

export const month: Rule = {
  name: "month",
  startsAt: (word) => word.month !== undefined,
  match(context, at) {
    const { reading } = context;
    const found = readMonth(reading, at);
    if (!found || !isMonth(context, at, found.end)) return undefined;
    const written = sharedYear(reading, found.end, found.value);
    const relative = readRelativeYear(context, found.end);
    const year =
      written ?? relative?.value ?? chooseYear(context, { begin: at, end: found.end }, found.value);
    const base = {
      begin: at,
      end: relative?.end ?? found.end,
      timex: "DATE",
      basis: written === undefined ? "resolved" : "explicit",
      rule: this.name,
    } as const;
    if (year === undefined) return extended(base, { value: `XXXX-${pad(found.value, 2)}` });
    const period = monthPeriod(year, found.value);
    return extended(base, { value: period.value, period });
  },
};

function isMonth({ reading }: Context, at: number, end: number): boolean {
  const word = wordAt(reading, at);
  const before = wordAt(reading, at - 1);
  const after = wordAt(reading, end);
  if (before.preposition && !NEUTRAL.has(before.text)) return !isNamePart(after);
  if (before.portion || before.repeat) return true;
  if (before.text === "-" && wordAt(reading, at - 2).portion) return true;
  if (word.form === "short") return false;
  if (after.direction !== undefined || after.text === "'") return !AMBIGUOUS.has(word.text);
  if (after.text === "-" && wordAt(reading, end + 1).month !== undefined) return true;
  if (before.text === "a" || before.text === "the" || before.text === "'" || before.text === "s") {
    return after.text === "" && !after.capitalized;
  }
  return !AMBIGUOUS.has(word.text) && !isNamePart(after) && !isNamePart(before);
}

function isNamePart(word: { readonly text: string; readonly capitalized: boolean }): boolean {
  return word.capitalized && word.text === "";
}
