/** The tables of linking: `data/en/nicknames.tsv`, `data/en/common-organizations.tsv`, `data/en/divisions.tsv`, `data/en/linking/`. */
import type { DataSource } from "../lexicon/data.ts";
import { loadDivisions } from "../lexicon/organizations.ts";
import { parseTable } from "../lexicon/tables.ts";
import { type Acts, loadActs } from "./acts.ts";
import { createCountedWords, type ForEachCountedWord } from "./counted-words.ts";
import { type GivenNames, loadGivenNames } from "./given-names.ts";
import { type LabelWords, loadLabelWords } from "./label-words.ts";
import { createNationNames, type NationNameOf } from "./nation-names.ts";
import { loadWalks, type Walks } from "./walks.ts";
import { loadTowns, type TownOf } from "./within.ts";

export interface LinkingTables {
  /** Words that name no organisation by themselves: ministry, police. */
  readonly commonOrganizations: ReadonlySet<string>;
  /** Those of which a country has many: police, court. */
  readonly localOrganizations: ReadonlySet<string>;
  /** Last words of the name of a division: *Channel* of *Disney Channel*. */
  readonly divisions: ReadonlySet<string>;
  /** Words that say nothing of what a text is about. */
  readonly commonWords: ReadonlySet<string>;
  readonly forEachCountedWord: ForEachCountedWord;
  readonly acts: Acts;
  readonly walks: Walks;
  readonly townOf: TownOf;
  readonly givenNames: GivenNames;
  readonly labelWords: LabelWords;
  readonly nationNameOf: NationNameOf;
}

export function loadLinkingTables(data: DataSource): LinkingTables {
  const rows = (name: string) => parseTable(data.text(`en/${name}.tsv`));
  const organizations = rows("common-organizations");
  const commonWords = new Set(rows("linking/common-words").flatMap(([words]) => words!.split(" ")));
  return {
    commonOrganizations: new Set(organizations.map(([word]) => word!)),
    localOrganizations: new Set(
      organizations.flatMap(([word, flag]) => (flag === "local" ? [word!] : [])),
    ),
    divisions: loadDivisions(data),
    commonWords,
    forEachCountedWord: createCountedWords(commonWords),
    acts: loadActs(data),
    walks: loadWalks(data),
    townOf: loadTowns(data),
    givenNames: loadGivenNames(data),
    labelWords: loadLabelWords(data),
    nationNameOf: createNationNames(data),
  };
}
