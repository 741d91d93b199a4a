/** Orders of linking that do not depend on the locale. */
export { byText as by, compareText } from "../text/order.ts";

/** The most frequent key; ties go to the longer, then to the smaller by code unit. */
export function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let bestCount = 0;
  for (const [key, count] of counts) {
    if (best === undefined || count > bestCount || (count === bestCount && isBetter(key, best))) {
      best = key;
      bestCount = count;
    }
  }
  return best;
}

function isBetter(key: string, than: string): boolean {
  return key.length > than.length || (key.length === than.length && key < than);
}
