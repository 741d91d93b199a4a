/** The features that depend on one word and its distance from the token; their scores are summed once a word. */
import type { WordClusters } from "../word-clusters.ts";
import { type FeatureList, push } from "./feature-list.ts";
import { WORD_LISTS } from "./word-lists.ts";
import type { Words } from "./words.ts";

/** Distances at which single words are looked at. */
export const OFFSETS = [-3, -2, -1, 0, 1, 2, 3] as const;

const LIST_BITS = WORD_LISTS.length;

export function pushWordFeatures(
  words: Words,
  clusters: WordClusters,
  id: number,
  offset: number,
  out: FeatureList,
): void {
  const base = 64 * (offset + 3);
  const cluster = words.cluster[id]!;
  push(out, base, words.lowerHash[id]!);
  push(out, base + 1, words.caseClass[id]!);
  if (cluster >= 0) {
    push(out, base + 3, clusters.by256[cluster]!);
    push(out, base + 4, clusters.by1024[cluster]!);
  }
  if (offset < -2 || offset > 2) return;
  const lists = words.lists[id]!;
  for (let bit = 0; bit < LIST_BITS; bit++) if (lists & (1 << bit)) push(out, base + 8 + bit, 1);
  if (offset < -1 || offset > 1) return;
  push(out, base + 6, words.shape[id]!);
  push(out, base + 7, words.suffixes[id]![2]!);
  if (cluster >= 0) {
    push(out, base + 2, clusters.by64[cluster]!);
    push(out, base + 5, clusters.by4096[cluster]!);
  } else push(out, base + 2, -1);
  if (offset !== 0) return;
  push(out, base + 30, words.hash[id]!);
  const prefixes = words.prefixes[id]!;
  const suffixes = words.suffixes[id]!;
  for (let k = 0; k < prefixes.length; k++) push(out, base + 32 + k, prefixes[k]!);
  for (let k = 0; k < suffixes.length; k++) push(out, base + 40 + k, suffixes[k]!);
  push(out, base + 50, Math.min(words.form[id]!.length, 12));
}
