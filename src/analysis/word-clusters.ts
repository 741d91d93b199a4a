/**
 * Clusters of words of like use, at four grains (64, 256, 1024, 4096), made by k-means from word vectors: a
 * word that was never seen in training still shares its clusters with words that were. The table keeps no words,
 * only 32-bit hashes: 17 bits choose a bucket, 15 are compared, so a word that is not in the table is taken for
 * one that is about three times in 100,000.
 */
import type { DataSource } from "../lexicon/data.ts";
import { readModelFile } from "./model-file.ts";

export interface WordClusters {
  /** Row of a word in the four columns, -1 when it is not in the table. The word must be in lower case. */
  lookup(lowerCaseWord: string): number;
  /** The same by `hashWord` of the word in lower case. */
  lookupHash(hash: number): number;
  readonly by64: Uint8Array;
  readonly by256: Uint8Array;
  readonly by1024: Uint16Array;
  readonly by4096: Uint16Array;
}

export const CLUSTERS_VERSION = 1;
export const BUCKET_BITS = 17;

export function loadClusters(data: DataSource): WordClusters {
  return readClusters(data.bytes("models/clusters.bin"));
}

export function readClusters(bytes: Uint8Array): WordClusters {
  const { columns } = readModelFile(bytes, "clusters", CLUSTERS_VERSION);
  const counts = columns.counts as Uint8Array;
  const rests = columns.rests as Uint16Array;
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;

  function lookupHash(hash: number): number {
    const bucket = hash >>> (32 - BUCKET_BITS);
    const rest = hash & ((1 << (32 - BUCKET_BITS)) - 1);
    const end = starts[bucket + 1]!;
    for (let row = starts[bucket]!; row < end; row++) if (rests[row] === rest) return row;
    return -1;
  }

  return {
    lookup: (word) => lookupHash(hashWord(word)),
    lookupHash,
    by64: columns.by64 as Uint8Array,
    by256: columns.by256 as Uint8Array,
    by1024: columns.by1024 as Uint16Array,
    by4096: columns.by4096 as Uint16Array,
  };
}

/** FNV-1a over UTF-16 units with the finish of MurmurHash3, which spreads short words over all bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
