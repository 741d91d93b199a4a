/** The table `data/en/word-parts.tsv`: prefixes that keep their hyphen, and words that are two in one. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";

export interface WordParts {
  /** In lower case: *anti*, *ex*. */
  readonly prefixes: ReadonlySet<string>;
  /** Length of the first part by word in lower case: *cannot* -> 3. */
  readonly fused: ReadonlyMap<string, number>;
}

export function loadWordParts(data: DataSource): WordParts {
  const prefixes = new Set<string>();
  const fused = new Map<string, number>();
  for (const [word, kind] of parseTable(data.text("en/word-parts.tsv"))) {
    if (word === undefined || kind === undefined) continue;
    if (kind === "prefix") prefixes.add(word);
    else fused.set(word.replace("|", ""), word.indexOf("|"));
  }
  return { prefixes, fused };
}
