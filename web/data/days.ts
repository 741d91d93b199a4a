/** Days as numbers, to compare and to count, and as people write them. */
import type { IsoDate } from "../../src/model.ts";

const DAY_MS = 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Days since 1970-01-01; of a moment its day as written. */
export function dayNumber(date: IsoDate): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

export function dayText(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Both -1 when it is not known. */
export function daySpanOf(date: string | undefined): readonly [from: number, to: number] {
  const day = date === undefined ? -1 : dayNumber(date);
  return [day, day];
}

/** `3 May 2023` */
export function longDay(date: string | undefined): string {
  if (date === undefined) return "undated";
  const [year, month, day] = date.slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `3 May`, for where the year is clear. */
export function shortDay(date: string | undefined): string {
  return date === undefined ? "" : longDay(date).slice(0, -5);
}

/** `3 to 5 May 2023`, `3 May to 2 June 2023`, `30 Dec 2022 to 2 Jan 2023`. */
export function dayRange(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return longDay(from ?? to);
  if (from === to) return longDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))}–${longDay(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${shortDay(from)} – ${longDay(to)}`;
  return `${longDay(from)} – ${longDay(to)}`;
}

/** `May 2023` */
export function monthOf(date: string): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
