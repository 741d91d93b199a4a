/**
 * Distinct words and what the model looks at in each: hashes of the word, of its ends and its shape, how it is
 * capitalized, its clusters, the word lists it stands in. Worked out once a word, kept from article to article.
 */
import { modelForm } from "../model-form.ts";
import type { NumberedWords } from "../numbered-words.ts";
import { hashWord, type WordClusters } from "../word-clusters.ts";
import type { FindLists } from "./word-lists.ts";

/** How a word is capitalized. */
export const Case = {
  lower: 0,
  /** *Moscow* */
  initial: 1,
  /** *NATO*, *U.S.* */
  capitals: 2,
  /** *A*, *J.* */
  letter: 3,
  /** *McCain*, *YouTube* */
  mixed: 4,
  /** *iPhone*, *al-Qaeda* */
  late: 5,
  /** *2023*, *3.5* */
  digits: 6,
  /** *737-Max*, *G7* */
  letterAndDigit: 7,
  punctuation: 8,
} as const;

/** Before the first and after the last word of a sentence. */
export const START_WORD = 0;
export const END_WORD = 1;

export const PREFIX_LENGTHS = [2, 3, 4] as const;
export const SUFFIX_LENGTHS = [1, 2, 3, 4] as const;

/** Columns by word id; the hashes are signed 32-bit numbers. */
export interface Words {
  /** Of each token. */
  idsOf(tokens: NumberedWords): Int32Array;
  readonly size: number;
  readonly form: readonly string[];
  readonly hash: readonly number[];
  readonly lowerHash: readonly number[];
  readonly shape: readonly number[];
  readonly prefixes: readonly (readonly number[])[];
  readonly suffixes: readonly (readonly number[])[];
  readonly caseClass: readonly number[];
  /** Row of `clusters`, -1 for a word that has none. */
  readonly cluster: readonly number[];
  /** Its clusters; for a word without any a number that tells how it is capitalized. */
  readonly by64: readonly number[];
  readonly by256: readonly number[];
  readonly by1024: readonly number[];
  /** Bits of `WORD_LISTS`. */
  readonly lists: readonly number[];
  /** Of words and of phrases (`joinHashes`). */
  readonly findLists: FindLists;
}

export function createWords(clusters: WordClusters, lists: FindLists): Words {
  const ids = new Map<string, number>();
  const columns = {
    form: [] as string[],
    hash: [] as number[],
    lowerHash: [] as number[],
    shape: [] as number[],
    prefixes: [] as number[][],
    suffixes: [] as number[][],
    caseClass: [] as number[],
    cluster: [] as number[],
    by64: [] as number[],
    by256: [] as number[],
    by1024: [] as number[],
    lists: [] as number[],
  };

  function intern(form: string): number {
    const known = ids.get(form);
    if (known !== undefined) return known;
    const id = columns.form.length;
    ids.set(form, id);
    const written = modelForm(form);
    const lower = written.toLowerCase();
    const hash = hashWord(lower);
    columns.form.push(form);
    columns.hash.push(hashWord(written) | 0);
    columns.lowerHash.push(hash | 0);
    columns.shape.push(hashWord(shapeOf(written)) | 0);
    columns.prefixes.push(PREFIX_LENGTHS.map((n) => hashWord(lower.slice(0, n)) | 0));
    columns.suffixes.push(SUFFIX_LENGTHS.map((n) => hashWord(lower.slice(-n)) | 0));
    const caseClass = caseOf(written, lower);
    const row = clusters.lookupHash(hash);
    const none = -1 - (isCapitalized(caseClass) ? 16 : caseClass);
    columns.caseClass.push(caseClass);
    columns.cluster.push(row);
    columns.by64.push(row < 0 ? none : clusters.by64[row]!);
    columns.by256.push(row < 0 ? none : clusters.by256[row]!);
    columns.by1024.push(row < 0 ? none : clusters.by1024[row]!);
    columns.lists.push(lists(hash));
    return id;
  }

  let vocabulary: readonly string[] = [];
  /** By number of the word in the vocabulary, 0 when it has not been met: that is no word of a text. */
  let idOf = new Int32Array(0);

  function idsOf({ form, word, vocabulary: given }: NumberedWords): Int32Array {
    if (given !== vocabulary || given.length > idOf.length) {
      const larger = new Int32Array(2 * given.length);
      if (given === vocabulary) larger.set(idOf);
      [vocabulary, idOf] = [given, larger];
    }
    const ids = new Int32Array(word.length);
    for (let i = 0; i < word.length; i++) {
      const number = word[i]!;
      if (idOf[number] === 0) idOf[number] = intern(form[i]!);
      ids[i] = idOf[number]!;
    }
    return ids;
  }

  intern("\u0002");
  intern("\u0003");
  return {
    idsOf,
    get size() {
      return columns.form.length;
    },
    ...columns,
    findLists: lists,
  };
}

export function isCapitalized(caseClass: number): boolean {
  return caseClass >= Case.initial && caseClass <= Case.mixed;
}

function caseOf(form: string, lower: string): number {
  const upper = form.toUpperCase();
  if (lower === upper) return /\d/.test(form) ? Case.digits : Case.punctuation;
  if (/\d/.test(form)) return Case.letterAndDigit;
  if (form === lower) return Case.lower;
  const first = form.charAt(0);
  if (first !== first.toUpperCase() || first === first.toLowerCase()) return Case.late;
  if (form === upper) return form.replace(/\P{L}+/gu, "").length > 1 ? Case.capitals : Case.letter;
  return form.slice(1) === lower.slice(1) ? Case.initial : Case.mixed;
}

/** *Moscow* Xx, *U.S.* X.X., *737-Max* d-Xx; a run of one kind counts once, and short words keep their length. */
function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  for (const char of form.slice(0, 20)) {
    const kind = charKind(char);
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape + Math.min(form.length, 4);
}

function charKind(char: string): string {
  if (char >= "0" && char <= "9") return "d";
  const lower = char.toLowerCase();
  if (lower !== char.toUpperCase()) return char === lower ? "x" : "X";
  return char;
}
