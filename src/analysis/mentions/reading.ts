/** One article as the mention rules see it: tokens, tree and the columns that several rules need. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Article } from "../../model.ts";
import { nameKey } from "../../text/fold.ts";
import { perWord } from "../numbered-words.ts";
import type { Parsed } from "../parsed.ts";
import { RELATIONS, type Relation, UPOS, type Upos, XPOS, type Xpos } from "../tag-sets.ts";
import type { TokenTable } from "../tokens.ts";
import { buildTree, type Tree } from "../tree.ts";
import { findSkipped } from "./skipped.ts";
import { OPENS, type WordFacets } from "./word-facets.ts";

export interface Reading {
  readonly article: Article;
  readonly parsed: Parsed;
  readonly tokens: TokenTable;
  readonly tree: Tree;
  readonly lexicon: Lexicon;
  /** The folded form of each token; empty for a hyphen. */
  readonly keys: readonly string[];
  /** What may begin with each token, bits of `OPENS`. */
  readonly opens: Uint16Array;
  /** 1 for tokens of datelines and credits: they name nobody who takes part. */
  readonly skipped: Uint8Array;
  /** The quotation that a token stands in, counted from 1; 0 outside. */
  readonly quotation: Uint32Array;
  /** Tokens `[first, last)` of each quotation; number 1 is at 0. */
  readonly quotations: readonly (readonly [number, number])[];
  /** The distinct keys of the article. */
  readonly vocabulary: ReadonlySet<string>;
}

export function read(
  article: Article,
  parsed: Parsed,
  lexicon: Lexicon,
  readWords: ReadWords,
): Reading {
  const { tokens } = parsed;
  const keys: string[] = new Array(tokens.count);
  const opens = new Uint16Array(tokens.count);
  const words = readWords(tokens.vocabulary);
  for (let i = 0; i < tokens.count; i++) {
    const word = words[tokens.word[i]!]!;
    keys[i] = word.key;
    opens[i] = word.opens;
  }
  return {
    article,
    parsed,
    tokens,
    tree: buildTree(parsed),
    lexicon,
    keys,
    opens,
    skipped: findSkipped(article, parsed, keys, opens, lexicon),
    ...findQuotations(parsed),
    vocabulary: new Set(keys),
  };
}

/** What is known of each word as it is written: its key, and what may begin with it. */
type ReadWords = (
  vocabulary: readonly string[],
) => readonly { readonly key: string; readonly opens: number }[];

export function createWordReader(facets: WordFacets): ReadWords {
  return perWord((form) => {
    const key = keyOf(form);
    return { key, opens: (facets.get(key) ?? 0) | (form.includes("-") ? OPENS.hyphen : 0) };
  });
}

const SIMPLE = /^[a-z0-9]+$/;

function keyOf(form: string): string {
  if (SIMPLE.test(form)) return form;
  // A full stop ends phrases; a hyphen, whose key is empty, does not.
  return form.startsWith(".") ? "." : nameKey(form);
}

/** Whether a token has one of the tags; none where there is no such token. */
export function hasTag(
  { tokens }: Reading,
  token: number,
  first: Upos,
  second = first,
  third = first,
  fourth = first,
): boolean {
  if (token < 0 || token >= tokens.count) return false;
  const tag = UPOS[tokens.upos[token]!];
  return tag === first || tag === second || tag === third || tag === fourth;
}

export function hasXpos({ tokens }: Reading, token: number, ...tags: readonly Xpos[]): boolean {
  if (token < 0 || token >= tokens.count) return false;
  return tags.includes(XPOS[tokens.xpos[token]!]!);
}

export function hasRelation(
  { tokens }: Reading,
  token: number,
  first: Relation,
  second = first,
  third = first,
  fourth = first,
): boolean {
  if (token < 0 || token >= tokens.count) return false;
  const relation = RELATIONS[tokens.relation[token]!];
  return relation === first || relation === second || relation === third || relation === fourth;
}

export function isCapitalized(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}

export function isAllCapitals(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase();
}

/** The sentence's tokens, `[first, last)`. */
export function sentenceOf({ parsed, tokens }: Reading, token: number): readonly [number, number] {
  const sentence = parsed.sentences[tokens.sentence[token]!]!;
  return [sentence.firstToken, sentence.lastToken];
}

/** The token of a span whose head lies outside it. */
export function headOf({ tokens }: Reading, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = tokens.head[i]!;
    if (head < first || head >= last) return i;
  }
  return last - 1;
}

const OPENING = new Set(["“", "``", "«", "„"]);
const CLOSING = new Set(["”", "''", "»"]);
/** A quotation that is not closed by then was no quotation, or runs on through paragraphs: it ends with its sentence. */
const LONGEST_QUOTATION = 300;

function findQuotations({ tokens, sentences }: Parsed): Pick<Reading, "quotation" | "quotations"> {
  const quotation = new Uint32Array(tokens.count);
  const quotations: [number, number][] = [];
  let opened = -1;
  const close = (end: number): void => {
    quotations.push([opened, end]);
    quotation.fill(quotations.length, opened, end);
    opened = -1;
  };
  for (let i = 0; i < tokens.count; i++) {
    const form = tokens.form[i]!;
    const isStraight = form === '"';
    if (opened < 0 && (OPENING.has(form) || isStraight)) opened = i;
    else if (opened >= 0 && (CLOSING.has(form) || isStraight)) close(i + 1);
    else if (opened >= 0 && i - opened > LONGEST_QUOTATION) {
      close(sentences[tokens.sentence[opened]!]!.lastToken);
    }
  }
  return { quotation, quotations };
}
