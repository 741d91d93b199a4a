/** Common words that only their place gives a capital. */
import { Style, sentenceOf } from "./name-text.ts";
import type { Tagged, TaggedSpan } from "./tagger.ts";
import { Case } from "./words.ts";

/** A model this sure of a word that the article also writes small has its reasons. */
const CERTAIN = 0.95;

export function withoutCommonWords(tagged: Tagged, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const isDoubtful = ({ first, last, confidence }: TaggedSpan): boolean =>
    last - first === 1 && confidence < CERTAIN && capitalSaysNothing(tagged, first);
  if (!spans.some(isDoubtful)) return [...spans];
  const { words, text } = tagged;
  const small = new Set<number>();
  for (const id of text.word) {
    if (words.caseClass[id] === Case.lower) small.add(words.lowerHash[id]!);
  }
  return spans.filter(
    (span) => !isDoubtful(span) || !small.has(words.lowerHash[text.word[span.first]!]!),
  );
}

function capitalSaysNothing({ text }: Tagged, token: number): boolean {
  const sentence = sentenceOf(text, token);
  const style = text.style[sentence];
  return (
    token === text.sentenceStart[sentence] || style === Style.title || style === Style.capitals
  );
}
