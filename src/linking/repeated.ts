/**
 * Sentences that an outlet prints under several stories count as one piece of evidence, carried by all of them, and two
 * names in such a sentence are not news about each other. Nothing else is dropped: what recurs may be a box about the
 * outlet, but also the background of a series, and its events happened.
 */
import type { Analysis } from "../model.ts";
import { findRepeatedSentences, type PrintedSentence } from "../text/repeated-sentences.ts";

export interface Repeated {
  /** The outlet that repeats this sentence of this article; undefined for a sentence that stands in one story only. */
  outletOf(article: number, sentence: number): string | undefined;
}

/** `storyOf`: by article, equal for reprints. A pure function of the whole pile: order and batches cannot change it. */
export function findRepeated(analyses: readonly Analysis[], storyOf: readonly string[]): Repeated {
  const isRepeated = findRepeatedSentences(printedSentences(analyses, storyOf));
  return {
    outletOf(article, sentence) {
      const { outlet, text } = analyses[article]!.article;
      if (outlet === undefined) return undefined;
      const { start, end } = analyses[article]!.sentences[sentence]!;
      return isRepeated({ outlet, text: text.slice(start, end) }) ? outlet : undefined;
    },
  };
}

function* printedSentences(
  analyses: readonly Analysis[],
  storyOf: readonly string[],
): Generator<PrintedSentence> {
  for (const [i, { article, sentences }] of analyses.entries()) {
    const { outlet, text } = article;
    if (outlet === undefined) continue;
    for (const { start, end } of sentences)
      yield { outlet, story: storyOf[i]!, text: text.slice(start, end) };
  }
}
