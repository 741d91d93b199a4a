/** Articles that carry the same words: one piece of evidence with several carriers. */
import { findReprints } from "../text/reprints.ts";
import { compareText } from "./order.ts";
import type { LinkRecord } from "./records.ts";

/** What is compared. */
export interface Printed extends Pick<LinkRecord, "sketch"> {
  readonly article: Pick<LinkRecord["article"], "id" | "published">;
}

export interface ReprintGroups {
  /** By article: index of the first article (by id) of its group. */
  readonly groupOf: readonly number[];
  /** By article: the smallest article id of its group. */
  readonly idOf: readonly string[];
  readonly isCanonical: readonly boolean[];
}

/** `records` are sorted by article id. */
export function findReprintGroups(records: readonly Printed[]): ReprintGroups {
  const groups = findReprints(records.map(({ sketch }) => sketch));
  const groupOf = records.map((_, i) => i);
  const isCanonical = records.map(() => true);
  for (const group of groups) {
    const canonical = [...group].sort((a, b) => compareArticles(records[a]!, records[b]!))[0]!;
    const first = Math.min(...group);
    for (const i of group) {
      groupOf[i] = first;
      isCanonical[i] = i === canonical;
    }
  }
  return { groupOf, idOf: groupOf.map((i) => records[i]!.article.id), isCanonical };
}

/** The earliest first: whoever copied came later. Undated ones last. */
function compareArticles(a: Printed, b: Printed): number {
  return (
    compareText(a.article.published ?? "9999", b.article.published ?? "9999") ||
    compareText(a.article.id, b.article.id)
  );
}
