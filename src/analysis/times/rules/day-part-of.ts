/** `the morning of March 5`, `in the evening`, `overnight`: a part of a day that is named beside it or before. */
import { extended } from "../../../text/extended.ts";
import { withTime } from "../day-part.ts";
import { dayPeriod } from "../periods.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

export const dayPartOf: Rule = {
  name: "day-part-of",
  startsAt: (word) => word.text === "the" || word.dayPart?.kind === "moment",
  match(context, at) {
    const { reading } = context;
    const moment = wordAt(reading, at).dayPart;
    if (moment?.kind === "moment") {
      const { text } = wordAt(reading, at - 1);
      const isTime =
        text === "at" ||
        text === "before" ||
        text === "after" ||
        text === "since" ||
        text === "until" ||
        text === "by";
      return isTime ? onLastDay(context, at, at + 1, moment.code) : undefined;
    }
    const { dayPart } = wordAt(reading, at + 1);
    if (dayPart?.kind !== "part") return undefined;
    if (wordAt(reading, at + 2).text === "of") {
      const day = context.inner(at + 3);
      if (day?.timex !== "DATE" || day.period?.precision !== "day") return undefined;
      return extended(withTime(day, day.end, dayPart.code), { begin: at, rule: this.name });
    }
    if (wordAt(reading, at - 1).text !== "in" || dayPart.code === "NI") return undefined;
    return onLastDay(context, at, at + 2, dayPart.code);
  },
};

/** "In the morning": of the day that was named last, or of the article. */
function onLastDay({ focus, anchor }: Context, at: number, end: number, code: string): Match {
  const base = {
    begin: at,
    end,
    timex: "DATE",
    basis: "resolved",
    rule: dayPartOf.name,
  } as const;
  const day = focus?.precision === "day" && focus.from === focus.to ? focus.from : anchor;
  if (day === undefined) return extended(base, { timex: "TIME", value: `XXXX-XX-XXT${code}` });
  const period = dayPeriod(day);
  return withTime(extended(base, { value: period.value, period }), end, code);
}
