/** Given names with the gender they show, and family names that stand first. */
import { nameKey } from "../text/fold.ts";
import type { DataSource } from "./data.ts";
import { sortedTable } from "./sorted-table.ts";
import { parseTable } from "./tables.ts";
import type { Gender } from "./titles.ts";

export interface GivenNames {
  /** `u` for names that both bear; `undefined` when it is no known given name. */
  gender(name: string): Gender | "u" | undefined;
  /** *Xi*, *Kim*: stands before the given name. */
  isFamilyFirst(name: string): boolean;
}

export function loadGivenNames(data: DataSource): GivenNames {
  const rowsOf = sortedTable(data.text("first-names.tsv"));
  const familyFirst = new Set(parseTable(data.text("en/family-first.tsv")).map(([name]) => name));
  return {
    gender: (name) => rowsOf(nameKey(name))[0]?.[1] as Gender | "u" | undefined,
    isFamilyFirst: (name) => familyFirst.has(nameKey(name)),
  };
}
