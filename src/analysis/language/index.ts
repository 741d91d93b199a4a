/**
 * Sentences, tokens, tags, lemmas and the dependency parse of one article. Sentences never cross blocks. What is too
 * long is cut or left out with a note; nothing in a text makes it throw.
 */
import type { DataSource } from "../../lexicon/data.ts";
import type { Article } from "../../model.ts";
import { readModelFile } from "../model-file.ts";
import type { Parsed } from "../parsed.ts";
import { labelWeightsOf } from "./label-weights.ts";
import { createLemmaStore } from "./lemma-store.ts";
import { loadLemmas } from "./lemmas.ts";
import { createSentenceParser } from "./sentence-parser.ts";
import { createSentenceWords, FIRST, loadSentence } from "./sentence-words.ts";
import {
  createSentenceSplitter,
  gapScorerBytes,
  SENTENCES_VERSION,
  scoreWith,
} from "./sentences.ts";
import { splitArticle } from "./split-article.ts";
import { loadSpelling } from "./tokenize.ts";

export { LONGEST_TEXT } from "./split-article.ts";

export type ParseArticle = (article: Article) => Parsed;

/** Loads tables and models; the function it returns keeps what it learns of words from one article to the next. */
export function createLanguageEngine(data: DataSource): ParseArticle {
  const spelling = loadSpelling(data);
  const lemmatize = loadLemmas(data);
  const splitWeights = labelWeightsOf(
    readModelFile(data.bytes("models/sentences.bin"), "sentences", SENTENCES_VERSION),
  );
  const { words, tagger, kernel, parse } = createSentenceParser(data, gapScorerBytes(splitWeights));
  const score = scoreWith(splitWeights, kernel);
  const splitSentences = createSentenceSplitter(words, spelling.abbreviations, score);
  const sentenceWords = createSentenceWords();
  const xposOf = tagger.labels.map((label) => label.split("+")[1]!);
  const lemmas = createLemmaStore((form, label) => lemmatize(form, xposOf[label]!));

  return (article) => {
    if (words.trim()) {
      lemmas.forget();
      tagger.forget();
    }
    const split = splitArticle(article, { spelling, words, splitSentences });
    const { sentences, form, notes } = split;
    const count = form.length;
    const start = new Int32Array(split.start);
    const end = new Int32Array(split.end);
    const word = new Int32Array(split.id);
    const upos = new Uint8Array(count);
    const xpos = new Uint8Array(count);
    const head = new Int32Array(count);
    const relation = new Uint8Array(count);
    const sentence = new Int32Array(count);
    const lemma: string[] = new Array(count);
    for (let index = 0; index < sentences.length; index++) {
      const { firstToken, lastToken } = sentences[index]!;
      loadSentence(sentenceWords, words, word, firstToken, lastToken);
      const { tree, label } = parse(sentenceWords);
      for (let i = firstToken; i < lastToken; i++) {
        const at = FIRST + i - firstToken;
        const tag = sentenceWords.tag[at]! - 1;
        upos[i] = tagger.upos[tag]!;
        xpos[i] = tagger.xpos[tag]!;
        head[i] = tree.head[at] === tree.root ? -1 : firstToken + tree.head[at]! - FIRST;
        relation[i] = label[at]! - 1;
        sentence[i] = index;
        lemma[i] = lemmas.of(word[i]!, tag, form[i]!);
      }
    }
    const tokens = {
      count,
      start,
      end,
      upos,
      xpos,
      lemma,
      head,
      relation,
      sentence,
      form,
      word,
      vocabulary: words.forms,
    };
    return { sentences, tokens, notes };
  };
}
