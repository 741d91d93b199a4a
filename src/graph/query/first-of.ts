/** The first few of very many in order, without sorting all of them: what comes after the last that still counts is passed over. */
export function firstOf<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const kept: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * count + SOME) continue;
    kept.sort(compare).length = count;
    last = kept.at(-1);
  }
  return kept.sort(compare).slice(0, count);
}

/** So that few are not sorted again and again. */
const SOME = 100;
