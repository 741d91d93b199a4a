/**
 * Finds words by what stands in a text, without cutting them out first: a text has some hundred words that are not new, and to make a
 * string of each, hash it and look it up in a `Map` took four times longer. Open addressing, never more than half full.
 */
export interface WordTable {
  /** The number of the word that the text has from `start` to `end`; a new one gets the next number, and must be added to the words. */
  find(text: string, start: number, end: number): number;
  /** To be called when the words are taken away. */
  forget(): void;
}

/** `words` by their numbers. */
export function createWordTable(words: readonly string[]): WordTable {
  /** Number of the word plus one, 0 for a free slot, and its hash behind it. */
  let slots = new Int32Array(FIRST_SIZE);

  return {
    find(text, start, end) {
      if (4 * words.length >= slots.length) slots = grown(slots);
      const hash = hashOf(text, start, end);
      const mask = slots.length - 2;
      for (let at = hash & mask; ; at = (at + 2) & mask) {
        const number = slots[at]! - 1;
        if (number < 0) {
          slots[at] = words.length + 1;
          slots[at + 1] = hash;
          return words.length;
        }
        if (slots[at + 1] === hash && standsAt(words[number]!, text, start, end)) return number;
      }
    },
    forget() {
      slots = new Int32Array(FIRST_SIZE);
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

/** FNV-1a over UTF-16 units, with the high bits brought down. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
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
