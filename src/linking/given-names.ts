/** Which lone names tell too little: *Angela*, *Smith* may be anybody, *Beyoncé*, *Lula* are mostly one. */
import type { DataSource } from "../lexicon/data.ts";
import { sortedTable } from "../lexicon/sorted-table.ts";
import { parseTable } from "../lexicon/tables.ts";
import { nameKey } from "../text/fold.ts";
import { foldName } from "./person-names.ts";

export interface GivenNames {
  /** Short form of a given name -> the full one, both folded. */
  readonly nicknames: ReadonlyMap<string, string>;
  /** Whether the word, as it is written, is a given name. */
  isGiven(word: string): boolean;
  isFamily(word: string): boolean;
}

export function loadGivenNames(data: DataSource): GivenNames {
  const nicknames = new Map(
    parseTable(data.text("en/nicknames.tsv")).map(([short, full]) => [
      foldName(short!),
      foldName(full!),
    ]),
  );
  const known = new Set([...nicknames.keys(), ...nicknames.values()]);
  const given = sortedTable(data.text("first-names.tsv"));
  let family: ReadonlySet<string> | undefined;
  return {
    nicknames,
    isGiven: (word) => known.has(foldName(word)) || given(nameKey(word)).length > 0,
    isFamily(word) {
      family ??= new Set(parseTable(data.text("family-names.tsv")).map(([name]) => name!));
      return family.has(word);
    },
  };
}
