/**
 * Articles in blocks of days, so that what is counted over many articles (how rare a word is, who repeats what) is counted over a few
 * thousand that are news together, and an addition changes the counts of its own block only. Where the blocks lie hangs on how many
 * articles each day has, and on nothing else: spans of days are halved while both halves have enough (as a trie splits its keys); a half
 * that has too few goes to the block beside it.
 */
import { lowerBound } from "../text/lower-bound.ts";

export interface Block {
  readonly id: string;
  /** Indexes of the articles, ascending. */
  readonly members: readonly number[];
}

/** 2^16 days from 1900 on; what lies outside counts as the first or last of them. */
const SPAN = 65_536;
const FIRST_DAY = -25_567;

/** `days`: since 1970, NaN for an article without a date; those are a block of their own. `fewest`: articles of a block; a pile of less than two is one. */
export function findBlocks(days: ArrayLike<number>, fewest: number): Block[] {
  const all = Array.from(days, (_, i) => i);
  if (all.length < 2 * fewest) return all.length === 0 ? [] : [{ id: "all", members: all }];
  const dayOf = (i: number): number =>
    Math.min(SPAN - 1, Math.max(0, Math.floor(days[i]!) - FIRST_DAY));
  const undated = all.filter((i) => Number.isNaN(days[i]!));
  const dated = all
    .filter((i) => !Number.isNaN(days[i]!))
    .sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const firstFrom = (day: number): number =>
    lowerBound(0, dated.length, (at) => dayOf(dated[at]!) < day);
  /** Ends of spans of days, ascending: each with at least `fewest` articles before it. */
  const split = (from: number, to: number): number[] => {
    const size = firstFrom(to) - firstFrom(from);
    if (size < 2 * fewest || to - from === 1) return [to];
    const middle = (from + to) / 2;
    const left = firstFrom(middle) - firstFrom(from);
    if (left < fewest) return split(middle, to);
    const ends = split(from, middle);
    if (size - left < fewest) return [...ends.slice(0, -1), to];
    return [...ends, ...split(middle, to)];
  };
  const blocks: Block[] = undated.length === 0 ? [] : [{ id: "undated", members: undated }];
  let from = 0;
  for (const end of split(0, SPAN)) {
    const to = firstFrom(end);
    const members = dated.slice(from, to).sort((a, b) => a - b);
    if (members.length > 0) blocks.push({ id: `until ${end + FIRST_DAY}`, members });
    from = to;
  }
  return blocks;
}
