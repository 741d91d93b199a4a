/**
 * Which articles tell the same words (reprints) and which tell of the same happening (stories).
 *
 * Stories: tf-idf vectors; candidate pairs share two of their twenty top terms and lie at most seven days apart
 * (inverted index, never all pairs); the pairs are then joined from the most to the least similar as long as the
 * average similarity between the two clusters stays high (average linkage on a sparse graph; Voorhees 1986).
 */
import type { Analysis } from "../model.ts";
import { clusterByAverage, type Similarity } from "./average-link.ts";
import { toDay } from "./days.ts";
import { findReprintGroups } from "./reprint-groups.ts";

export interface Stories {
  /** By article: the smallest article id of its reprint group. */
  readonly reprintOf: readonly string[];
  /** By article: the smallest article id of its story. */
  readonly storyOf: readonly string[];
  /** Whether the article is the one of its reprint group that counts (the earliest, then the smallest id). */
  readonly isCanonical: readonly boolean[];
}

const TOP_TERMS = 20;
const SHARED_TERMS = 2;
const WINDOW_DAYS = 7;
/** Average cosine at which two clusters are one story. */
const JOIN = 0.2;
/** An index term in more articles than this within the window says little; it is not used for candidates. */
const POSTINGS = 400;

interface Vector {
  readonly terms: ReadonlyMap<string, number>;
  readonly top: readonly string[];
  readonly day: number;
}

export function findStories(analyses: readonly Analysis[]): Stories {
  const reprints = findReprintGroups(analyses);
  const vectors = toVectors(analyses);
  const cluster = clusterByAverage(analyses.length, similarities(vectors), JOIN, reprints.groupOf);
  const smallest = new Map<number, string>();
  analyses.forEach(({ article }, i) => {
    const root = cluster[i]!;
    const other = smallest.get(root);
    if (other === undefined || article.id < other) smallest.set(root, article.id);
  });
  return {
    reprintOf: reprints.idOf,
    isCanonical: reprints.isCanonical,
    storyOf: analyses.map((_, i) => smallest.get(cluster[i]!)!),
  };
}

function toVectors(analyses: readonly Analysis[]): Vector[] {
  const counts = analyses.map(({ article }) => countWords(article.text));
  const documents = new Map<string, number>();
  for (const words of counts) {
    for (const word of words.keys()) documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  return counts.map((words, i) => {
    const weighted = [...words].map(([word, count]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(1 + analyses.length / documents.get(word)!),
    ]);
    const norm = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    weighted.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      terms: new Map(weighted.map(([word, weight]) => [word, weight / norm])),
      top: weighted
        .filter(([word]) => documents.get(word)! > 1)
        .slice(0, TOP_TERMS)
        .map(([word]) => word),
      day: toDay(analyses[i]!.article.published),
    };
  });
}

const WORD = /[\p{L}\p{N}]{2,40}/gu;

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [match] of text.matchAll(WORD)) {
    const word = match.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function similarities(vectors: readonly Vector[]): Similarity[] {
  const postings = new Map<string, number[]>();
  vectors.forEach(({ top }, i) => {
    for (const term of top) {
      const list = postings.get(term);
      if (list) list.push(i);
      else postings.set(term, [i]);
    }
  });
  for (const list of postings.values())
    list.sort((a, b) => vectors[a]!.day - vectors[b]!.day || a - b);
  const found: Similarity[] = [];
  vectors.forEach((vector, i) => {
    const shared = new Map<number, number>();
    for (const term of vector.top) {
      const list = postings.get(term)!;
      if (list.length > POSTINGS && tooMany(list, vectors, vector.day)) continue;
      for (const j of list) {
        if (j > i && isNear(vectors[j]!.day, vector.day)) shared.set(j, (shared.get(j) ?? 0) + 1);
      }
    }
    for (const [j, count] of shared) {
      if (count < SHARED_TERMS) continue;
      const value = cosine(vector.terms, vectors[j]!.terms);
      if (value > JOIN / 2) found.push({ a: i, b: j, value });
    }
  });
  return found;
}

function tooMany(list: readonly number[], vectors: readonly Vector[], day: number): boolean {
  let near = 0;
  for (const j of list) if (isNear(vectors[j]!.day, day)) near++;
  return near > POSTINGS;
}

/** Articles without a date may belong to any week. */
function isNear(a: number, b: number): boolean {
  return Number.isNaN(a) || Number.isNaN(b) || Math.abs(a - b) <= WINDOW_DAYS;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
