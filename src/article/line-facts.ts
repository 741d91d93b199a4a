/** What is measured once on the text of a line; features of the line and of its neighbours are made of it. */
import type { Line } from "./lines.ts";
import { type PhraseBits, type PhraseFinder, phraseBit } from "./phrases.ts";

export interface LineFacts {
  readonly length: number;
  readonly words: number;
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly marks: number;
  readonly commas: number;
  /** Words that begin with a capital. */
  readonly capitalized: number;
  /** Letters beyond ASCII. */
  readonly foreign: number;
  /** Full stops, question and exclamation marks with a space behind them. */
  readonly innerStops: number;
  readonly quotes: number;
  readonly endsSentence: boolean;
  readonly phrases: PhraseBits;
  /** Of the phrases, those that a long sentence cannot use by chance. */
  readonly isFurniture: boolean;
  /** Share of its characters in links. */
  readonly linkShare: number;
  /** Prose: long enough, and not a link. */
  readonly isLong: boolean;
  /** Index of the first line with the same text. */
  first: number;
  /** Lines with the same text on the page. */
  repeats: number;
}

export function lineFacts(lines: readonly Line[], phrasesOf: PhraseFinder): LineFacts[] {
  const facts = lines.map((line) => factsOf(line, phrasesOf));
  const firsts = new Map<string, number>();
  for (let i = 0; i < lines.length; i++) {
    const first = firsts.get(lines[i]!.text);
    if (first === undefined) firsts.set(lines[i]!.text, i);
    facts[i]!.first = first ?? i;
    facts[first ?? i]!.repeats++;
  }
  for (const fact of facts) fact.repeats = facts[fact.first]!.repeats;
  return facts;
}

/** Longer lines are measured on their beginning. */
const MEASURED = 3000;
const LONG = 80;
const SENTENCE_END = /[.!?…。！？।]["'”’»)\]]{0,2}(?:\s?\([^()]{2,30}\))?$/;
const ELLIPSIS = /(?:\.\.\.|…)["'”’»)\]]{0,2}$/;
const FURNITURE = phraseBit(
  "share",
  "newsletter",
  "advertisement",
  "related",
  "more",
  "comment",
  "rights",
  "cookie",
  "account",
  "navigation",
);

function factsOf({ text, place }: Line, phrasesOf: PhraseFinder): LineFacts {
  const end = Math.min(text.length, MEASURED);
  let [words, letters, capitals, digits, marks, commas] = [1, 0, 0, 0, 0, 0];
  let [capitalized, foreign, innerStops, quotes] = [0, 0, 0, 0];
  let isWordStart = true;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) {
      words++;
      isWordStart = true;
      continue;
    }
    if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) {
      letters++;
      capitals++;
      if (isWordStart) capitalized++;
    } else if (code >= 48 && code <= 57) digits++;
    else if (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f)) {
      letters++;
      foreign++;
      // Latin, Greek and Cyrillic capitals, near enough.
      const isCapital =
        (code <= 0xde && code !== 0xd7) ||
        (code >= 0x391 && code <= 0x3a9) ||
        (code >= 0x400 && code <= 0x42f);
      if (isCapital) {
        capitals++;
        if (isWordStart) capitalized++;
      }
    } else {
      marks++;
      if (code === 44 || code === 0x3001) commas++;
      else if ((code === 46 || code === 63 || code === 33) && text.charCodeAt(i + 1) === 32)
        innerStops++;
      else if (code === 34 || (code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb)
        quotes++;
      // A quotation mark or bracket may stand before the capital of a word.
      continue;
    }
    isWordStart = false;
  }
  const linkShare = place === undefined ? 0 : Math.min(1, place.linkLength / text.length);
  const phrases = phrasesOf(text);
  const endsSentence = SENTENCE_END.test(text.slice(-40)) && !ELLIPSIS.test(text.slice(-8));
  return {
    length: text.length,
    words,
    letters,
    capitals,
    digits,
    marks,
    commas,
    capitalized,
    foreign,
    innerStops,
    quotes,
    endsSentence,
    phrases,
    isFurniture: (phrases & FURNITURE) !== 0 && (text.length < 100 || !endsSentence),
    linkShare,
    isLong: text.length >= LONG && linkShare < 0.5,
    first: 0,
    repeats: 0,
  };
}
