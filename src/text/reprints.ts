/**
 * Which texts are the same story: printed again, cut short, with a paragraph of their own, edited here and there.
 * Measured by containment (the share of the smaller text that stands in the larger), because wire copy is cut:
 * resemblance (MinHash, Jaccard) misses nearly all of it. Candidates come from an inverted index of one shingle in
 * sixteen; one in four decides.
 */
export { shingleSketch } from "./shingles.ts";

/**
 * Groups of two or more indices into `sketches`, each ascending. Which texts share a group does not depend on their
 * order. Takes what `shingleSketch` returns.
 */
export function findReprints(sketches: readonly Uint32Array[]): readonly (readonly number[])[] {
  const order = canonicalOrder(sketches);
  const parents = Int32Array.from(sketches, (_, i) => i);
  for (const [a, b] of candidatePairs(sketches, order)) {
    const [rootA, rootB] = [rootOf(parents, a), rootOf(parents, b)];
    if (rootA === rootB || !isReprint(sketches[a]!, sketches[b]!)) continue;
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < sketches.length; i++) {
    const root = rootOf(parents, i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [i]);
    else group.push(i);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Two texts are one story when this share of the smaller stands in the larger: wire copy of 20 % passes, shared quotes do not. */
const LEAST_CONTAINMENT = 0.4;
/** Fewer common shingles than this are a quote or a name with its titles. Six kept of four are about 27 words. */
const LEAST_COMMON = 6;

export function isReprint(a: Uint32Array, b: Uint32Array): boolean {
  const common = commonCount(a, b);
  return common >= LEAST_COMMON && common >= LEAST_CONTAINMENT * Math.min(a.length, b.length);
}

/** Only shingles of this sample are indexed. A multiple of the sample of `shingles.ts`. */
const INDEXED_ONE_IN = 16;
/** A shingle in more texts than this is a much reprinted story, or a phrase of everybody. */
const LONG_LIST = 64;
/** Of a long list every text is compared with so many of the largest, which are the fullest prints of a story. */
const COMPARED = 16;

/** Pairs with a common indexed shingle, each once. */
function* candidatePairs(
  sketches: readonly Uint32Array[],
  order: readonly number[],
): Generator<readonly [number, number]> {
  const index = new Map<number, number[]>();
  for (const document of order) {
    for (const hash of sketches[document]!) {
      if ((hash & (INDEXED_ONE_IN - 1)) !== 0) continue;
      const list = index.get(hash);
      if (list === undefined) index.set(hash, [document]);
      else list.push(document);
    }
  }
  const seen = new Set<number>();
  for (const list of index.values()) {
    const firsts = list.length > LONG_LIST ? COMPARED : list.length;
    for (let i = 0; i < firsts; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = [list[i]!, list[j]!];
        const pair = Math.min(a, b) * sketches.length + Math.max(a, b);
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [a, b];
      }
    }
  }
}

/** Largest sketch first, then by content: the same whatever the order of the input. */
function canonicalOrder(sketches: readonly Uint32Array[]): number[] {
  return sketches
    .map((_, i) => i)
    .sort((x, y) => {
      const [a, b] = [sketches[x]!, sketches[y]!];
      if (a.length !== b.length) return b.length - a.length;
      for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
      return x - y;
    });
}

function commonCount(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let j = 0;
  for (let i = 0; i < a.length && j < b.length; i++) {
    while (j < b.length && b[j]! < a[i]!) j++;
    if (b[j] === a[i]) common++;
  }
  return common;
}

function rootOf(parents: Int32Array, start: number): number {
  let at = start;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}
