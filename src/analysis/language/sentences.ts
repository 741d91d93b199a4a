/**
 * Finds where sentences end among the tokens of one block. Rules, in the order they are asked: a blank line always
 * ends one; `. ! ? …` do when what follows looks like a beginning; titles and initials do not; a quotation that is
 * followed by its speaker goes on.
 */
import type { BlockKind } from "../../model.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { TokenList } from "./tokenize.ts";

const FINAL = /^(?:[.!?…。！？]+|\.{2,})$/;
const CLOSING = /^(?:['"”’»)\]}*]|'')$/;
const OPENING = /^(?:['"“‘«([{]|``)$/;
const BULLET = /^(?:[•●▪■◦‣·*–—-]|\d{1,2}[.)]?)$/;
const INITIAL = /^\p{Lu}\.$/u;
const DOTTED_ABBREVIATION = /^(?:\p{L}\.){2,}$/u;

/** The end (exclusive token number) of each sentence, ascending; the last is the number of tokens. */
export function splitSentences(
  text: string,
  list: TokenList,
  block: BlockKind,
  abbreviations: Abbreviations,
): number[] {
  const count = list.start.length;
  const ends: number[] = [];
  const form = (i: number): string => text.slice(list.start[i], list.end[i]);
  let i = 0;
  while (i < count) {
    // Closing quotes and brackets belong to the sentence they close.
    let next = i + 1;
    const final = endsSentence(i);
    if (final) {
      while (next < count && list.gap[next]! === 0 && CLOSING.test(form(next))) next++;
      if (next < count && isLooseClosing(next)) next++;
    }
    if (next >= count) break;
    if (
      list.gap[next]! === 3 ||
      (final && begins(i, next)) ||
      (list.gap[next] === 2 && lineBreaks(next))
    ) {
      ends.push(next);
    }
    i = next;
  }
  if (count > 0) ends.push(count);
  return ends;

  function endsSentence(at: number): boolean {
    const length = list.end[at]! - list.start[at]!;
    const last = text.charCodeAt(list.end[at]! - 1);
    if (length > 1 && last === 0x2e) {
      const word = form(at);
      if (FINAL.test(word)) return true;
      if (INITIAL.test(word)) return false;
      return DOTTED_ABBREVIATION.test(word) || !abbreviations.leadsOn(word.slice(0, -1));
    }
    return (last === 0x2e || last === 0x21 || last === 0x3f || last > 127) && FINAL.test(form(at));
  }

  /** A straight quote that stands apart from the full stop but opens nothing. */
  function isLooseClosing(at: number): boolean {
    if (list.gap[at] !== 1 || at + 1 >= count || list.gap[at + 1]! === 0) return false;
    const word = form(at);
    return word === '"' || word === "”" || word === "''";
  }

  function begins(final: number, next: number): boolean {
    const word = form(next);
    const first = firstLetter(next);
    const mark = form(final);
    const abbreviation = mark.length > 1 && mark.endsWith(".") && !FINAL.test(mark);
    if (first === undefined) {
      if (abbreviation) return false;
      return (
        OPENING.test(word) || BULLET.test(word) || /^[\d$£€#@]/.test(word) || list.gap[next]! > 0
      );
    }
    if (isLowerCase(first)) return list.gap[next]! >= 2 && !abbreviation && mark === ".";
    if (abbreviation) return list.gap[next]! > 0 && startsLikeSentence(next);
    if (/^(?:…|\.{2,})$/.test(mark)) return list.gap[next]! > 0;
    if (mark !== "." && next > final + 1) return !speakerFollows(next);
    return true;
  }

  /** The first letter from `at`, past opening quotes and brackets. */
  function firstLetter(at: number): string | undefined {
    for (let k = at; k < Math.min(at + 3, count); k++) {
      const word = form(k);
      if (/^\p{L}/u.test(word)) return String.fromCodePoint(word.codePointAt(0)!);
      if (!OPENING.test(word)) return undefined;
    }
    return undefined;
  }

  /** After *U.S.* or *Inc.* only a word that commonly begins a sentence ends it. */
  function startsLikeSentence(at: number): boolean {
    const word = form(at);
    return OPENING.test(word) || STARTERS.has(word);
  }

  /** *"Why now?" Putin asked*: within a few words a reporting verb. */
  function speakerFollows(at: number): boolean {
    for (let k = at; k < Math.min(at + 5, count); k++) {
      const word = form(k);
      if (REPORTING.has(word)) return true;
      if (/^[.!?,"”“]$/.test(word)) return false;
    }
    return false;
  }

  function lineBreaks(next: number): boolean {
    if (block !== "body") return false;
    const word = form(next);
    return BULLET.test(word) && list.gap[next + 1] === 1 && !/^\d+$/.test(word);
  }
}

function isLowerCase(letter: string): boolean {
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

const STARTERS = new Set(
  "The A An This That These Those He She It They We I You His Her Its Their Our My Your There Here In On At By For From With After Before But And Or So As If When While Although However Meanwhile Since Some Many Most Several All Both Each Every No Not One Two What Who Why How Where Which Mr. Mrs. Ms. Dr. Another Other Last Earlier Under Until During Despite According".split(
    " ",
  ),
);
const REPORTING = new Set(
  "said says asked asks replied added shouted wrote told cried answered screamed exclaimed tweeted wondered yelled demanded".split(
    " ",
  ),
);
