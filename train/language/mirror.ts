/** A sentence read from its end to its beginning: what learns from mirrored sentences errs elsewhere, so votes gain. */
import type { GoldSentence } from "../conllu.ts";

export function mirror(sentence: GoldSentence): GoldSentence {
  const { forms, lemmas, upos, xpos, heads, relations } = sentence;
  return {
    ...sentence,
    forms: forms.toReversed(),
    lemmas: lemmas.toReversed(),
    upos: upos.toReversed(),
    xpos: xpos.toReversed(),
    heads: mirrorHeads(heads),
    relations: relations.toReversed(),
  };
}

/** Heads by word, -1 for the root. */
export function mirrorHeads(heads: readonly number[]): number[] {
  return heads.toReversed().map((head) => (head < 0 ? -1 : heads.length - 1 - head));
}
