/** `over the weekend`: the last one, or in a future clause and on its own days the present one. */
import { weekdayOf } from "../../../text/calendar.ts";
import { weekendPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { clauseTense } from "../tense.ts";

const SATURDAY = 6;

export const weekend: Rule = {
  name: "weekend",
  startsAt: (word) => word.text === "the",
  match({ reading, anchor }, at) {
    if (wordAt(reading, at + 1).text !== "weekend" || anchor === undefined) return undefined;
    const before = wordAt(reading, at - 1);
    if (!before.preposition || before.text === "of") return undefined;
    const tense = clauseTense(reading, at, at + 2);
    const isPresent = tense === "future" || weekdayOf(anchor) >= SATURDAY;
    const period = weekendPeriod(isPresent ? anchor : anchor - 7);
    return {
      begin: at,
      end: at + 2,
      timex: "DATE",
      value: period.value,
      period,
      basis: "resolved",
      rule: this.name,
    };
  },
};
