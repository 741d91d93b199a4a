/**
 * Which lists a word stands in (given names, countries, cities, titles, company endings ...), as a table of hashes
 * inside the model: what the model was trained with is what it meets, and nothing is parsed when it is loaded.
 */
import type { Column } from "../model-file.ts";

/** In the order of their bits; part of the model's file format. */
export const WORD_LISTS = [
  "given name",
  "family name that comes first",
  "country",
  "word of a country's name",
  "nationality",
  "faith, people or part of the world",
  "large city",
  "city",
  "word of a place's name",
  "title",
  "noun for an organization",
  "company ending",
  "organization",
  "word of an organization's name",
  "month or day",
  "region",
  "family name",
  "team",
  "firm or medium",
] as const;

export type WordList = (typeof WORD_LISTS)[number];

/** Bits that tell which lists a word stands in, by the `hashWord` of the word in lower case. */
export type FindLists = (hash: number) => number;

const BUCKET_BITS = 16;
const REST = (1 << (32 - BUCKET_BITS)) - 1;

export function toFindLists(columns: Readonly<Record<string, Column>>): FindLists {
  const counts = columns.listCounts as Uint8Array;
  const rests = columns.listRests as Uint16Array;
  const bits = columns.listBits as Uint32Array;
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return (hash) => {
    const bucket = hash >>> (32 - BUCKET_BITS);
    const rest = hash & REST;
    const end = starts[bucket + 1]!;
    for (let row = starts[bucket]!; row < end; row++) if (rests[row] === rest) return bits[row]!;
    return 0;
  };
}

/** Of several words, in place of `hashWord`: *new york* stands in the lists as one. */
export function joinHashes(before: number, word: number): number {
  return (Math.imul(before ^ (before >>> 15), 0x2c1b3c6d) + word) >>> 0;
}

/** The columns of the table, from the bits of each hash. */
export function toListColumns(lists: ReadonlyMap<number, number>): Record<string, Column> {
  const hashes = [...lists.keys()].sort((a, b) => a - b);
  const counts = new Uint8Array(1 << BUCKET_BITS);
  for (const hash of hashes) counts[hash >>> (32 - BUCKET_BITS)]!++;
  return {
    listCounts: counts,
    listRests: Uint16Array.from(hashes, (hash) => hash & REST),
    listBits: Uint32Array.from(hashes, (hash) => lists.get(hash)!),
  };
}
