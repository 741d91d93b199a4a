/** `fiscal 2009`, `the fiscal year 2009`: the value is `FY2009`; its days are those of the calendar year, roughly. */
import { readYear } from "../date-parts.ts";
import { yearPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

export const fiscalYear: Rule = {
  name: "fiscal-year",
  startsAt: (word) => word.text === "fiscal" || word.text === "financial",
  match({ reading }, at) {
    const yearAt = wordAt(reading, at + 1).text === "year" ? at + 2 : at + 1;
    const year = readYear(reading, yearAt);
    if (!year) return undefined;
    const period = yearPeriod(year.value);
    return {
      begin: at,
      end: year.end,
      timex: "DATE",
      value: `FY${period.value}`,
      period,
      basis: "explicit",
      rule: this.name,
    };
  },
};
