/**
 * What evidence needs to know of the sentences of an article beside their words: where each stands, and a hash that is equal for the same words.
 * Four numbers a sentence, so that those of a large pile stay in memory where the sentences do not.
 */
import type { BlockKind, Span } from "../model.ts";
import { WideHash } from "../text/wide-hash.ts";
import { unitsOfWordCharacter } from "../text/words.ts";

export type SentenceMarks = Uint32Array;

export interface MarkedSentence extends Span {
  readonly block: BlockKind;
}

const NUMBERS = 4;
const BLOCKS: readonly BlockKind[] = ["headline", "body", "caption"];
const SPACE = 32;

export function toSentenceMarks(
  sentences: readonly (MarkedSentence & { readonly quote: string })[],
): SentenceMarks {
  const marks = new Uint32Array(sentences.length * NUMBERS);
  sentences.forEach(({ start, end, block, quote }, i) => {
    const hash = wordsHash(quote);
    const at = i * NUMBERS;
    marks[at] = start;
    marks[at + 1] = (end - start) * BLOCKS.length + BLOCKS.indexOf(block);
    marks[at + 2] = hash / 2 ** 32;
    marks[at + 3] = hash;
  });
  return marks;
}

export function countMarked(marks: SentenceMarks): number {
  return marks.length / NUMBERS;
}

export function markedSentence(marks: SentenceMarks, sentence: number): MarkedSentence {
  const at = sentence * NUMBERS;
  const start = marks[at]!;
  const coded = marks[at + 1]!;
  const block = coded % BLOCKS.length;
  return { start, end: start + (coded - block) / BLOCKS.length, block: BLOCKS[block]! };
}

/** Equal, as good as certainly (53 bits), for the same words, whatever their case and what stands between them. */
export function markedWords(marks: SentenceMarks, sentence: number): number {
  const at = sentence * NUMBERS;
  return marks[at + 2]! * 2 ** 32 + marks[at + 3]!;
}

function wordsHash(quote: string): number {
  const hash = new WideHash();
  const text = quote.toLowerCase();
  let words = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; ) {
    const units = unitsOfWordCharacter(text, i);
    if (units === 0) {
      isInWord = false;
      i++;
      continue;
    }
    if (!isInWord && words++ > 0) hash.add(SPACE);
    isInWord = true;
    for (const end = i + units; i < end; i++) hash.add(text.charCodeAt(i));
  }
  return hash.sum();
}
