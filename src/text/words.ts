/**
 * The words of a text, which are runs of letters and digits, without an expression run on every text: whether a character belongs to
 * a word is looked up. V8 makes a call for each character that is held against a class as large as `\p{L}`.
 */
const WORD_CHARACTER = /^[\p{L}\p{N}]$/u;
/** In code points, not units. A longer run is cut: the next word begins behind it. */
const SHORTEST = 2;
const LONGEST = 40;

/** Calls `visit` with every word and the UTF-16 index of its start, in order: what `/[\p{L}\p{N}]{2,40}/gu` finds. */
export function forEachWord(text: string, visit: (word: string, start: number) => void): void {
  forEachWordSpan(text, (start, end) => visit(text.slice(start, end), start));
}

/** The same with the words not cut out. */
export function forEachWordSpan(text: string, visit: (start: number, end: number) => void): void {
  // Strings are kept in many ways: to ask each time how long one is makes a slow loop.
  const last = text.length;
  let start = 0;
  let length = 0;
  for (let i = 0; i <= last; ) {
    const units = i < last ? unitsOfWordCharacter(text, i) : 0;
    if (units > 0 && length < LONGEST) {
      if (length++ === 0) start = i;
      i += units;
      continue;
    }
    if (length >= SHORTEST) visit(start, i);
    length = 0;
    if (units === 0) i++;
  }
}

/** The letters and digits of a text without what stands between them. */
export function lettersAndDigits(text: string): string {
  let kept = "";
  const end = text.length;
  let start = 0;
  for (let i = 0; i < end; ) {
    const units = unitsOfWordCharacter(text, i);
    if (units > 0) {
      i += units;
      continue;
    }
    if (i > start) kept += text.slice(start, i);
    start = ++i;
  }
  return kept + text.slice(start);
}

/** How many UTF-16 units the letter or digit at `i` takes; 0 when there is none. */
export function unitsOfWordCharacter(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code >= HIGH_SURROGATES && code < LOW_SURROGATES) {
    return WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(i)!)) ? 2 : 0;
  }
  if (known[code] === UNKNOWN) {
    known[code] = WORD_CHARACTER.test(String.fromCharCode(code)) ? IN_WORD : OUTSIDE;
  }
  return known[code] === IN_WORD ? 1 : 0;
}

const HIGH_SURROGATES = 0xd800;
const LOW_SURROGATES = 0xdc00;
const UNKNOWN = 0;
const OUTSIDE = 1;
const IN_WORD = 2;
/** By UTF-16 unit: what was found out about it. */
const known = new Uint8Array(65_536);
