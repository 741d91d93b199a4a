/** The months or years written along an axis of time, no closer than they can be read. */
import { dayNumber, dayText, monthOf } from "../data/days.ts";

const TICK_PX = 58;
/** From tick to tick; beyond that years are told. */
const MOST_MONTHS = 4;

/** `width` of the axis in pixels. */
export function monthTicks(
  from: number,
  to: number,
  width: number,
): { readonly day: number; readonly name: string }[] {
  const ticks: { day: number; name: string }[] = [];
  let [year = 1970, month = 1] = dayText(from).split("-").map(Number);
  for (;;) {
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
    const first = `${year}-${String(month).padStart(2, "0")}-01`;
    const day = dayNumber(first);
    if (day > to) break;
    ticks.push({ day, name: monthOf(first) });
  }
  const room = Math.max(1, Math.floor(Math.max(width, TICK_PX) / TICK_PX));
  const every = Math.ceil(ticks.length / room);
  if (every > MOST_MONTHS) {
    // Months years apart would say nothing without their years.
    const years = ticks.filter(({ name }) => name.startsWith("Jan"));
    const step = Math.ceil(years.length / room);
    return years
      .filter((_, i) => i % step === 0)
      .map(({ day, name }) => ({ day, name: name.slice(-4) }));
  }
  return ticks
    .filter((_, i) => i % Math.max(every, 1) === 0)
    .map(({ day, name }, i, kept) => ({
      day,
      name: name.slice(-4) === kept[i - 1]?.name.slice(-4) ? name.slice(0, 3) : name,
    }));
}
