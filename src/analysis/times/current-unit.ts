/** Reads "the year", "the financial year", "the day" where it can only be the present one: "the end of the year". */
import { type Period, shiftedPeriod } from "./periods.ts";
import { wordAt } from "./reading.ts";
import type { Context } from "./rule.ts";
import { prefixed, readYearKind } from "./year-kinds.ts";

export function readCurrentUnit(
  { reading, anchor, focus }: Context,
  at: number,
): { readonly end: number; readonly period: Period } | undefined {
  if (wordAt(reading, at).text !== "the" || anchor === undefined) return undefined;
  const { end: unitAt, prefix } = readYearKind(reading, at + 1);
  const { unit } = wordAt(reading, unitAt);
  if (unit?.number !== "one" || unit.clock || unit.code === "NI") return undefined;
  const isDay = focus?.precision === "day" && focus.from === focus.to;
  const day = unit.code === "D" && isDay ? focus.from : anchor;
  const period = shiftedPeriod(day ?? anchor, unit.code, 0);
  return period && { end: unitAt + 1, period: prefixed(period, prefix) };
}
