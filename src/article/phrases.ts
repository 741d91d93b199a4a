/** Which kinds of page furniture a line speaks of: `data/article/phrases.tsv` compiled to one pattern a kind. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export const PHRASE_KINDS = [
  "share",
  "newsletter",
  "advertisement",
  "related",
  "more",
  "comment",
  "rights",
  "cookie",
  "account",
  "navigation",
  "credit",
  "byline",
  "date",
  "reading",
  "video",
  "agency",
] as const;

export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A set of kinds as bits, in the order of `PHRASE_KINDS`. */
export type PhraseBits = number;

export type PhraseFinder = (line: string) => PhraseBits;

export function phraseBit(kind: PhraseKind): PhraseBits {
  return 1 << PHRASE_KINDS.indexOf(kind);
}

export function createPhraseFinder(data: DataSource): PhraseFinder {
  const rows = parseTable(data.text("article/phrases.tsv"));
  const whole = new Map<string, PhraseBits>();
  const starts: (RegExp | undefined)[] = [];
  const anywhere: (RegExp | undefined)[] = [];
  for (const [index, kind] of PHRASE_KINDS.entries()) {
    const phrases = (place: string): string[] =>
      rows
        .filter((row) => row[0] === kind && row[1] === place)
        .flatMap((row) => row[2]!.split("|"));
    for (const phrase of phrases("is")) whole.set(phrase, (whole.get(phrase) ?? 0) | (1 << index));
    starts.push(alternatives("^(?:", phrases("starts")));
    anywhere.push(alternatives("(?:", phrases("has")));
  }
  return (line) => {
    const text = (line.length > SEARCHED ? line.slice(0, SEARCHED) : line).toLowerCase();
    let bits = text.length < 60 ? (whole.get(text.replace(END_MARKS, "")) ?? 0) : 0;
    for (let i = 0; i < PHRASE_KINDS.length; i++) {
      if (starts[i]?.test(text) || anywhere[i]?.test(text)) bits |= 1 << i;
    }
    return bits;
  };
}

const SEARCHED = 300;
const END_MARKS = /[\s:.…!»›>→+|-]{1,8}$/;

function alternatives(before: string, phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  return new RegExp(`${before}${phrases.map(escapeForPattern).join("|")})`);
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
