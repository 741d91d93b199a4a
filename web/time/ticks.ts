/** The days, months or years written along an axis of time, no closer than they can be read. */
import { dayNumber, dayText, monthOf, shortDay } from "../data/days.ts";

const TICK_PX = 58;
/** From tick to tick; beyond that years are told. */
const MOST_MONTHS = 4;
/** Fewer months than this on an axis say little: days are told. */
const FEWEST_MONTHS = 2;
const DAY_STEPS: readonly number[] = [1, 2, 7, 14];

interface Tick {
  readonly day: number;
  readonly name: string;
}

/** `width` of the axis in pixels. */
export function timeTicks(from: number, to: number, width: number): Tick[] {
  const room = Math.max(1, Math.floor(Math.max(width, TICK_PX) / TICK_PX));
  const months = firstsOfMonths(from, to);
  return months.length < FEWEST_MONTHS ? dayTicks(from, to, room) : monthTicks(months, room);
}

function dayTicks(from: number, to: number, room: number): Tick[] {
  const step = DAY_STEPS.find((days) => (to - from) / days < room) ?? to - from + 1;
  const ticks: Tick[] = [];
  for (let day = from; day <= to; day += step) ticks.push({ day, name: shortDay(dayText(day)) });
  return ticks;
}

function firstsOfMonths(from: number, to: number): Tick[] {
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
  return ticks;
}

function monthTicks(ticks: readonly Tick[], room: number): Tick[] {
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
