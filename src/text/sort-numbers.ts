/** Sorts many numbers by a small whole number of each: counting sort, stable, so that keys of less weight are sorted by first (Knuth 5.2). */

type Numbers = Uint32Array<ArrayBuffer>;

/** A count for each key must fit; beyond, the key is taken in two halves. */
const MOST_COUNTED = 2 ** 22;
const HALF = 2 ** 16;

/** Returns one of the two arrays, with the numbers of `items` in ascending order of their keys. `most` is the largest key. */
export function sortByKey(
  items: Numbers,
  spare: Numbers,
  key: (item: number) => number,
  most: number,
): Numbers {
  if (most === 0) return items;
  if (most < MOST_COUNTED) return countingSort(items, spare, key, most);
  const low = countingSort(items, spare, (item) => key(item) % HALF, HALF - 1);
  const other = low === items ? spare : items;
  return countingSort(low, other, (item) => Math.floor(key(item) / HALF), Math.floor(most / HALF));
}

function countingSort(
  items: Numbers,
  sorted: Numbers,
  key: (item: number) => number,
  most: number,
): Numbers {
  const places = new Uint32Array(most + 2);
  for (let i = 0; i < items.length; i++) places[key(items[i]!) + 1]!++;
  for (let k = 1; k < places.length; k++) places[k]! += places[k - 1]!;
  for (let i = 0; i < items.length; i++) sorted[places[key(items[i]!)]!++] = items[i]!;
  return sorted;
}
