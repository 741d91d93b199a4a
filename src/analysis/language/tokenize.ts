/**
 * Splits a stretch of text into words as UD English does: clitics (*do n't*, *Putin 's*), hyphens (*Asia - Pacific*,
 * but *anti-war*), money, percents and units (*$ 5*, *10 %*, *5 pm*), and keeps whole what is one thing: abbreviations,
 * initials, numbers, web and mail addresses, ellipses. One pass over the characters; every offset is exact.
 */
import type { DataSource } from "../../lexicon/data.ts";
import { type Abbreviations, loadAbbreviations } from "./abbreviations.ts";
import { addressEnd } from "./addresses.ts";
import { Kind, kindOf } from "./characters.ts";
import { push, type TokenList } from "./token-list.ts";
import { loadWordParts, type WordParts } from "./word-parts.ts";
import { isCliticEnd, splitHyphens, splitWord } from "./words-within.ts";

export interface Spelling {
  readonly abbreviations: Abbreviations;
  readonly parts: WordParts;
}

const DOTTED = /^(?:[a-z]\.){1,6}[a-z]?\.?$/i;
const CAPITALS = /^[A-Z]+$/;
/** Marks of which a run is one token. */
const RUNS: ReadonlySet<number> = new Set([Kind.period, Kind.hyphen, Kind.repeatable, Kind.joiner]);

export function loadSpelling(data: DataSource): Spelling {
  return { abbreviations: loadAbbreviations(data), parts: loadWordParts(data) };
}

export function tokenize(
  text: string,
  start: number,
  end: number,
  { abbreviations, parts }: Spelling,
): TokenList {
  const list: TokenList = { start: [], end: [], gap: [] };
  let at = start;
  while (at < end) {
    let lines = 0;
    const from = at;
    while (at < end && kindOf(text.charCodeAt(at)) === Kind.space) {
      if (text.charCodeAt(at) === 10) lines++;
      at++;
    }
    if (at >= end) break;
    const chunk = at;
    let plain = true;
    while (at < end) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === Kind.space) break;
      if (kind !== Kind.letter) plain = false;
      at++;
    }
    const first = list.start.length;
    if (plain) splitWord(text, chunk, at, parts, list);
    else splitChunk(text, chunk, at, { abbreviations, parts }, list);
    if (first < list.start.length) {
      list.gap[first] = lines > 1 ? 3 : lines === 1 ? 2 : chunk > from ? 1 : 0;
    }
  }
  return list;
}

/** A chunk is what stands between white space. */
function splitChunk(
  text: string,
  from: number,
  to: number,
  spelling: Spelling,
  list: TokenList,
): void {
  let start = from;
  while (start < to) {
    const opened = splitOpening(text, start, to, list);
    if (opened > start) {
      start = opened;
      continue;
    }
    const address = addressEnd(text, start, to);
    if (address > start) {
      push(list, start, address);
      start = address;
      continue;
    }
    const stop = pieceEnd(text, start, to);
    if (stop === start) {
      start = pushMark(text, start, to, list);
      continue;
    }
    start = splitPiece(text, start, stop, to, spelling, list);
  }
}

/** Quotes, brackets, currency and other marks in front of a word; an apostrophe that belongs to it stays. */
function splitOpening(text: string, at: number, to: number, list: TokenList): number {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === Kind.letter || kind === Kind.digit) return at;
  if (kind === Kind.apostrophe) {
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
    if (kindOf(next) === Kind.digit && kindOf(text.charCodeAt(at + 2)) === Kind.digit) return at;
    const clitic = cliticAfter(text, at, to);
    if (clitic > at) {
      push(list, at, clitic);
      return clitic;
    }
  }
  if ((kind === Kind.hash || kind === Kind.at) && at + 1 < to) {
    if (kindOf(text.charCodeAt(at + 1)) === Kind.letter) return at;
  }
  if (kind === Kind.period && at + 1 < to && kindOf(text.charCodeAt(at + 1)) === Kind.digit) {
    return at;
  }
  return pushMark(text, at, to, list);
}

/** *'s* and its like where the word before was cut off already, as in *"Post" 's*. */
function cliticAfter(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && end - at < 4 && kindOf(text.charCodeAt(end)) === Kind.letter) end++;
  if (end < to && kindOf(text.charCodeAt(end)) === Kind.letter) return at;
  return isCliticEnd(text.slice(at + 1, end)) ? end : at;
}

/** One mark, or a run of the same: *...*, *--*, *!!!*, *?!*. */
function pushMark(text: string, at: number, to: number, list: TokenList): number {
  const code = text.charCodeAt(at);
  const kind = kindOf(code);
  let end = at + 1;
  if (kind === Kind.surrogate) {
    while (end < to && isEmojiPart(text.charCodeAt(end))) end++;
  } else if (kind === Kind.exclamation) {
    while (end < to && kindOf(text.charCodeAt(end)) === Kind.exclamation) end++;
  } else if (RUNS.has(kind)) {
    while (end < to && text.charCodeAt(end) === code) end++;
  } else if (kind === Kind.apostrophe || kind === Kind.backtick) {
    if (end < to && text.charCodeAt(end) === code) end++;
  } else if (code === 0x3a || code === 0x3b) {
    const face = faceEnd(text, at, to);
    if (face > 0) end = face;
  }
  push(list, at, end);
  return end;
}

/** Surrogates, joiners, variation selectors: the parts of one emoji. */
function isEmojiPart(code: number): boolean {
  return (code >= 0xd800 && code <= 0xdfff) || code === 0x200d || code === 0xfe0f;
}

/** *:-)* and *:)* at the end of a chunk. */
function faceEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  if (text[end] === "-") end++;
  return end + 1 === to && /[)(DPp|]/.test(text[end] ?? "") ? end + 1 : 0;
}

/** Where the run of word characters ends: letters, digits, and the marks that may stand inside a word. */
function pieceEnd(text: string, start: number, to: number): number {
  let end = start;
  while (end < to) {
    const code = text.charCodeAt(end);
    const kind = kindOf(code);
    if (kind === Kind.letter || kind === Kind.digit || kind === Kind.joiner) {
      end++;
      continue;
    }
    const before = end > start ? kindOf(text.charCodeAt(end - 1)) : Kind.other;
    const after = end + 1 < to ? kindOf(text.charCodeAt(end + 1)) : Kind.other;
    const inDigits = before === Kind.digit && after === Kind.digit;
    const inWord =
      (before === Kind.letter || before === Kind.digit) &&
      (after === Kind.letter || after === Kind.digit);
    if ((kind === Kind.hash || kind === Kind.at) && end === start) {
      end++;
    } else if (kind === Kind.apostrophe) {
      if (!inWord && end > start) break;
      end++;
    } else if (kind === Kind.period) {
      if (!inWord && !(end === start && after === Kind.digit)) break;
      if (isMissingBlank(text, start, end, to)) break;
      end++;
    } else if (kind === Kind.hyphen) {
      if (!inWord) break;
      end++;
    } else if (code === 0x2c || code === 0x3a || code === 0x2f) {
      // 1,000 and 5:30 and 9/11; b/c and w/o
      if (
        !inDigits &&
        !(code === 0x2f && inWord && end - start === 1 && !isCapital(text.charCodeAt(start)))
      )
        break;
      end++;
    } else if (code === 0x26) {
      // AT&T, R&D
      if (!inWord || !isCapital(text.charCodeAt(end - 1)) || !isCapital(text.charCodeAt(end + 1))) {
        break;
      }
      end++;
    } else break;
  }
  return end;
}

/** *the end.The next*: a lower-case word of some length, a period, a capitalised word. */
function isMissingBlank(text: string, start: number, period: number, to: number): boolean {
  if (period - start < 2 || period + 2 >= to) return false;
  const last = text.charCodeAt(period - 1);
  const next = text.charCodeAt(period + 1);
  if (!isCapital(next)) return false;
  const second = text.charCodeAt(period + 2);
  if (kindOf(last) === Kind.digit) return kindOf(second) === Kind.letter;
  return kindOf(last) === Kind.letter && !isCapital(last) && kindOf(second) !== Kind.period;
}

function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** A word with its period where it is an abbreviation; then its hyphens, clitics and units. Returns where to go on. */
function splitPiece(
  text: string,
  start: number,
  stop: number,
  to: number,
  { abbreviations, parts }: Spelling,
  list: TokenList,
): number {
  if (text.charCodeAt(stop) === 0x2e && stop < to && text.charCodeAt(stop + 1) !== 0x2e) {
    const wordStart = lastPart(text, start, stop);
    if (keepsPeriod(text, wordStart, stop, abbreviations)) {
      if (wordStart > start) splitHyphens(text, start, wordStart, parts, list);
      push(list, wordStart, stop + 1);
      return stop + 1;
    }
  }
  if (text.charCodeAt(stop) === 0x24 && stop < to && stop - start <= 3) {
    // US$, HK$
    if (CAPITALS.test(text.slice(start, stop))) {
      push(list, start, stop + 1);
      return stop + 1;
    }
  }
  splitHyphens(text, start, stop, parts, list);
  return stop;
}

/** Where the part behind the last hyphen begins. */
function lastPart(text: string, start: number, stop: number): number {
  let at = stop;
  while (at > start && kindOf(text.charCodeAt(at - 1)) !== Kind.hyphen) at--;
  return at;
}

function keepsPeriod(
  text: string,
  start: number,
  period: number,
  abbreviations: Abbreviations,
): boolean {
  if (period - start > 12) return false;
  const word = text.slice(start, period);
  if (DOTTED.test(`${word}.`)) {
    return word.length > 1 || isCapital(text.charCodeAt(start)) || abbreviations.has(word);
  }
  if (!abbreviations.has(word)) return false;
  return !abbreviations.needsNumber(word) || startsNumber(text, period + 1);
}

function startsNumber(text: string, from: number): boolean {
  let at = from;
  while (at < from + 3 && kindOf(text.charCodeAt(at)) === Kind.space) at++;
  return kindOf(text.charCodeAt(at)) === Kind.digit;
}
