/**
 * Reprints: articles that carry the same words, cut or with additions. Containment of sampled four-word shingles in
 * an inverted index (Broder 1997, "mod m" sampling): MinHash over Jaccard misses wire copy that was cut. The groups
 * do not depend on the order of the texts.
 */
const WORDS = 4;
/** One shingle of eight is kept: a 300-word article has about thirty-seven. */
const SAMPLE = 8;
/** Share of the smaller sketch that must stand in the other. */
const CONTAINMENT = 0.4;
/** Two short texts with a shared phrase are not reprints. */
const LEAST_SHARED = 3;
/** A shingle in more texts than this is a set phrase of an outlet. */
const MOST_CARRIERS = 200;

const WORD = /[\p{L}\p{N}]+/gu;

/** Hashes of the sampled shingles, sorted, each once. Empty for a text of fewer than four words. */
export function shingleSketch(text: string): Uint32Array {
  const hashes: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) hashes.push(hashWord(word));
  const sampled = new Set<number>();
  for (let i = 0; i + WORDS <= hashes.length; i++) {
    let hash = 0;
    for (let j = i; j < i + WORDS; j++) hash = mix(hash, hashes[j]!);
    if (hash % SAMPLE === 0) sampled.add(hash);
  }
  return Uint32Array.from(sampled).sort();
}

/** Groups of two and more indexes, each sorted. */
export function findReprints(sketches: readonly Uint32Array[]): number[][] {
  const parent = sketches.map((_, i) => i);
  const find = (item: number): number => {
    let i = item;
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const carriers = new Map<number, number[]>();
  sketches.forEach((sketch, i) => {
    for (const hash of sketch) {
      const list = carriers.get(hash);
      if (list) list.push(i);
      else carriers.set(hash, [i]);
    }
  });
  sketches.forEach((sketch, i) => {
    const shared = new Map<number, number>();
    for (const hash of sketch) {
      const list = carriers.get(hash)!;
      if (list.length > MOST_CARRIERS) continue;
      for (const j of list) if (j > i) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    for (const [j, count] of shared) {
      const least = Math.min(sketch.length, sketches[j]!.length);
      if (count < LEAST_SHARED || count < CONTAINMENT * least) continue;
      const a = find(i);
      const b = find(j);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  const groups = new Map<number, number[]>();
  parent.forEach((_, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Finalizer of MurmurHash3 (Appleby, public domain) over both. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a, 31) ^ b;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
