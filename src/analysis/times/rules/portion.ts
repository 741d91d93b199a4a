/** `early 2009`, `mid-January`, `the late 1980s`, `late Friday`, `early next week`, `earlier this year`, `later in the day`. */

import type { DayNumber } from "../../../text/calendar.ts";
import { extended } from "../../../text/extended.ts";
import { readCurrentUnit } from "../current-unit.ts";
import { fromDay, narrow, untilDay } from "../narrow.ts";
import type { Period } from "../periods.ts";
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
    const { text } = wordAt(reading, at);
    if (text === "earlier" || text === "later") return matchSide(context, at, text);
    const start = text === "the" ? at + 1 : at;
    const word = wordAt(reading, start);
    if (!word.portion) return undefined;
    const gap = wordAt(reading, start + 1).text === "-" ? 1 : 0;
    const inner = context.inner(start + 1 + gap);
    if (inner?.timex !== "DATE" && inner?.timex !== "TIME") return undefined;
    const period = inner.period && narrow(inner.period, word.portion);
    return extended(inner, { begin: at, ...(period ? { period } : {}), rule: this.name });
  },
};

type Side = "earlier" | "later";

/** "Earlier this week": up to the day of the article; "later this week": from it on. */
function matchSide(context: Context, at: number, side: Side): Match | undefined {
  const { text } = wordAt(context.reading, at + 1);
  if (text === "in") return matchInUnit(context, at, side);
  if (text !== "this" && text !== "that") return undefined;
  const inner = context.inner(at + 1);
  if (inner?.timex !== "DATE" || !inner.period) return undefined;
  const period = cut(inner.period, context.anchor, side);
  return extended(inner, { begin: at, period, rule: portion.name });
}

/** "Later in the day", "earlier in the week". */
function matchInUnit(context: Context, at: number, side: Side): Match | undefined {
  const whole = readCurrentUnit(context, at + 2);
  if (!whole) return undefined;
  const period = cut(whole.period, context.anchor, side);
  return {
    begin: at,
    end: whole.end,
    timex: "DATE",
    value: period.value,
    period,
    basis: "resolved",
    rule: portion.name,
  };
}

function cut(period: Period, anchor: DayNumber | undefined, side: Side): Period {
  if (anchor === undefined) return period;
  return side === "earlier" ? untilDay(period, anchor) : fromDay(period, anchor);
}
