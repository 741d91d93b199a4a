/** The tables of linking: `data/en/nicknames.tsv`, `data/en/common-organizations.tsv`, `data/en/linking/`. */
import type { DataSource } from "../lexicon/data.ts";
import { parseTable } from "../lexicon/tables.ts";
import { type Acts, loadActs } from "./acts.ts";
import { type LabelWords, loadLabelWords } from "./label-words.ts";
import { foldName } from "./person-names.ts";

export interface LinkingTables {
  /** Short form of a given name -> the full one, both folded. */
  readonly nicknames: ReadonlyMap<string, string>;
  /** Words that name no organisation by themselves: ministry, police. */
  readonly commonOrganizations: ReadonlySet<string>;
  /** Words that say nothing of what a text is about. */
  readonly commonWords: ReadonlySet<string>;
  readonly acts: Acts;
  readonly labelWords: LabelWords;
}

export function loadLinkingTables(data: DataSource): LinkingTables {
  const rows = (name: string) => parseTable(data.text(`en/${name}.tsv`));
  return {
    nicknames: new Map(
      rows("nicknames").map(([short, full]) => [foldName(short!), foldName(full!)]),
    ),
    commonOrganizations: new Set(rows("common-organizations").map(([word]) => word!)),
    commonWords: new Set(rows("linking/common-words").flatMap(([words]) => words!.split(" "))),
    acts: loadActs(data),
    labelWords: loadLabelWords(data),
  };
}
