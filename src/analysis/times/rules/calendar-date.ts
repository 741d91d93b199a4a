/** `March 3, 2023`; `the 3rd of March`; `September 2006`; `March 3-5`. */
import { readCalendarDate } from "../calendar-dates.ts";
import type { Rule } from "../rule.ts";

export const calendarDate: Rule = {
  name: "calendar-date",
  startsAt: (word) =>
    word.month !== undefined ||
    word.text === "the" ||
    word.number?.kind === "ordinal" ||
    word.number?.kind === "ten",
  startsWithDigits: true,
  match(context, at) {
    const date = readCalendarDate(context, at);
    if (!date) return undefined;
    const { end, value, period, basis } = date;
    return {
      begin: at,
      end,
      timex: "DATE",
      value,
      ...(period ? { period } : {}),
      basis,
      rule: this.name,
    };
  },
};
