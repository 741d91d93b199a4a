/** Words around names, by what they tell: the table `en/name-edges.tsv`. */
import type { DataSource } from "../../lexicon/data.ts";
import { parseTable } from "../../lexicon/tables.ts";

export interface EdgeWords {
  /** Before a person's name: *President*. */
  readonly titles: ReadonlySet<string>;
  /** After an organization's name: *spokesman*. */
  readonly offices: ReadonlySet<string>;
  /** In a report of a match. */
  readonly sport: ReadonlySet<string>;
  /** After and before a town that plays: *Boston beat Detroit*. */
  readonly afterTeam: ReadonlySet<string>;
  readonly beforeTeam: ReadonlySet<string>;
  /** Before and after the name of a firm: *startup*, *shareholders*. */
  readonly beforeFirm: ReadonlySet<string>;
  readonly afterFirm: ReadonlySet<string>;
  /** Before the title of a work: *the film Saltburn*. */
  readonly beforeWork: ReadonlySet<string>;
  /** Who or what only an organization has: *officials*, *headquarters*. */
  readonly bodies: ReadonlySet<string>;
  /** Those of them that speak for it: *spokesman*. */
  readonly speakers: ReadonlySet<string>;
}

export function loadEdgeWords(data: DataSource): EdgeWords {
  const rows = parseTable(data.text("en/name-edges.tsv"));
  const wordsOf = (role: string): ReadonlySet<string> =>
    new Set(rows.filter((row) => row[1] === role).map((row) => row[0]!));
  return {
    titles: wordsOf("title"),
    offices: wordsOf("office"),
    sport: wordsOf("sport"),
    afterTeam: wordsOf("team-after"),
    beforeTeam: wordsOf("team-before"),
    beforeFirm: wordsOf("firm-before"),
    afterFirm: wordsOf("firm-after"),
    beforeWork: wordsOf("work-before"),
    bodies: new Set([...wordsOf("body"), ...wordsOf("speaker")]),
    speakers: wordsOf("speaker"),
  };
}
