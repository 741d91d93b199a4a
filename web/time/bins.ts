/** Evidence counted by day, week or month, whichever gives a histogram that can be read. */

import { dayNumber, dayText } from "../data/days.ts";
import type { DaySpan, Network } from "../data/network.ts";

export type BinUnit = "day" | "week" | "month";

export interface Bin {
  /** First and last day. */
  readonly from: number;
  readonly to: number;
  count: number;
}

export interface Bins {
  readonly unit: BinUnit;
  readonly bins: readonly Bin[];
}

const MOST_BARS = 130;

/** Each story counts once a bin and article: `days` of publication. */
export function countByDay(network: Network, ids?: Iterable<string>): Map<number, number> {
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const id of ids ?? network.graph.nodes()) {
    for (const { article, start, published } of network.graph.getNodeAttribute(id, "evidence")) {
      const key = `${article} ${start}`;
      if (published === undefined || seen.has(key)) continue;
      seen.add(key);
      const day = dayNumber(published);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  return counts;
}

export function chooseUnit([from, to]: DaySpan): BinUnit {
  const days = to - from + 1;
  if (days <= MOST_BARS) return "day";
  return days <= MOST_BARS * 7 ? "week" : "month";
}

export function fillBins(
  counts: ReadonlyMap<number, number>,
  [from, to]: DaySpan,
  unit: BinUnit,
): Bins {
  const bins: Bin[] = [];
  for (let start = firstOf(from, unit); start <= to; ) {
    const next = nextAfter(start, unit);
    bins.push({ from: start, to: next - 1, count: 0 });
    start = next;
  }
  let at = 0;
  for (const [day, count] of [...counts].sort(([a], [b]) => a - b)) {
    while (at < bins.length && bins[at]!.to < day) at++;
    const bin = bins[at];
    if (bin !== undefined && day >= bin.from) bin.count += count;
  }
  return { unit, bins };
}

/** Monday of the week, first of the month. */
function firstOf(day: number, unit: BinUnit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  return dayNumber(`${dayText(day).slice(0, 7)}-01`);
}

function nextAfter(day: number, unit: BinUnit): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return day + 7;
  const [year = 1970, month = 1] = dayText(day).split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return dayNumber(`${next}-01`);
}
