/**
 * When the gold events of MEANTIME happened, at whatever grain the annotators said: a mention has the values of the times that hold its
 * happening, in any of its mentions and articles, else those of a happening that holds it or falls together with it. Bounds (*before
 * the day of writing*) say no time. Of 1,304 mentions of the development half 308 have one, and publication day is right for 59 %.
 */
import type { GoldArticle } from "./meantime.ts";

/** Links between happenings that are followed. */
const MOST_STEPS = 8;

/** Values by chain. */
export function goldTimes(
  articles: readonly Pick<GoldArticle, "told">[],
): ReadonlyMap<string, readonly string[]> {
  const times = new Map<string, Set<string>>();
  const within = new Map<string, Set<string>>();
  for (const { told } of articles) {
    for (const { chain, times: own, within: holders } of told) {
      for (const value of own) addTo(times, chain, value);
      for (const holder of holders) addTo(within, chain, holder);
    }
  }
  for (let step = 0; step < MOST_STEPS; step++) {
    const inherited = new Map<string, Set<string>>();
    for (const [chain, holders] of within) {
      if (times.has(chain)) continue;
      for (const holder of holders)
        for (const value of times.get(holder) ?? []) addTo(inherited, chain, value);
    }
    if (inherited.size === 0) break;
    for (const [chain, values] of inherited) times.set(chain, values);
  }
  return new Map([...times].map(([chain, values]) => [chain, [...values].sort()]));
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
