/** The window of time of a state, in days, and what falls out of it. */
import { dayNumber } from "../data/days.ts";
import type { DaySpan } from "../data/network.ts";
import type { ViewState } from "./view-state.ts";

/** What has no day at all falls into no window. */
export function isOutside(from: number, to: number, window: DaySpan | undefined): boolean {
  return window !== undefined && (from < 0 || to < window[0] || from > window[1]);
}

export function windowOf({ since, until }: ViewState): DaySpan | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [
    since === undefined ? -1e9 : dayNumber(since),
    until === undefined ? 1e9 : dayNumber(until),
  ];
}
