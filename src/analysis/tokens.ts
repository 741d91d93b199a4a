/**
 * The tokens of one article as columns: plain arrays indexed by token number, so that the hot loops allocate
 * nothing. Tags and relations are small integers; `tag-sets.ts` names them.
 */
import type { NumberedWords } from "./numbered-words.ts";

export interface TokenTable extends NumberedWords {
  readonly count: number;
  /** UTF-16 offsets into the article's text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** Index into `XPOS` (Penn Treebank). */
  readonly xpos: Uint8Array;
  readonly lemma: readonly string[];
  /** Head token in the article; -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Index into `RELATIONS`. */
  readonly relation: Uint8Array;
  /** Sentence of each token. */
  readonly sentence: Int32Array;
}
