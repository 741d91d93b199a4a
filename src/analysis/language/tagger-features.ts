/**
 * What the tagger asks about a word: itself, its neighbours, the two tags after it. After Ratnaparkhi (1996). The
 * templates are in groups by what they depend on, so that the scores of what comes again and again (a word, a word
 * before or after it, two tags, three shapes) can be kept; the number of each is its salt and must stay.
 */
import { hash1, hash2, hash3 } from "../kernel/feature-hash.ts";
import type { SentenceWords } from "./sentence-words.ts";

export const TAGGER_FEATURES = 64;

/** Features of the word itself and the casing of its sentence. Returns their number, as all of these do. */
export function wordFeatures(s: SentenceWords, at: number, into: Int32Array, start = 0): number {
  const { form, lower, suffix2, suffix3, suffix4, prefix2, prefix3, c64, c256, c1024, c4096 } = s;
  const sh = s.shape[at]! * 4 + s.casing;
  let n = start;
  into[n++] = hash1(1, 0);
  into[n++] = hash2(2, form[at]!, s.casing);
  into[n++] = hash1(3, lower[at]!);
  into[n++] = hash1(4, suffix2[at]!);
  into[n++] = hash1(5, suffix3[at]!);
  into[n++] = hash1(6, suffix4[at]!);
  into[n++] = hash1(7, prefix2[at]!);
  into[n++] = hash1(8, prefix3[at]!);
  into[n++] = hash1(9, sh);
  into[n++] = hash2(10, suffix3[at]!, sh);
  into[n++] = hash1(22, c64[at]!);
  into[n++] = hash1(23, c256[at]!);
  into[n++] = hash1(24, c1024[at]!);
  into[n++] = hash1(25, c4096[at]!);
  into[n++] = hash2(30, c256[at]!, suffix2[at]!);
  into[n++] = hash2(31, c256[at]!, sh);
  into[n++] = hash2(48, suffix4[at]!, prefix3[at]!);
  return n;
}

/** Features of what stands around it; the tags after it must be known. Goes on at `start`, returns the new number. */
export function contextFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  let n = beforeFeatures(s, at, into, start);
  n = afterFeatures(s, at, into, n);
  n = tagPairFeatures(s, at, into, n);
  n = shapeFeatures(s, at, into, n);
  n = nearFeatures(s, at, into, n);
  return jointFeatures(s, at, into, n);
}

/** Of the word before alone. */
export function beforeFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, suffix3, c1024 } = s;
  const w1 = lower[at - 1]!;
  let n = start;
  into[n++] = hash1(11, w1);
  into[n++] = hash1(26, c1024[at - 1]!);
  into[n++] = hash1(33, suffix3[at - 1]!);
  return n;
}

/** Of the word after alone. */
export function afterFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, suffix3, c1024 } = s;
  const n1 = lower[at + 1]!;
  let n = start;
  into[n++] = hash1(13, n1);
  into[n++] = hash1(27, c1024[at + 1]!);
  into[n++] = hash1(32, suffix3[at + 1]!);
  return n;
}

/** Of the two tags after alone. */
export function tagPairFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { tag } = s;
  const t1 = tag[at + 1]!;
  const t2 = tag[at + 2]!;
  let n = start;
  into[n++] = hash1(15, t1);
  into[n++] = hash2(16, t1, t2);
  return n;
}

/** Of the shapes of three words, and whether there is a word before. */
export function shapeFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, shape } = s;
  const w1 = lower[at - 1]!;
  const sh = shape[at]! * 4 + s.casing;
  let n = start;
  into[n++] = hash2(49, sh, w1 === 0 ? 1 : 0);
  into[n++] = hash2(34, shape[at - 1]!, sh);
  into[n++] = hash2(35, shape[at + 1]!, sh);
  into[n++] = hash3(42, shape[at - 1]!, sh, shape[at + 1]!);
  return n;
}

/**
 * Of several words, or words and tags: they seldom come again. Those that decide most beside what is kept, chosen one after
 * another on news pages.
 */
export function nearFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, suffix3, tag, c256 } = s;
  const w = lower[at]!;
  const t1 = tag[at + 1]!;
  let n = start;
  into[n++] = hash1(12, lower[at - 2]!);
  into[n++] = hash1(14, lower[at + 2]!);
  into[n++] = hash2(17, t1, w);
  into[n++] = hash2(39, t1, suffix3[at]!);
  into[n++] = hash2(46, w, c256[at - 1]!);
  return n;
}

/** The others of this kind. */
export function jointFeatures(
  s: SentenceWords,
  at: number,
  into: Int32Array,
  start: number,
): number {
  const { lower, suffix2, suffix4, shape, tag, c64, c256, c1024 } = s;
  const w = lower[at]!;
  const w1 = lower[at - 1]!;
  const n1 = lower[at + 1]!;
  const t1 = tag[at + 1]!;
  const t2 = tag[at + 2]!;
  let n = start;
  into[n++] = hash2(18, t1, w1);
  into[n++] = hash2(19, w1, w);
  into[n++] = hash2(20, w, n1);
  into[n++] = hash2(21, w1, n1);
  into[n++] = hash2(28, c256[at]!, c256[at + 1]!);
  into[n++] = hash2(29, c256[at - 1]!, c256[at]!);
  into[n++] = hash2(36, t1, c256[at]!);
  into[n++] = hash3(37, t1, c64[at]!, c64[at - 1]!);
  into[n++] = hash3(38, t1, t2, w);
  into[n++] = hash2(40, suffix2[at]!, suffix2[at - 1]!);
  into[n++] = hash2(41, c256[at - 1]!, c256[at - 2]!);
  into[n++] = hash2(44, t1, c1024[at - 1]!);
  into[n++] = hash2(45, suffix4[at]!, t1);
  into[n++] = hash2(47, w, shape[at - 1]!);
  return n;
}
