/**
 * Which articles tell the same words (reprints) and which tell of the same happening (stories).
 *
 * Stories: candidate pairs share two of their twenty heaviest words and lie at most seven days apart (inverted index,
 * never all pairs); they are joined by average linkage.
 */
import { clusterByAverage, type Similarity } from "./average-link.ts";
import { findReprintGroups, type Printed } from "./reprint-groups.ts";
import {
  createCosine,
  type StoryVector,
  toStoryVectors,
  type Worded,
  type WordSpread,
} from "./story-vectors.ts";

export interface Stories {
  /** By article: the smallest article id of its reprint group. */
  readonly reprintOf: readonly string[];
  /** By article: the smallest article id of its story. */
  readonly storyOf: readonly string[];
  /** Whether the article is the one of its reprint group that counts (the earliest, then the smallest id). */
  readonly isCanonical: readonly boolean[];
  readonly spread: WordSpread;
}

const SHARED_WORDS = 2;
const WINDOW_DAYS = 7;
/** Average cosine at which two clusters are one story. */
const JOIN = 0.22;
/** A word in the top of more articles than this says little: each is compared with its next neighbors in time only. */
const NEIGHBORS = 200;

/** `records`: of one block, sorted by article id. */
export function findStories(records: readonly (Printed & Worded)[], join = JOIN): Stories {
  const reprints = findReprintGroups(records);
  const { vectors, spread } = toStoryVectors(records);
  const pairs = similarities(vectors, spread.articles.size, join);
  const cluster = clusterByAverage(records.length, pairs, join, reprints.groupOf);
  return {
    reprintOf: reprints.idOf,
    isCanonical: reprints.isCanonical,
    storyOf: cluster.map((first) => records[first]!.article.id),
    spread,
  };
}

/** `words`: how many there are in all vectors. */
function similarities(vectors: readonly StoryVector[], words: number, join: number): Similarity[] {
  const order = vectors.map((_, i) => i).sort((a, b) => compareDays(vectors, a, b));
  const postings = new Map<number, { readonly articles: number[]; passed: number }>();
  for (const i of order) {
    for (const word of vectors[i]!.top) {
      const list = postings.get(word);
      if (list) list.articles.push(i);
      else postings.set(word, { articles: [i], passed: 0 });
    }
  }
  const found: Similarity[] = [];
  const shared = new Uint8Array(vectors.length);
  const toCosine = createCosine(words);
  for (const i of order) {
    const vector = vectors[i]!;
    const met: number[] = [];
    for (const word of vector.top) {
      const list = postings.get(word)!;
      // Lists are in the same order: what was passed was compared already.
      list.passed++;
      const last = Math.min(list.articles.length, list.passed + NEIGHBORS);
      for (let at = list.passed; at < last; at++) {
        const j = list.articles[at]!;
        if (vectors[j]!.day - vector.day > WINDOW_DAYS) break;
        if (shared[j]!++ === 0) met.push(j);
      }
    }
    const near = met.filter((j) => shared[j]! >= SHARED_WORDS);
    for (const j of met) shared[j] = 0;
    if (near.length === 0) continue;
    const cosineTo = toCosine(vector);
    for (const j of near) {
      const value = cosineTo(vectors[j]!);
      if (value > join / 2) found.push({ a: Math.min(i, j), b: Math.max(i, j), value });
    }
  }
  return found;
}

/** Articles without a date come first: they may belong to any week. */
function compareDays(vectors: readonly StoryVector[], a: number, b: number): number {
  const x = vectors[a]!.day;
  const y = vectors[b]!.day;
  if (Number.isNaN(x) || Number.isNaN(y))
    return Number(Number.isNaN(y)) - Number(Number.isNaN(x)) || a - b;
  return x - y || a - b;
}
