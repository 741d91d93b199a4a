/** The features of a run of capitalized words: its ends decide what it is. */
import { type FeatureList, pair, placeIn, push } from "./feature-list.ts";
import { END_WORD, START_WORD, type Words } from "./words.ts";

/** Where the word stands in its run, the ends of the run and what stands around it: *Ministry* ..., ... *Inc said*. */
export function pushRun(
  words: Words,
  word: Int32Array,
  runStart: number,
  runEnd: number,
  i: number,
  start: number,
  end: number,
  base: number,
  out: FeatureList,
): void {
  if (runEnd === 0) return;
  const place = placeIn(i, runStart, runEnd);
  const first = word[runStart]!;
  const last = word[runEnd - 1]!;
  const before = runStart > start ? word[runStart - 1]! : START_WORD;
  const after = runEnd < end ? word[runEnd]! : END_WORD;
  push(out, base, place * 16 + Math.min(runEnd - runStart, 6));
  push(out, base + 1, pair(place, words.lowerHash[last]!));
  push(out, base + 2, pair(place, words.by256[last]!));
  push(out, base + 3, pair(place, words.lowerHash[first]!));
  push(out, base + 4, pair(place, words.by256[first]!));
  push(out, base + 5, pair(place, words.lowerHash[before]!));
  push(out, base + 6, pair(place, words.lowerHash[after]!));
  push(out, base + 7, pair(place, words.by256[before]!));
  push(out, base + 8, pair(place, words.by256[after]!));
  push(out, base + 9, pair(place, words.by1024[last]!));
  push(out, base + 10, pair(place, pair(words.by64[first]!, words.by64[last]!)));
  push(out, base + 12, pair(place, words.suffixes[last]![2]!));
  push(out, base + 13, pair(pair(place, words.by256[before]!), words.by64[last]!));
  push(out, base + 14, pair(pair(place, words.by256[after]!), words.by64[last]!));
  push(out, base + 11, pair(place, 64 * words.lists[first]! + words.lists[last]!));
}
