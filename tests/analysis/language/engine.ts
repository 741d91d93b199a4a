/** One engine for all tests of this folder, and what they read off its results. */
import { createLanguageEngine } from "../../../src/analysis/language/index.ts";
import type { Parsed } from "../../../src/analysis/parsed.ts";
import { RELATIONS, UPOS, XPOS } from "../../../src/analysis/tag-sets.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";
import type { Article, Block, BlockKind } from "../../../src/model.ts";

const parse = createLanguageEngine(nodeData());

/** Blocks are parted by a blank line. */
export function parseText(text: string, first: BlockKind = "body"): Parsed {
  return parse(toArticle(text, first));
}

export function toArticle(text: string, first: BlockKind = "body"): Article {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    if (part.trim() !== "") {
      blocks.push({ kind: start === 0 ? first : "body", start, end: start + part.length });
    }
    start += part.length + 2;
  }
  return { id: "a", title: "", text, blocks, language: "en", origin: "a.txt" };
}

export function wordsOf(text: string): string[] {
  return [...parseText(text).tokens.form];
}

export function sentencesOf(text: string): string[] {
  return parseText(text).sentences.map(({ start, end }) => text.slice(start, end));
}

/** `word/TAG` for each word. */
export function tagsOf(text: string): string[] {
  const { tokens } = parseText(text);
  return tokens.form.map((form, i) => `${form}/${XPOS[tokens.xpos[i]!]}`);
}

export function uposOf(parsed: Parsed, word: string): string {
  return UPOS[parsed.tokens.upos[parsed.tokens.form.indexOf(word)]!]!;
}

export function lemmaOf(text: string, word: string): string {
  const { tokens } = parseText(text);
  return tokens.lemma[tokens.form.indexOf(word)]!;
}

/** The arc of a word as `relation(head)`. */
export function arcOf(text: string, word: string): string {
  const { tokens } = parseText(text);
  const i = tokens.form.indexOf(word);
  const head = tokens.head[i]!;
  return `${RELATIONS[tokens.relation[i]!]}(${head < 0 ? "" : tokens.form[head]})`;
}
