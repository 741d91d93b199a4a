/** Times without a date, from the table: `now`, `recently`, `in recent years`, `the near future`. */
import { readPhrase } from "../phrases.ts";
import { isGlued, wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

export const reference: Rule = {
  name: "reference",
  startsAt: (word) => (word.phrases ?? []).some(({ timex }) => timex !== undefined),
  match(context, at) {
    const found = readPhrase(context.reading, at, ({ timex }) => timex !== undefined);
    if (!found?.phrase.timex || found.phrase.value === undefined) return undefined;
    // "The now-cancelled deal"
    if (isGlued(context.reading, found.end) && wordAt(context.reading, found.end).text === "-") {
      return undefined;
    }
    return {
      begin: at,
      end: found.end,
      timex: found.phrase.timex,
      value: found.phrase.value,
      basis: "resolved",
      rule: this.name,
    };
  },
};
