/** Which kinds of page furniture a line speaks of: the phrases of `data/article/phrases.tsv`, looked up word by word. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import { asciiWordEnd, isAscii } from "./line-words.ts";

export const PHRASE_KINDS = [
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
  "credit",
  "byline",
  "date",
  "reading",
  "video",
  "agency",
] as const;

export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A set of kinds as bits, in the order of `PHRASE_KINDS`. */
export type PhraseBits = number;

export type PhraseFinder = (line: string) => PhraseBits;

export function phraseBit(...kinds: readonly PhraseKind[]): PhraseBits {
  return kinds.reduce((bits, kind) => bits | (1 << PHRASE_KINDS.indexOf(kind)), 0);
}

export function createPhraseFinder(data: DataSource): PhraseFinder {
  const whole = new Map<string, PhraseBits>();
  const byFirstWord = new Map<string, Phrase[]>();
  for (const [kind, place, phrases] of parseTable(data.text("article/phrases.tsv"))) {
    const bit = phraseBit(kind as PhraseKind);
    for (const phrase of phrases!.split("|")) {
      if (place === "is") whole.set(phrase, (whole.get(phrase) ?? 0) | bit);
      else {
        const first = phrase.match(WORD_OR_MARK)![0];
        const list = byFirstWord.get(first) ?? [];
        list.push({ phrase, bit, isStart: place === "starts" });
        byFirstWord.set(first, list);
      }
    }
  }
  /** 1 for the ASCII characters with which phrases begin: of most words the first letter is enough. */
  const isFirst = new Uint8Array(128);
  for (const word of byFirstWord.keys()) isFirst[word.charCodeAt(0)] = 1;

  /** The phrases that begin with the word or mark `[start, end)`. */
  function bitsAt(text: string, start: number, end: number): PhraseBits {
    const phrases = byFirstWord.get(text.slice(start, end));
    if (phrases === undefined) return 0;
    let bits = 0;
    for (const { phrase, bit, isStart } of phrases) {
      if ((!isStart || start === 0) && text.startsWith(phrase, start)) bits |= bit;
    }
    return bits;
  }

  return (line) => {
    const text = (line.length > SEARCHED ? line.slice(0, SEARCHED) : line).toLowerCase();
    let bits = text.length < 60 ? (whole.get(text.replace(END_MARKS, "")) ?? 0) : 0;
    if (isAscii(text)) {
      for (let start = 0; start < text.length; ) {
        const end = Math.max(start + 1, asciiWordEnd(text, start));
        if (isFirst[text.charCodeAt(start)] === 1) bits |= bitsAt(text, start, end);
        start = end;
      }
      return bits;
    }
    WORD_OR_MARK.lastIndex = 0;
    for (let match = WORD_OR_MARK.exec(text); match !== null; match = WORD_OR_MARK.exec(text)) {
      bits |= bitsAt(text, match.index, WORD_OR_MARK.lastIndex);
    }
    return bits;
  };
}

interface Phrase {
  readonly phrase: string;
  readonly bit: PhraseBits;
  readonly isStart: boolean;
}

const SEARCHED = 300;
const END_MARKS = /[\s:.…!»›>→+|-]{1,8}$/;
const WORD_OR_MARK = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
