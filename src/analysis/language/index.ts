/**
 * Sentences, tokens, tags, lemmas and the dependency parse of one article. Sentences never cross blocks. What is too
 * long is cut or left out with a note; nothing in a text makes it throw.
 */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article, BlockKind, Note, Sentence } from "../../model.ts";
import type { Parsed } from "../parsed.ts";
import { loadAbbreviations } from "./abbreviations.ts";
import { cutLongSentences } from "./cut-long.ts";
import { loadLemmas } from "./lemmas.ts";
import { createSentenceParser } from "./sentence-parser.ts";
import { createSentenceWords, FIRST, LONGEST_SENTENCE, loadSentence } from "./sentence-words.ts";
import { splitSentences } from "./sentences.ts";
import { type TokenList, tokenize } from "./tokenize.ts";

export type ParseArticle = (article: Article) => Parsed;

/** Longer texts are no articles: what comes after is left out, with a note. */
export const LONGEST_TEXT = 1_000_000;

interface Split {
  readonly sentences: Sentence[];
  readonly start: number[];
  readonly end: number[];
}

export function createLanguageEngine(data: DataSource): ParseArticle {
  const abbreviations = loadAbbreviations(data);
  const lemmatize = loadLemmas(data);
  const { words, tagger, parse } = createSentenceParser(data);
  const sentenceWords = createSentenceWords();
  const lemmas = new Map<number, string>();

  return (article) => {
    const notes: Note[] = [];
    if (words.trim()) lemmas.clear();
    const split = splitArticle(article, notes);
    const { sentences } = split;
    const count = split.start.length;
    const start = Int32Array.from(split.start);
    const end = Int32Array.from(split.end);
    const upos = new Uint8Array(count);
    const xpos = new Uint8Array(count);
    const head = new Int32Array(count);
    const relation = new Uint8Array(count);
    const sentence = new Int32Array(count);
    const ids = new Int32Array(count);
    const form: string[] = new Array(count);
    const lemma: string[] = new Array(count);
    for (let i = 0; i < count; i++) {
      form[i] = article.text.slice(start[i], end[i]);
      ids[i] = words.intern(form[i]!);
    }
    for (let index = 0; index < sentences.length; index++) {
      const { firstToken, lastToken } = sentences[index]!;
      loadSentence(sentenceWords, words, ids, firstToken, lastToken);
      const { state, label } = parse(sentenceWords);
      for (let i = firstToken; i < lastToken; i++) {
        const at = FIRST + i - firstToken;
        const tag = sentenceWords.tag[at]! - 1;
        upos[i] = tagger.upos[tag]!;
        xpos[i] = tagger.xpos[tag]!;
        head[i] = state.head[at] === state.root ? -1 : firstToken + state.head[at]! - FIRST;
        relation[i] = label[at]! - 1;
        sentence[i] = index;
        lemma[i] = lemmaOf(ids[i]!, tag, form[i]!);
      }
    }
    const tokens = { count, start, end, upos, xpos, lemma, form, head, relation, sentence };
    return { sentences, tokens, notes };
  };

  function lemmaOf(word: number, tag: number, form: string): string {
    const key = word * 128 + tag;
    let lemma = lemmas.get(key);
    if (lemma === undefined) {
      lemma = lemmatize(form, tagger.labels[tag]!.split("+")[1]!);
      lemmas.set(key, lemma);
    }
    return lemma;
  }

  function splitArticle(article: Article, notes: Note[]): Split {
    const split: Split = { sentences: [], start: [], end: [] };
    const { text, origin } = article;
    for (const block of article.blocks) {
      const end = Math.min(block.end, LONGEST_TEXT);
      if (end < block.end) {
        notes.push({
          stage: "analysis",
          origin,
          message: `only the first ${LONGEST_TEXT} characters of the text were read`,
          span: { start: Math.max(block.start, end), end: block.end },
        });
      }
      if (end <= block.start) continue;
      const list = tokenize(text, block.start, end, abbreviations);
      const ends = splitSentences(text, list, block.kind, abbreviations);
      const cut = cutLongSentences(text, list, ends);
      if (cut.length > ends.length) {
        notes.push({
          stage: "analysis",
          origin,
          message: `a sentence of more than ${LONGEST_SENTENCE} words was cut into pieces`,
          span: { start: block.start, end },
        });
      }
      addSentences(split, list, cut, block.kind);
    }
    return split;
  }
}

function addSentences(
  split: Split,
  list: TokenList,
  ends: readonly number[],
  block: BlockKind,
): void {
  const base = split.start.length;
  for (let i = 0; i < list.start.length; i++) {
    split.start.push(list.start[i]!);
    split.end.push(list.end[i]!);
  }
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
