/** The sentences and words of an article, block by block; what is too long is cut or left out, with a note. */
import type { Article, BlockKind, Note, Sentence } from "../../model.ts";
import { cutLongSentences } from "./cut-long.ts";
import { LONGEST_SENTENCE } from "./sentence-words.ts";
import { type BlockTokens, readBlock, type SplitSentences } from "./sentences.ts";
import { type Spelling, tokenize } from "./tokenize.ts";
import type { Words } from "./words.ts";

/** Longer texts are no articles: what comes after is left out. */
export const LONGEST_TEXT = 1_000_000;

export interface SplitText {
  readonly sentences: Sentence[];
  /** Columns by token. */
  readonly start: number[];
  readonly end: number[];
  readonly form: string[];
  /** Number of the word. */
  readonly id: number[];
  readonly notes: Note[];
}

export interface SplitTools {
  readonly spelling: Spelling;
  readonly words: Words;
  readonly splitSentences: SplitSentences;
}

export function splitArticle({ text, blocks, origin }: Article, tools: SplitTools): SplitText {
  const split: SplitText = { sentences: [], start: [], end: [], form: [], id: [], notes: [] };
  const note = (message: string, start: number, end: number): void => {
    split.notes.push({ stage: "analysis", origin, message, span: { start, end } });
  };
  for (const block of blocks) {
    const end = Math.min(block.end, LONGEST_TEXT);
    if (end > block.start) {
      const list = tokenize(text, block.start, end, tools.spelling);
      const tokens = readBlock(text, list, tools.words);
      const ends = tools.splitSentences(tokens);
      const cut = cutLongSentences(tokens.forms, ends);
      if (cut.length > ends.length) {
        const message = `a sentence of more than ${LONGEST_SENTENCE} words was cut into pieces`;
        note(message, block.start, end);
      }
      addTokens(split, tokens);
      addSentences(split, tokens, cut, block.kind);
    }
    if (end < block.end) {
      note(`only the first ${LONGEST_TEXT} characters of the text were read`, end, text.length);
      break;
    }
  }
  return split;
}

function addTokens(split: SplitText, { list, forms, ids }: BlockTokens): void {
  for (let i = 0; i < forms.length; i++) {
    split.start.push(list.start[i]!);
    split.end.push(list.end[i]!);
    split.form.push(forms[i]!);
    split.id.push(ids[i]!);
  }
}

function addSentences(
  split: SplitText,
  { list, forms }: BlockTokens,
  ends: readonly number[],
  block: BlockKind,
): void {
  const base = split.start.length - forms.length;
  let first = 0;
  for (const last of ends) {
    split.sentences.push({
      start: list.start[first]!,
      end: list.end[last - 1]!,
      firstToken: base + first,
      lastToken: base + last,
      block,
    });
    first = last;
  }
}
