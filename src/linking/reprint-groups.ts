/** Articles that carry the same words: one piece of evidence with several carriers. */
import type { Analysis } from "../model.ts";
import { findReprints, shingleSketch } from "../text/reprints.ts";
import { compareText } from "./order.ts";

export interface ReprintGroups {
  /** By article: index of the first article (by id) of its group. */
  readonly groupOf: readonly number[];
  /** By article: the smallest article id of its group. */
  readonly idOf: readonly string[];
  readonly isCanonical: readonly boolean[];
}

/** `analyses` are sorted by article id. */
export function findReprintGroups(analyses: readonly Analysis[]): ReprintGroups {
  const groups = findReprints(analyses.map(({ article }) => shingleSketch(article.text)));
  const groupOf = analyses.map((_, i) => i);
  const isCanonical = analyses.map(() => true);
  for (const group of groups) {
    const canonical = [...group].sort((a, b) => compareArticles(analyses[a]!, analyses[b]!))[0]!;
    const first = Math.min(...group);
    for (const i of group) {
      groupOf[i] = first;
      isCanonical[i] = i === canonical;
    }
  }
  return { groupOf, idOf: groupOf.map((i) => analyses[i]!.article.id), isCanonical };
}

/** The earliest first: whoever copied came later. Undated ones last. */
function compareArticles(a: Analysis, b: Analysis): number {
  return (
    compareText(a.article.published ?? "9999", b.article.published ?? "9999") ||
    compareText(a.article.id, b.article.id)
  );
}
