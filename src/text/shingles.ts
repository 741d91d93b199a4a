/**
 * A text as a small set of numbers: hashes of its runs of four words, of which one in four is kept. Which ones is
 * decided by the hash alone, so equal runs are kept or dropped in every text alike (sampled shingling: Broder,
 * "On the resemblance and containment of documents", 1997; modulo sampling as in its section 4).
 */

/** Sorted, without repeats. Case, punctuation and spacing do not count. */
export function shingleSketch(text: string): Uint32Array {
  const hashes = new Set<number>();
  const folded = text.toLowerCase();
  let [third, second, first] = [0, 0, 0];
  let words = 0;
  let word = EMPTY_WORD;
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : SPACE;
    if (isWordUnit(code)) {
      word = Math.imul(word ^ code, FNV_PRIME);
      continue;
    }
    if (word === EMPTY_WORD) continue;
    words++;
    if (words >= SHINGLE_WORDS) {
      const hash = mix(Math.imul(Math.imul(Math.imul(third, 31) + second, 31) + first, 31) + word);
      if ((hash & (SAMPLED_ONE_IN - 1)) === 0) hashes.add(hash);
    }
    third = second;
    second = first;
    first = word;
    word = EMPTY_WORD;
  }
  return Uint32Array.from(hashes).sort();
}

const SAMPLED_ONE_IN = 4;

const SHINGLE_WORDS = 4;
const SPACE = 32;
/** FNV-1a: offset basis and prime for 32 bits. */
const EMPTY_WORD = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function isWordUnit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Letters of every other script; not the Latin-1 signs, nor the blocks of general and wide punctuation.
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

/** The finalizer of MurmurHash3, so that the low bits depend on all words. */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
