/**
 * The ids of all entities once they are known: letters in one column, places found by hash. An id takes some 55 bytes so, where a string and its
 * place in a `Map` took 115; those that were asked for last stay as strings, as the same few countries and people stand in all articles.
 */
import type { SortedTexts } from "../model.ts";
import { HashNumbers } from "../text/hash-numbers.ts";
import { TextColumn } from "../text/text-column.ts";
import { WideHash } from "../text/wide-hash.ts";

/** By the end of their places. */
const MOST_READ = 2 ** 12;

/** `sorted`: each once. */
export function settleIds(sorted: Iterable<string>): SortedTexts {
  const column = new TextColumn();
  const places = new HashNumbers();
  const hash = new WideHash();
  for (const id of sorted) {
    hash.clear().addText(id);
    column.add(id);
    places.set(hash, column.length);
  }
  const numbers = new Int32Array(MOST_READ).fill(-1);
  const texts = new Array<string>(MOST_READ).fill("");
  return {
    length: column.length,
    at(place) {
      const slot = place % MOST_READ;
      if (numbers[slot] !== place) {
        numbers[slot] = place;
        texts[slot] = column.at(place);
      }
      return texts[slot]!;
    },
    placeOf(id) {
      hash.clear().addText(id);
      return (places.find(hash) ?? 0) - 1;
    },
  };
}
