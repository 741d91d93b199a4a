/** Kinds of years: "this fiscal year" is written `FY2009`, "the calendar year" and "the academic year" as any year. */
import type { Period } from "./periods.ts";
import { type Reading, wordAt } from "./reading.ts";

const KINDS: ReadonlyMap<string, string> = new Map([
  ["fiscal", "FY"],
  ["financial", "FY"],
  ["calendar", ""],
  ["academic", ""],
]);

/** Where the unit stands behind the kind, and what goes before the value. */
export function readYearKind(
  reading: Reading,
  at: number,
): { readonly end: number; readonly prefix: string } {
  const prefix = KINDS.get(wordAt(reading, at).text);
  return prefix === undefined ? { end: at, prefix: "" } : { end: at + 1, prefix };
}

export function prefixed(period: Period, prefix: string): Period {
  return prefix !== "" && period.precision === "year"
    ? { ...period, value: prefix + period.value }
    : period;
}
