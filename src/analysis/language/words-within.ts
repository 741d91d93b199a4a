/** Splits what stands between marks into its words: at hyphens, before clitics, between a number and its unit. */
import { Kind, kindOf } from "./characters.ts";
import { push, type TokenList } from "./token-list.ts";
import type { WordParts } from "./word-parts.ts";

const NUMBER_UNIT =
  /^(\d[\d.,:]*)(am|pm|a\.m\.|p\.m\.|km|kg|cm|mm|m|g|lb|lbs|ft|mph|kph|mg|ml|mb|gb|tb|kb|hz|khz|mhz|ghz|kw|mw|gw|k|bn|mn|tn|hr|hrs|min|mins|sec|yr|yrs|oz|sq|x|c|f)$/i;
const TELEPHONE = /^\d{3}-\d{4}$/;
const CLITIC_ENDS = new Set(["s", "m", "d", "re", "ve", "ll"]);
const LONGEST_FUSED = 8;

/** *Asia-Pacific* -> *Asia - Pacific*; prefixes stay (*non-stop*), and so do dates and telephone numbers. */
export function splitHyphens(
  text: string,
  start: number,
  end: number,
  parts: WordParts,
  list: TokenList,
): void {
  if (findHyphen(text, start, end) < 0) {
    splitWord(text, start, end, parts, list);
    return;
  }
  if (isNumberCode(text, start, end)) {
    push(list, start, end);
    return;
  }
  let from = start;
  for (let at = start; at < end; at++) {
    if (kindOf(text.charCodeAt(at)) !== Kind.hyphen) continue;
    if (at === from) {
      push(list, at, at + 1);
      from = at + 1;
      continue;
    }
    if (at - from <= 7 && parts.prefixes.has(text.slice(from, at).toLowerCase()) && at + 1 < end) {
      const next = findHyphen(text, at + 1, end);
      const until = next < 0 ? end : next;
      splitWord(text, from, until, parts, list);
      from = until;
      at = until - 1;
      continue;
    }
    splitWord(text, from, at, parts, list);
    push(list, at, at + 1);
    from = at + 1;
  }
  splitWord(text, from, end, parts, list);
}

function findHyphen(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (kindOf(text.charCodeAt(at)) === Kind.hyphen) return at;
  }
  return -1;
}

/** *2022-12-29*, *713-853-7658*, *555-1234*: no ranges. */
function isNumberCode(text: string, start: number, end: number): boolean {
  let hyphens = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.hyphen) hyphens++;
    else if (kind === Kind.letter) letters++;
  }
  if (letters > 0) return false;
  return hyphens >= 2 || (end - start === 8 && TELEPHONE.test(text.slice(start, end)));
}

/** A word without hyphens: clitics, fused words, units behind numbers. */
export function splitWord(
  text: string,
  start: number,
  end: number,
  parts: WordParts,
  list: TokenList,
): void {
  if (end <= start) return;
  const cut = wordCut(text, start, end, parts);
  if (cut > start && cut < end) {
    splitWord(text, start, cut, parts, list);
    push(list, cut, end);
  } else push(list, start, end);
}

/** Where a word falls into two, or its end. */
function wordCut(text: string, start: number, end: number, parts: WordParts): number {
  const length = end - start;
  if (length < 2) return end;
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (kindOf(first) === Kind.digit) {
    if (kindOf(last) !== Kind.letter || length > 24) return end;
    const unit = NUMBER_UNIT.exec(text.slice(start, end));
    return unit ? start + unit[1]!.length : end;
  }
  for (let at = end - 2; at >= end - 4 && at > start; at--) {
    if (kindOf(text.charCodeAt(at)) !== Kind.apostrophe) continue;
    const tail = text.slice(at + 1, end).toLowerCase();
    if (tail === "t") {
      const n = text.charCodeAt(at - 1) | 32;
      return n === 0x6e && at - 1 > start ? at - 1 : end;
    }
    return CLITIC_ENDS.has(tail) ? at : end;
  }
  if (length <= LONGEST_FUSED) {
    const fused = parts.fused.get(text.slice(start, end).toLowerCase());
    if (fused !== undefined) return start + fused;
  }
  return end;
}

/** Whether this stands behind an apostrophe as a word of its own: *'s*, *'ll*. */
export function isCliticEnd(letters: string): boolean {
  return CLITIC_ENDS.has(letters.toLowerCase());
}
