/** Times without a date, from the table: `now`, `recently`, `in recent years`, `the near future`. */

import { XPOS_ID } from "../../tag-sets.ts";
import { readPhrase } from "../phrases.ts";
import { isGlued, type Reading, tokenAt, wordAt } from "../reading.ts";
import type { Rule } from "../rule.ts";

export const reference: Rule = {
  name: "reference",
  startsAt: (word) => (word.phrases ?? []).some(({ timex }) => timex !== undefined),
  match(context, at) {
    const found = readPhrase(context.reading, at, true);
    if (!found?.phrase.timex || found.phrase.value === undefined) return undefined;
    // "The now-cancelled deal"
    if (isGlued(context.reading, found.end) && wordAt(context.reading, found.end).text === "-") {
      return undefined;
    }
    if (!isWhole(context.reading, at, found.end)) return undefined;
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

const ADJECTIVE = XPOS_ID.get("JJ");
const ADJECTIVES = new Set(["past", "present", "future"]);

/** Not "the past president", "as soon as". */
function isWhole(reading: Reading, at: number, end: number): boolean {
  const last = wordAt(reading, end - 1).text;
  const before = wordAt(reading, at - 1);
  if (last === "soon") {
    return before.text !== "as" && before.text !== "too" && before.text !== "how";
  }
  if (!ADJECTIVES.has(last)) return true;
  const token = tokenAt(reading, end - 1);
  const tag = token < 0 ? 0 : reading.tokens.xpos[token]!;
  if (tag !== 0) return tag !== ADJECTIVE;
  const next = wordAt(reading, end);
  return before.preposition === true || next.text !== "" || next.capitalized;
}
