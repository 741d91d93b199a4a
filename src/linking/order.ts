/** Orders that do not depend on the locale: by code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For `Array.sort`: by the string that `key` gives. */
export function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => compareText(key(a), key(b));
}

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
