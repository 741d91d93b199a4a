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
  const areReprints = createComparison(sketches);
  forEachCandidate(sketches, order, (a, b) => {
    const rootA = rootOf(parents, a);
    const rootB = rootOf(parents, b);
    if (rootA === rootB || !areReprints(a, b)) return;
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  });
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

/**
 * Whether two texts are one story; quick when one is compared with many in a row. Only shingles that stand in two texts are looked at:
 * nearly all of a text stand in no other.
 */
function createComparison(sketches: readonly Uint32Array[]): (a: number, b: number) => boolean {
  const { shared, size } = sharedShingles(sketches);
  // Which shingles the text has that was compared last: its index, by shingle.
  const ownerOf = new Int32Array(size).fill(-1);
  let last = -1;
  return (a, b) => {
    const smaller = Math.min(sketches[a]!.length, sketches[b]!.length);
    let missing = Math.max(LEAST_COMMON, LEAST_CONTAINMENT * smaller);
    if (shared[a]!.length < missing || shared[b]!.length < missing) return false;
    if (last !== a) {
      for (const shingle of shared[a]!) ownerOf[shingle] = a;
      last = a;
    }
    for (const shingle of shared[b]!) if (ownerOf[shingle] === a) missing--;
    return missing <= 0;
  };
}

/** By text the numbers of those of its shingles that another text has, too; `size`: how many numbers there are. */
function sharedShingles(sketches: readonly Uint32Array[]): {
  readonly shared: readonly Int32Array[];
  readonly size: number;
} {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const numbered = sketches.map((sketch) =>
    Int32Array.from(sketch, (hash) => {
      let number = numbers.get(hash);
      if (number === undefined) {
        number = counts.push(0) - 1;
        numbers.set(hash, number);
      }
      counts[number]!++;
      return number;
    }),
  );
  return {
    shared: numbered.map((own) => own.filter((number) => counts[number]! > 1)),
    size: counts.length,
  };
}

/** Only shingles of this sample are indexed. A multiple of the sample of `shingles.ts`. */
const INDEXED_ONE_IN = 16;
/** A shingle in more texts than this is a much reprinted story, or a phrase of everybody. */
const LONG_LIST = 64;
/** Of a long list every text is compared with so many of the largest, which are the fullest prints of a story. */
const COMPARED = 16;

/** A text and one after it in the order with which it has an indexed shingle in common: each pair once. */
function forEachCandidate(
  sketches: readonly Uint32Array[],
  order: readonly number[],
  visit: (a: number, b: number) => void,
): void {
  const index = new Map<number, { readonly documents: number[]; passed: number }>();
  const lists = order.map((document) => {
    const own: { readonly documents: number[]; passed: number }[] = [];
    for (const hash of sketches[document]!) {
      if ((hash & (INDEXED_ONE_IN - 1)) !== 0) continue;
      let list = index.get(hash);
      if (list === undefined) {
        list = { documents: [], passed: 0 };
        index.set(hash, list);
      }
      list.documents.push(document);
      own.push(list);
    }
    return own;
  });
  const visitedFor = new Int32Array(sketches.length).fill(-1);
  order.forEach((document, at) => {
    for (const list of lists[at]!) {
      const { documents } = list;
      const isCompared = documents.length <= LONG_LIST || list.passed < COMPARED;
      list.passed++;
      if (!isCompared) continue;
      for (let next = list.passed; next < documents.length; next++) {
        const other = documents[next]!;
        if (visitedFor[other] === document) continue;
        visitedFor[other] = document;
        visit(document, other);
      }
    }
  });
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

function rootOf(parents: Int32Array, start: number): number {
  let at = start;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}
