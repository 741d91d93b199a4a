/**
 * What the models look at in a word: hashes of its form, its lower case, its beginnings and endings, its shape and
 * its clusters. Computed once for each distinct word and kept, for a text repeats its words.
 */
import { modelForm } from "../model-form.ts";
import type { WordClusters } from "../word-clusters.ts";
import { hashWord } from "../word-clusters.ts";

/** Columns by word number. Hashes are signed 32-bit; 0 stands for "none". */
export interface Words {
  /** The number of a word; the columns are filled up to it. */
  intern(form: string): number;
  /** Forgets all words when there are too many: a bound on memory, called between articles. Tells whether it did. */
  trim(): boolean;
  /** By number, as it was first met: one string for all that are equal, which the maps of later steps find faster. */
  readonly forms: readonly string[];
  readonly columns: WordColumns;
}

export interface WordColumns {
  form: Int32Array;
  lower: Int32Array;
  suffix2: Int32Array;
  suffix3: Int32Array;
  suffix4: Int32Array;
  prefix2: Int32Array;
  prefix3: Int32Array;
  shape: Int32Array;
  /** Clusters plus one; 0 is "in no cluster". */
  c64: Int32Array;
  c256: Int32Array;
  c1024: Int32Array;
  c4096: Int32Array;
  /** What the word is to the sentence splitter; -1 until it has looked. */
  mark: Int32Array;
}

const MOST_WORDS = 200_000;

export function createWords(clusters: WordClusters | undefined): Words {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  let capacity = 4096;
  const columns = newColumns(capacity);
  return {
    columns,
    forms,
    intern(form) {
      const known = ids.get(form);
      if (known !== undefined) return known;
      const id = ids.size;
      if (id >= capacity) {
        capacity *= 2;
        growColumns(columns, capacity);
      }
      ids.set(form, id);
      forms.push(form);
      describe(form, id);
      return id;
    },
    trim() {
      if (ids.size <= MOST_WORDS) return false;
      ids.clear();
      forms.length = 0;
      return true;
    },
  };

  function describe(form: string, id: number): void {
    const written = modelForm(form);
    const normal = /\d/.test(written) ? written.replace(/\d/g, "0") : written;
    const lower = normal.toLowerCase();
    columns.form[id] = hashWord(normal) | 0;
    columns.lower[id] = hashWord(lower) | 0;
    columns.suffix2[id] = hashWord(lower.slice(-2)) | 0;
    columns.suffix3[id] = hashWord(lower.slice(-3)) | 0;
    columns.suffix4[id] = hashWord(lower.slice(-4)) | 0;
    columns.prefix2[id] = hashWord(lower.slice(0, 2)) | 0;
    columns.prefix3[id] = hashWord(lower.slice(0, 3)) | 0;
    columns.shape[id] = shapeOf(normal, lower);
    columns.mark[id] = -1;
    const row = clusters === undefined ? -1 : clusters.lookup(lower);
    columns.c64[id] = row < 0 ? 0 : clusters!.by64[row]! + 1;
    columns.c256[id] = row < 0 ? 0 : clusters!.by256[row]! + 1;
    columns.c1024[id] = row < 0 ? 0 : clusters!.by1024[row]! + 1;
    columns.c4096[id] = row < 0 ? 0 : clusters!.by4096[row]! + 1;
  }
}

function newColumns(size: number): WordColumns {
  const column = (): Int32Array => new Int32Array(size);
  return {
    form: column(),
    lower: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix2: column(),
    prefix3: column(),
    shape: column(),
    c64: column(),
    c256: column(),
    c1024: column(),
    c4096: column(),
    mark: column(),
  };
}

function growColumns(columns: WordColumns, size: number): void {
  for (const name of Object.keys(columns) as (keyof WordColumns)[]) {
    const grown = new Int32Array(size);
    grown.set(columns[name]);
    columns[name] = grown;
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
