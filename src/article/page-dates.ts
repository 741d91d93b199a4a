/**
 * The day of publication out of all that a page says of it: the first that can be believed. A date is not believed when
 * it lies after the page was fetched, or more than a day after the page was changed for the last time while another
 * source tells one that does not.
 */
import type { IsoDateTime, MetadataSource } from "../model.ts";
import { parseMachineDate } from "../text/machine-dates.ts";

export interface ToldDate {
  /** As it is written. */
  readonly text: string | undefined;
  readonly foundIn: MetadataSource;
}

export interface FoundDate {
  readonly value: IsoDateTime;
  readonly foundIn: MetadataSource;
}

export interface BelievedDate {
  readonly date?: FoundDate;
  /** Dates after the day on which the page was fetched. */
  readonly future: readonly IsoDateTime[];
}

/** `told`: the best source first; `updated`: when the page says that it was changed. */
export function believedDate(
  told: readonly ToldDate[],
  updated: IsoDateTime | undefined,
  retrieved: IsoDateTime | undefined,
): BelievedDate {
  const dates = told.flatMap(({ text, foundIn }): FoundDate[] => {
    const value = text === undefined ? undefined : parseMachineDate(text);
    return value === undefined ? [] : [{ value, foundIn }];
  });
  const past = dates.filter(({ value }) => !isAfter(value, retrieved));
  const future = dates.filter(({ value }) => isAfter(value, retrieved)).map(({ value }) => value);
  const date = past.find(({ value }) => !isAfter(value, updated)) ?? past[0];
  return { future: [...new Set(future)], ...(date !== undefined && { date }) };
}

const DAY_MS = 86_400_000;

/** By more than a day: zones are often missing or wrong. */
export function isAfter(date: IsoDateTime, other: IsoDateTime | undefined): boolean {
  if (other === undefined) return false;
  return Date.parse(date) > Date.parse(other) + DAY_MS;
}

export function futureNote(date: IsoDateTime): string {
  return `the date ${date} lies after the page was fetched: not believed`;
}
