/**
 * An article as the time rules read it: runs of letters, runs of digits and single marks, each with its word. Finer
 * than tokens (`27-year`, `7/8/07`, `6:40pm` fall apart), so that the rules do not depend on how tokens are cut.
 */
import type { Article } from "../../model.ts";
import type { Parsed } from "../parsed.ts";
import type { TokenTable } from "../tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { BOUNDARY, type Word } from "./word.ts";

export interface Reading {
  readonly text: string;
  /** A boundary before and after every sentence. */
  readonly words: readonly Word[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** First word of each sentence; its last is before the boundary of the next. */
  readonly sentenceStart: readonly number[];
  readonly tokens: TokenTable;
}

export function readWords(
  { text }: Article,
  { sentences, tokens }: Parsed,
  vocabulary: Vocabulary,
): Reading {
  const known = vocabulary.words(tokens.vocabulary);
  const words: Word[] = [BOUNDARY];
  const start: number[] = [0];
  const end: number[] = [0];
  const sentenceStart: number[] = [];

  for (const sentence of sentences) {
    let token = sentence.firstToken;
    sentenceStart.push(words.length);
    let at = sentence.start;
    while (at < sentence.end) {
      const kind = kindOf(text.charCodeAt(at));
      const begin = at++;
      if (kind === SPACE) continue;
      if (kind !== MARK) {
        while (at < sentence.end && kindOf(text.charCodeAt(at)) === kind) at++;
      }
      while (tokens.end[token]! <= begin) token++;
      const isToken = tokens.start[token] === begin && tokens.end[token] === at;
      if (kind === DIGIT) words.push(vocabulary.digits(text.slice(begin, at)));
      else if (isToken) words.push(known[tokens.word[token]!]!);
      else words.push(vocabulary.word(text.slice(begin, at)));
      start.push(begin);
      end.push(at);
    }
    words.push(BOUNDARY);
    start.push(sentence.end);
    end.push(sentence.end);
  }
  return { text, words, start, end, sentenceStart, tokens };
}

/** The word at a place; the boundary beyond the ends. */
export function wordAt({ words }: Reading, at: number): Word {
  return words[at] ?? BOUNDARY;
}

/** No space between this word and the one before. */
export function isGlued({ words, start, end }: Reading, at: number): boolean {
  return at > 0 && start[at] === end[at - 1] && words[at - 1] !== BOUNDARY;
}

/** The token that the word lies in, or -1. */
export function tokenAt({ tokens, start }: Reading, at: number): number {
  const offset = start[at];
  if (offset === undefined) return -1;
  let low = 0;
  let high = tokens.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (tokens.end[middle]! <= offset) low = middle + 1;
    else if (tokens.start[middle]! > offset) high = middle - 1;
    else return middle;
  }
  return -1;
}

const SPACE = 0;
const DIGIT = 1;
const LETTER = 2;
const MARK = 3;

function kindOf(code: number): number {
  return code < 128 ? ASCII_KINDS[code]! : kindBeyond(code);
}

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOfAscii(code));

function kindOfAscii(code: number): number {
  if (code >= 97 && code <= 122) return LETTER;
  if (code <= 32) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 65 && code <= 90) return LETTER;
  return MARK;
}

function kindBeyond(code: number): number {
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0xfeff) return SPACE;
  if (code >= 0x2000 && code <= 0x200b) return SPACE;
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7 ? LETTER : MARK;
}
