/**
 * What the rest of the article tells of a capitalized word: whether it also stands in small letters, what stands
 * beside it elsewhere, and the longest name-like run that it is part of. Headlines and sentence beginnings, where
 * a capital says little, are labeled from the body this way.
 */
import { type NameText, Style } from "./name-text.ts";
import { Case, isCapitalized, type Words } from "./words.ts";

export interface Clue {
  /** Times in small letters, in sentences where that means something. */
  lower: number;
  /** Times with a capital inside such a sentence. */
  capital: number;
  /** Tokens where it stands with a capital, the first few. */
  readonly at: number[];
  /** The longest run `[runStart, runEnd)` that it is part of, and where in it. */
  runStart: number;
  runEnd: number;
  runAt: number;
}

/** Clues by the hash of the word in lower case. */
export type Clues = ReadonlyMap<number, Clue>;

/** Enough to see the common neighbors; more only costs time. */
const MAX_PLACES = 4;

export function findClues(words: Words, text: NameText): Clues {
  const clues = new Map<number, Clue>();
  for (let s = 0; s + 1 < text.sentenceStart.length; s++) {
    if (text.style[s] === Style.capitals || text.style[s] === Style.lower) continue;
    for (let i = text.sentenceStart[s]!; i < text.sentenceStart[s + 1]!; i++) {
      const id = text.word[i]!;
      if (!isCapitalized(words.caseClass[id]!) || text.runEnd[i] === 0) continue;
      note(clues, words.lowerHash[id]!, text, i, text.style[s]!);
    }
  }
  for (let i = 0; i < text.count; i++) {
    const id = text.word[i]!;
    if (words.caseClass[id] !== Case.lower) continue;
    const clue = clues.get(words.lowerHash[id]!);
    if (clue !== undefined) clue.lower++;
  }
  return clues;
}

function note(
  clues: Map<number, Clue>,
  hash: number,
  text: NameText,
  i: number,
  style: number,
): void {
  let clue = clues.get(hash);
  if (clue === undefined) {
    clue = { lower: 0, capital: 0, at: [], runStart: 0, runEnd: 0, runAt: 0 };
    clues.set(hash, clue);
  }
  if (clue.at.length < MAX_PLACES) clue.at.push(i);
  if (style === Style.title) return;
  clue.capital++;
  const start = text.runStart[i]!;
  const end = text.runEnd[i]!;
  if (end - start <= clue.runEnd - clue.runStart) return;
  clue.runStart = start;
  clue.runEnd = end;
  clue.runAt = i;
}
