/** `early 2009`, `mid-January`, `the late 1980s`, `late Friday`, `early next week`, `earlier this year`. */
import { fromDay, narrow, untilDay } from "../narrow.ts";
import { wordAt } from "../reading.ts";
import type { Context, Match, Rule } from "../rule.ts";

export const portion: Rule = {
  name: "portion",
  startsAt: (word) =>
    word.portion !== undefined ||
    word.text === "the" ||
    word.text === "earlier" ||
    word.text === "later",
  match(context, at) {
    const { reading } = context;
    const start = wordAt(reading, at).text === "the" ? at + 1 : at;
    const word = wordAt(reading, start);
    if (word.text === "earlier" || word.text === "later") {
      return start === at ? matchSince(context, at, word.text) : undefined;
    }
    if (!word.portion) return undefined;
    const gap = wordAt(reading, start + 1).text === "-" ? 1 : 0;
    const inner = context.inner(start + 1 + gap);
    if (!inner || !isPeriod(inner)) return undefined;
    const period = inner.period && narrow(inner.period, word.portion);
    return { ...inner, begin: at, ...(period ? { period } : {}), rule: this.name };
  },
};

/** "Earlier this week": up to the day of the article; "later this week": from it on. */
function matchSince(context: Context, at: number, side: string): Match | undefined {
  const { reading, anchor } = context;
  const { text } = wordAt(reading, at + 1);
  if (text !== "this" && text !== "in" && text !== "that") return undefined;
  const inner = context.inner(text === "in" ? at + 2 : at + 1);
  if (inner?.timex !== "DATE" || !inner.period) return undefined;
  if (text === "in" && inner.period.precision === "day") return undefined;
  const { period } = inner;
  const whole = wholePeriod(period);
  const cut =
    anchor === undefined
      ? whole
      : side === "earlier"
        ? untilDay(whole, anchor)
        : fromDay(whole, anchor);
  return { ...inner, begin: at, period: cut, rule: portion.name };
}

function wholePeriod(period: NonNullable<Match["period"]>): NonNullable<Match["period"]> {
  return period;
}

function isPeriod(match: Match): boolean {
  return match.timex === "DATE" || match.timex === "TIME";
}
