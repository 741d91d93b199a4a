/**
 * Finds words by what stands in a text, without cutting them out first: a text has some hundred words that are not new, and to make a
 * string of each, hash it and look it up in a `Map` took four times longer. Open addressing, never more than half full.
 */
export interface WordTable {
  /** By number: one string for all that are equal, which maps find faster. */
  readonly words: readonly string[];
  /** The number of the word that the text has from `start` to `end`; one that is new gets the next. */
  numberOf(text: string, start: number, end: number): number;
}

export function createWordTable(): WordTable {
  const words: string[] = [];
  /** Drawn anew, so that nobody can write a text whose words all meet in one place. Nothing that is found depends on it. */
  const seed = Math.floor(Math.random() * 2 ** 32) | 0;
  /** Number of the word plus one, 0 for a free slot, and its hash behind it. */
  let slots = new Int32Array(FIRST_SIZE);

  return {
    words,
    numberOf(text, start, end) {
      if (4 * words.length >= slots.length) slots = grown(slots);
      const hash = hashOf(text, start, end, seed);
      const mask = slots.length - 2;
      for (let at = hash & mask; ; at = (at + 2) & mask) {
        const number = slots[at]! - 1;
        if (number < 0) {
          slots[at] = words.push(narrow(text.slice(start, end)));
          slots[at + 1] = hash;
          return words.length - 1;
        }
        if (slots[at + 1] === hash && standsAt(words[number]!, text, start, end)) return number;
      }
    },
  };
}

const FIRST_SIZE = 1 << 14;

function grown(slots: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * slots.length);
  const mask = larger.length - 2;
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from] === 0) continue;
    let at = slots[from + 1]! & mask;
    while (larger[at] !== 0) at = (at + 2) & mask;
    larger[at] = slots[from]!;
    larger[at + 1] = slots[from + 1]!;
  }
  return larger;
}

/** FNV-1a over UTF-16 units from a seed, with the high bits brought down. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}

/** Longer ones are no words. */
const LONGEST_NARROWED = 100;

/**
 * One curly quote makes V8 keep all of a text in two bytes a character, and each word cut out of it: to find one or to change its case then
 * takes several times longer. Most words need one byte; and a copy does not keep the text alive that it was cut from.
 */
function narrow(word: string): string {
  if (word.length > LONGEST_NARROWED) return word;
  const units: number[] = [];
  for (let i = 0; i < word.length; i++) units.push(word.charCodeAt(i));
  return String.fromCharCode(...units);
}
