/**
 * What the models look at in a word: hashes of its form, its lower case, its beginnings and endings, its shape and
 * its clusters. Computed once for each distinct word and kept, for a text repeats its words.
 */

import { createWordTable } from "../../text/word-table.ts";
import { modelForm } from "../model-form.ts";
import type { WordClusters } from "../word-clusters.ts";
import { hashWord } from "../word-clusters.ts";

/**
 * Where what is known of a word stands in its row. Hashes are signed 32-bit; 0 stands for "none". Row by row, for all of
 * it is read together.
 */
export const FORM = 0;
export const LOWER = 1;
export const SUFFIX2 = 2;
export const SUFFIX3 = 3;
export const SUFFIX4 = 4;
export const PREFIX2 = 5;
export const PREFIX3 = 6;
export const SHAPE = 7;
/** Clusters plus one; 0 is "in no cluster". */
export const C64 = 8;
export const C256 = 9;
export const C1024 = 10;
export const C4096 = 11;
/** What the word is to the sentence splitter; -1 until it has looked. */
export const MARK_OF_WORD = 12;
export const WORD_ROW = 16;

export interface Words {
  /** The number of the word that a text has from `start` to `end`; the rows are filled up to it. */
  intern(text: string, start: number, end: number): number;
  /** Forgets all words when there are too many: a bound on memory, called between articles. Tells whether it did. */
  trim(): boolean;
  /** By number, as it was first met; another list once all were forgotten. */
  readonly forms: readonly string[];
  /** `WORD_ROW` numbers a word; another array when there are more words. */
  readonly facts: Int32Array;
}

const MOST_WORDS = 200_000;

export function createWords(clusters: WordClusters | undefined): Words {
  let table = createWordTable();
  /** How many words have their row. */
  let described = 0;
  let facts = new Int32Array(4096 * WORD_ROW);
  return {
    get facts() {
      return facts;
    },
    get forms() {
      return table.words;
    },
    intern(text, start, end) {
      const id = table.numberOf(text, start, end);
      if (id < described) return id;
      if ((id + 1) * WORD_ROW > facts.length) {
        const grown = new Int32Array(2 * facts.length);
        grown.set(facts);
        facts = grown;
      }
      describe(table.words[id]!, id);
      described++;
      return id;
    },
    trim() {
      if (table.words.length <= MOST_WORDS) return false;
      table = createWordTable();
      described = 0;
      return true;
    },
  };

  function describe(form: string, id: number): void {
    const written = modelForm(form);
    const normal = /\d/.test(written) ? written.replace(/\d/g, "0") : written;
    const lower = normal.toLowerCase();
    const at = id * WORD_ROW;
    facts[at + FORM] = hashWord(normal) | 0;
    facts[at + LOWER] = hashWord(lower) | 0;
    facts[at + SUFFIX2] = hashWord(lower.slice(-2)) | 0;
    facts[at + SUFFIX3] = hashWord(lower.slice(-3)) | 0;
    facts[at + SUFFIX4] = hashWord(lower.slice(-4)) | 0;
    facts[at + PREFIX2] = hashWord(lower.slice(0, 2)) | 0;
    facts[at + PREFIX3] = hashWord(lower.slice(0, 3)) | 0;
    facts[at + SHAPE] = shapeOf(normal, lower);
    facts[at + MARK_OF_WORD] = -1;
    const row = clusters === undefined ? -1 : clusters.lookup(lower);
    facts[at + C64] = row < 0 ? 0 : clusters!.by64[row]! + 1;
    facts[at + C256] = row < 0 ? 0 : clusters!.by256[row]! + 1;
    facts[at + C1024] = row < 0 ? 0 : clusters!.by1024[row]! + 1;
    facts[at + C4096] = row < 0 ? 0 : clusters!.by4096[row]! + 1;
  }
}

/** 1 lower, 2 Capitalised, 3 CAPITALS, 4 miXed, 5 one Capital, 6 no letters; +8 with a digit, +16 a hyphen, +32 a period. */
function shapeOf(form: string, lower: string): number {
  let shape = 6;
  const upper = form.toUpperCase();
  if (upper !== lower) {
    if (form === lower) shape = 1;
    else if (form === upper) shape = form.length === 1 || /^.\.$/.test(form) ? 5 : 3;
    else if (form.slice(1) === lower.slice(1)) shape = 2;
    else shape = 4;
  }
  if (form.includes("0")) shape += 8;
  if (form.includes("-")) shape += 16;
  if (form.includes(".")) shape += 32;
  return shape;
}
