/** Event mentions by number, and groups of them: of a large pile there are millions, as objects each would take a hundred bytes. */

/** Index of the article, index into its events. */
export type MentionPlace = readonly [article: number, event: number];

/** The event mentions of all articles, numbered from 0 on. */
export interface Mentions {
  readonly count: number;
  place(mention: number): MentionPlace;
  /** In the order of the article. */
  of(article: number): number[];
}

/** `counts`: of each article. */
export function numberMentions(counts: ArrayLike<number>): Mentions {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  const count = starts[counts.length]!;
  const articleOf = new Uint32Array(count);
  for (let i = 0; i < counts.length; i++) articleOf.fill(i, starts[i]!, starts[i + 1]!);
  return {
    count,
    place(mention) {
      const article = articleOf[mention]!;
      return [article, mention - starts[article]!];
    },
    of(article) {
      const first = starts[article]!;
      return Array.from({ length: starts[article + 1]! - first }, (_, i) => first + i);
    },
  };
}

/** Numbered clusters, in the order of their first members. */
export interface Groups {
  readonly count: number;
  /** -1 for what is in none. */
  groupOf(item: number): number;
  /** Ascending. */
  members(group: number): number[];
}

/** `clusters`: of each item, -1 for none. */
export function groupNumbers(clusters: Int32Array): Groups {
  const { groupOf, count } = inOrderOfFirst(clusters);
  const { starts, members } = membersOf(groupOf, count);
  return {
    count,
    groupOf: (item) => groupOf[item]!,
    members: (group) => [...members.subarray(starts[group]!, starts[group + 1]!)],
  };
}

function inOrderOfFirst(clusters: Int32Array): { readonly groupOf: Int32Array; count: number } {
  const numbers = new Int32Array(clusters.reduce((a, b) => Math.max(a, b), -1) + 1).fill(-1);
  let count = 0;
  const groupOf = clusters.map((cluster) => {
    if (cluster < 0) return -1;
    if (numbers[cluster]! < 0) numbers[cluster] = count++;
    return numbers[cluster]!;
  });
  return { groupOf, count };
}

/** A counting sort from behind. */
function membersOf(
  groupOf: Int32Array,
  count: number,
): { readonly starts: Uint32Array; readonly members: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const group of groupOf) if (group >= 0) starts[group]!++;
  for (let group = 1; group <= count; group++) starts[group]! += starts[group - 1]!;
  const members = new Uint32Array(starts[count]!);
  for (let i = groupOf.length - 1; i >= 0; i--) {
    const group = groupOf[i]!;
    if (group >= 0) members[--starts[group]!] = i;
  }
  return { starts, members };
}
