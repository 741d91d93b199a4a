/** A treebank as raw articles: sentences joined as they stood, paragraphs as blocks; with the gold offsets of both. */
import type { Article } from "../../src/model.ts";
import type { GoldSentence } from "../conllu.ts";

export interface RawDocument {
  readonly article: Article;
  readonly sentences: readonly RawSentence[];
}

export interface RawSentence {
  readonly gold: GoldSentence;
  readonly start: number;
  readonly end: number;
  /** `[start, end)` of each word. Two words that were fused in writing share what they cannot part. */
  readonly words: readonly (readonly [number, number])[];
}

export function toRawDocuments(sentences: readonly GoldSentence[]): RawDocument[] {
  const documents: GoldSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.startsDocument || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(sentence);
  }
  return documents.map(toRawDocument);
}

function toRawDocument(sentences: readonly GoldSentence[]): RawDocument {
  let text = "";
  let blockStart = 0;
  const blocks: { kind: "body"; start: number; end: number }[] = [];
  const raw: RawSentence[] = [];
  sentences.forEach((gold, i) => {
    if (i > 0) {
      if (gold.startsParagraph) {
        blocks.push({ kind: "body", start: blockStart, end: text.length });
        text += "\n\n";
        blockStart = text.length;
      } else if (sentences[i - 1]!.spaceAfter) text += " ";
    }
    const start = text.length;
    text += gold.text;
    raw.push({ gold, start, end: text.length, words: alignWords(text, start, gold.forms) });
  });
  blocks.push({ kind: "body", start: blockStart, end: text.length });
  return {
    article: {
      id: sentences[0]!.id,
      title: "",
      text,
      blocks,
      language: "en",
      origin: sentences[0]!.id,
    },
    sentences: raw,
  };
}

function alignWords(text: string, from: number, forms: readonly string[]): [number, number][] {
  let at = from;
  return forms.map((form) => {
    while (/\s/.test(text[at] ?? "")) at++;
    const start = at;
    for (const letter of form.replace(/\s/g, "")) {
      while (/\s/.test(text[at] ?? "")) at++;
      if (text.startsWith(letter, at)) at += letter.length;
    }
    return [start, at];
  });
}
