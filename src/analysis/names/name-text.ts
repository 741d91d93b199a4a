/** The words of one article as the name model sees them: sentences, how each is capitalized, runs of capitalized words. */
import type { NumberedWords } from "../numbered-words.ts";
import { joinHashes } from "./word-lists.ts";
import { Case, isCapitalized, type Words } from "./words.ts";

/** How the letters of a sentence are cased: it decides what a capital means in it. */
export const Style = { sentence: 0, title: 1, capitals: 2, lower: 3, fragment: 4 } as const;

export interface NameText {
  readonly count: number;
  /** Word id of each token. */
  readonly word: Int32Array;
  /** First token of each sentence, and one past the last. */
  readonly sentenceStart: Int32Array;
  /** `Style` of each sentence. */
  readonly style: Uint8Array;
  /** For each token its run of capitalized words `[runStart, runEnd)`; empty for a word outside of any. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** The same with *of*, *for*, *the*, *and*, *de* inside: *Ministry of Defense*. */
  readonly looseStart: Int32Array;
  readonly looseEnd: Int32Array;
  /** For each token the listed phrase of several words that it is part of: *New York*. Bits of `WORD_LISTS`, 0 for none. */
  readonly phrase: Uint32Array;
  readonly phraseStart: Int32Array;
  readonly phraseEnd: Int32Array;
}

/** A sentence in title case has at least this share of its longer words capitalized. */
const TITLE_SHARE = 0.7;
const CAPITALS_SHARE = 0.8;
/** Words that headlines in title case often leave small, and that open sentences with a capital. */
const SMALL_WORDS = new Set(
  (
    "a an and as at but by for from he her his how i if in into is it its my no not of on or our she so than " +
    "that the their then there these they this those to up via was we what when where which while who why will " +
    "with you your after before during since although though because despite however meanwhile also earlier " +
    "later more most many some several both all each every another one two three four five under over about " +
    "amid among between until according are were has have had do does did be been can could would should may"
  ).split(" "),
);
const CONNECTORS = new Set(
  "of for the and & de del la al el von van der bin ibn di da du des - – '".split(" "),
);
const TIGHT_CONNECTORS = new Set(["-", "–", "&"]);
/** Longer runs are headlines or lists of names: their ends say nothing of the word. */
const MAX_RUN = 9;
const LONGEST_PHRASE = 6;

export function toNameText(
  words: Words,
  tokens: NumberedWords,
  sentenceStart: Int32Array,
): NameText {
  const word = words.idsOf(tokens);
  const count = word.length;
  const sentences = sentenceStart.length - 1;
  const text: NameText = {
    count,
    word,
    sentenceStart,
    style: new Uint8Array(sentences),
    runStart: new Int32Array(count),
    runEnd: new Int32Array(count),
    looseStart: new Int32Array(count),
    looseEnd: new Int32Array(count),
    phrase: new Uint32Array(count),
    phraseStart: new Int32Array(count),
    phraseEnd: new Int32Array(count),
  };
  for (let s = 0; s < sentences; s++) {
    const start = sentenceStart[s]!;
    const end = sentenceStart[s + 1]!;
    text.style[s] = styleOf(words, word, start, end);
    markRuns(words, word, start, end, TIGHT_CONNECTORS, text.runStart, text.runEnd);
    markRuns(words, word, start, end, CONNECTORS, text.looseStart, text.looseEnd);
    markPhrases(words, text, start, end);
  }
  return text;
}

/** The sentence of a token, by bisection. */
export function sentenceOf({ sentenceStart }: NameText, token: number): number {
  let low = 0;
  let high = sentenceStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sentenceStart[middle]! <= token) low = middle;
    else high = middle;
  }
  return low;
}

export function isSmallWord(lowerCaseWord: string): boolean {
  return SMALL_WORDS.has(lowerCaseWord);
}

function styleOf(words: Words, word: Int32Array, start: number, end: number): number {
  let lower = 0;
  let initial = 0;
  let capitals = 0;
  for (let i = start; i < end; i++) {
    const id = word[i]!;
    const caseClass = words.caseClass[id]!;
    if (caseClass === Case.lower) {
      if (words.form[id]!.length > 3 && !SMALL_WORDS.has(words.form[id]!)) lower++;
    } else if (caseClass === Case.capitals) capitals++;
    else if (caseClass === Case.initial || caseClass === Case.mixed) initial++;
  }
  const total = lower + initial + capitals;
  if (total < 3) return Style.fragment;
  if (capitals >= CAPITALS_SHARE * total) return Style.capitals;
  if (initial + capitals >= TITLE_SHARE * total) return Style.title;
  return initial + capitals === 0 ? Style.lower : Style.sentence;
}

function markRuns(
  words: Words,
  word: Int32Array,
  start: number,
  end: number,
  connectors: ReadonlySet<string>,
  runStart: Int32Array,
  runEnd: Int32Array,
): void {
  let i = start;
  while (i < end) {
    if (!opensRun(words, word[i]!, i === start)) {
      i++;
      continue;
    }
    let last = i;
    for (let j = i + 1; j < end && j - last <= 2; j++) {
      const id = word[j]!;
      if (isCapitalized(words.caseClass[id]!) || words.caseClass[id] === Case.letterAndDigit)
        last = j;
      else if (!connectors.has(words.form[id]!)) break;
    }
    if (last - i < MAX_RUN) {
      for (let j = i; j <= last; j++) {
        runStart[j] = i;
        runEnd[j] = last + 1;
      }
    }
    i = last + 1;
  }
}

/** The longest phrase from each capitalized word on. */
function markPhrases(words: Words, text: NameText, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    if (!isCapitalized(words.caseClass[text.word[i]!]!)) continue;
    let hash = words.lowerHash[text.word[i]!]!;
    let found = 0;
    let last = i;
    for (let j = i + 1; j < end && j < i + LONGEST_PHRASE; j++) {
      hash = joinHashes(hash, words.lowerHash[text.word[j]!]!);
      const bits = words.findLists(hash);
      if (bits !== 0) [found, last] = [bits, j];
    }
    if (found === 0) continue;
    text.phrase.fill(found, i, last + 1);
    text.phraseStart.fill(i, i, last + 1);
    text.phraseEnd.fill(last + 1, i, last + 1);
    i = last;
  }
}

function opensRun(words: Words, id: number, first: boolean): boolean {
  if (!isCapitalized(words.caseClass[id]!)) return false;
  return !first || !SMALL_WORDS.has(words.form[id]!.toLowerCase());
}
