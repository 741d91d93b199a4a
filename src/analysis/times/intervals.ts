/** The days of an expression as its surroundings bound them: *since*, *until*, *by*, *from ... to*, *between ... and*. */
import { extended } from "../../text/extended.ts";
import type { Found } from "./find-times.ts";
import type { Period } from "./periods.ts";
import { type Reading, wordAt } from "./reading.ts";

const UPPER = new Set(["until", "till", "by"]);
const JOINTS = new Set(["to", "and", "until", "till", "through", "-"]);

/** "From 3 to 5 March": both ends get the whole range. */
export function joinRanges(reading: Reading, found: readonly Found[]): Found[] {
  const joined = [...found];
  for (let i = 0; i + 1 < joined.length; i++) {
    const range = rangeOf(reading, joined[i]!, joined[i + 1]!);
    if (!range) continue;
    joined[i] = withRange(joined[i]!, range);
    joined[i + 1] = withRange(joined[i + 1]!, range);
    i++;
  }
  return joined;
}

/** First and last day; a period behind *since* has no end, one behind *until* no beginning. */
export function intervalOf(
  reading: Reading,
  { match, inRange }: Found,
): { readonly from: number | undefined; readonly to: number | undefined } {
  const { from, to } = match.period ?? {};
  if (inRange || match.timex === "DURATION") return { from, to };
  const before = wordAt(reading, match.begin - 1).text;
  if (isQualifier(reading, match.end)) return { from, to };
  if (before === "since") return { from, to: undefined };
  if (UPPER.has(before)) return { from: undefined, to };
  return { from, to };
}

/** "By Friday's deadline", "until the Monday meeting" name the day of something else. */
function isQualifier(reading: Reading, at: number): boolean {
  return wordAt(reading, at).text === "'";
}

function rangeOf(
  reading: Reading,
  first: Found,
  second: Found,
): { from: number; to: number } | undefined {
  const { match: a } = first;
  const { match: b } = second;
  if (first.sentence !== second.sentence || b.begin !== a.end + 1) return undefined;
  const opener = wordAt(reading, a.begin - 1).text;
  const joint = wordAt(reading, a.end).text;
  if (!JOINTS.has(joint) || (joint === "and") !== (opener === "between")) return undefined;
  if (joint !== "and" && opener !== "from" && joint === "to") return undefined;
  const from = a.period?.from;
  const to = b.period?.to;
  if (from === undefined || to === undefined || to < from) return undefined;
  return isDate(first) && isDate(second) ? { from, to } : undefined;
}

function isDate({ match }: Found): boolean {
  return match.timex === "DATE" || match.timex === "TIME";
}

function withRange(found: Found, range: { from: number; to: number }): Found {
  const period: Period = extended(found.match.period!, range);
  return extended(found, { inRange: true, match: extended(found.match, { period }) });
}
