/** What the words beside a date say that it is the date of: `data/article/date-words.tsv`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

export interface DateWords {
  published(line: string): boolean;
  updated(line: string): boolean;
  /** Of an offer, a programme, the rights. */
  other(line: string): boolean;
}

export function createDateWords(data: DataSource): DateWords {
  const words = new Map<string, readonly string[]>();
  for (const [kind, list] of parseTable(data.text("article/date-words.tsv")))
    words.set(kind!, list!.split("|"));
  const asker = (kind: string) => (line: string) => {
    const text = line.slice(0, SEARCHED).toLowerCase();
    return words.get(kind)!.some((word) => text.includes(word));
  };
  return { published: asker("published"), updated: asker("updated"), other: asker("other") };
}

const SEARCHED = 200;
