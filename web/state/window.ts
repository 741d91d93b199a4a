/** The window of time of a state, in days. */
import { dayNumber } from "../data/days.ts";
import type { DaySpan } from "../data/network.ts";
import type { ViewState } from "./view-state.ts";

export function windowOf({ since, until }: ViewState): DaySpan | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [
    since === undefined ? -1e9 : dayNumber(since),
    until === undefined ? 1e9 : dayNumber(until),
  ];
}
