/**
 * Folding: one key for the spellings of one name. Diacritics and apostrophes go, letters that Unicode does not
 * take apart are written out (ø, ł, ß), hyphens become blanks. Never used for display.
 */
const COMBINING = /[\u0300-\u036f]/g;
const APOSTROPHES = /[’‘ʼʻ`´]/g;
const DASHES = /[-‐‑‒–—_]+/g;
const DOTS = /\./g;
const BLANKS = /\s+/g;
const WRITTEN_OUT_LETTERS = /[ßæœøđðłıþħŋ]/g;
const NOT_ASCII = /[^ -~]/;
/** Most names: nothing of them is folded but their case. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  ħ: "h",
  ŋ: "n",
};

/** `Recep Tayyip Erdoğan` -> `recep tayyip erdogan`, `Asia-Pacific` -> `asia pacific`, `U.S.` -> `us`. */
export function nameKey(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN_WORDS.test(lower)) return lower;
  return foldLetters(name).replace(DASHES, " ").replace(DOTS, "").replace(BLANKS, " ").trim();
}

/** Lower case without diacritics; punctuation stays. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(APOSTROPHES, "'")
    .replace(COMBINING, "")
    .replace(WRITTEN_OUT_LETTERS, (letter) => WRITTEN_OUT[letter] ?? letter);
}
