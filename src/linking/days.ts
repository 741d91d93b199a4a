/** Calendar days as numbers (days since 1970-01-01); NaN where there is none, so that no comparison with it holds. */
import { parseIsoDay } from "../text/calendar.ts";

export function toDay(date: string | undefined): number {
  return date === undefined ? Number.NaN : (parseIsoDay(date) ?? Number.NaN);
}
