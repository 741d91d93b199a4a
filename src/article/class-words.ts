/** What class and id attributes say of an element, as a set of groups: `data/article/class-words.tsv`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";

/** Bits, in the order of the groups in the table. */
export type ClassGroups = number;

export interface ClassWords {
  readonly groups: readonly string[];
  of(attribute: string): ClassGroups;
}

export function createClassWords(data: DataSource): ClassWords {
  const rows = parseTable(data.text("article/class-words.tsv"));
  const words = new Map<string, ClassGroups>();
  for (const [index, row] of rows.entries()) {
    for (const word of row[1]!.split("|")) words.set(word, (words.get(word) ?? 0) | (1 << index));
  }
  // A page repeats the same few hundred attributes; so do the pages of an outlet.
  const known = new Map<string, ClassGroups>();
  return {
    groups: rows.map((row) => row[0]!),
    of(attribute) {
      if (attribute === "") return 0;
      let groups = known.get(attribute);
      if (groups !== undefined) return groups;
      groups = 0;
      for (const word of attribute.slice(0, LONGEST).match(WORD) ?? []) {
        groups |= words.get(word.toLowerCase()) ?? 0;
      }
      if (known.size >= REMEMBERED) known.clear();
      known.set(attribute, groups);
      return groups;
    },
  };
}

const LONGEST = 300;
const REMEMBERED = 20_000;
/** `storyBody__text` is story, body, text. */
const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|h1/g;
