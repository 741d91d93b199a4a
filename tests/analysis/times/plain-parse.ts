/** Sentences and tokens by white space and punctuation, without tags: enough for the rules that need no parse. */
import type { Parsed } from "../../../src/analysis/parsed.ts";
import type { Article, Block, Sentence } from "../../../src/model.ts";
import { numberWords } from "../../../train/names/number-words.ts";

const TOKEN = /[A-Za-z]+(?:'s)?|\d+|[^\sA-Za-z\d]/g;
const SENTENCE_END = /[.!?]["')]*\s+(?=["'(]?[A-Z])|\n+/g;
/** A point behind these does not end a sentence. */
const ABBREVIATION =
  /\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Ms|Dr|St|[ap]\.m)\.\s*$/;

export function plainArticle(
  text: string,
  published?: string,
  kind: Block["kind"] = "body",
): Article {
  return {
    id: "test",
    title: "",
    text,
    blocks: [{ kind, start: 0, end: text.length }],
    ...(published === undefined ? {} : { published }),
    language: "en",
    origin: "test",
  };
}

export function plainParse(article: Article): Parsed {
  const sentences: Sentence[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const owner: number[] = [];
  for (const block of article.blocks) {
    for (const [start, end] of splitSentences(article.text, block.start, block.end)) {
      const firstToken = starts.length;
      for (const match of article.text.slice(start, end).matchAll(TOKEN)) {
        starts.push(start + match.index);
        ends.push(start + match.index + match[0].length);
        owner.push(sentences.length);
      }
      sentences.push({ start, end, firstToken, lastToken: starts.length, block: block.kind });
    }
  }
  const count = starts.length;
  const form = starts.map((start, i) => article.text.slice(start, ends[i]));
  return {
    sentences,
    tokens: {
      count,
      start: Int32Array.from(starts),
      end: Int32Array.from(ends),
      upos: new Uint8Array(count),
      xpos: new Uint8Array(count),
      lemma: form.map((word) => word.toLowerCase()),
      head: new Int32Array(count).fill(-1),
      relation: new Uint8Array(count),
      sentence: Int32Array.from(owner),
      ...numberWords(form),
    },
    notes: [],
  };
}

function splitSentences(text: string, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(SENTENCE_END)) {
    const end = from + match.index + match[0].length;
    if (!match[0].includes("\n") && ABBREVIATION.test(text.slice(start, end))) continue;
    if (text.slice(start, end).trim() !== "") spans.push([start, end]);
    start = end;
  }
  if (text.slice(start, to).trim() !== "") spans.push([start, to]);
  return spans;
}
