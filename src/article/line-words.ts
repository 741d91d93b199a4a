/** The words of a line: runs of letters and digits. Nearly all lines are plain ASCII, whose words a loop finds faster than the pattern. */

/** 1 for the letters and digits among the first 128 characters. */
const IS_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const WORD = /[\p{L}\p{N}]{1,40}/gu;
const LONGEST_WORD = 40;

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 128) return false;
  return true;
}

/** Where the word that begins here ends, in ASCII; the same place if none does. */
export function asciiWordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && IS_WORD[text.charCodeAt(end)] === 1) end++;
  return end;
}

/** In small letters. What is longer than 40 letters, as where no spaces are written, is cut into pieces. */
export function wordsOf(line: string): readonly string[] {
  const text = line.toLowerCase();
  if (!isAscii(text)) return text.match(WORD) ?? [];
  const words: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = Math.min(asciiWordEnd(text, start), start + LONGEST_WORD);
    if (end > start) words.push(text.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return words;
}
