/** The abbreviations of `data/en/abbreviations.tsv`: which words keep their period, and whether it can end a sentence. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";

export interface Abbreviations {
  /** Whether the word, given without its period, is written with one. */
  has(word: string): boolean;
  /** Whether it is an abbreviation only before a number: *No. 5*, but *He said no.* */
  needsNumber(word: string): boolean;
  /** Whether a capitalised word after it does not begin a sentence: *Gen.*, *St.* */
  leadsOn(word: string): boolean;
}

export function loadAbbreviations(data: DataSource): Abbreviations {
  const kinds = new Map<string, string>();
  for (const [word, kind] of parseTable(data.text("en/abbreviations.tsv"))) {
    if (word !== undefined && kind !== undefined) kinds.set(word, kind);
  }
  const kindOf = (word: string): string | undefined =>
    kinds.get(word) ?? (isLower(word) ? undefined : kinds.get(word.toLowerCase()));
  return {
    has: (word) => kindOf(word) !== undefined,
    needsNumber: (word) => kindOf(word) === "number",
    leadsOn: (word) => kindOf(word) === "title" || kindOf(word) === "number",
  };
}

function isLower(word: string): boolean {
  return word === word.toLowerCase();
}
