/** Given names with the gender they show, and family names that stand first. */
import type { CountryCode } from "../model.ts";
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
  /**
   * Whether the order of the name speaks for or against the country: *Xi Jinping* for China and against Russia.
   * `undefined` where it says nothing.
   */
  suits(name: string, country: CountryCode): boolean | undefined;
}

/** Where nearly every name has the family name first, and where many have. */
const ALWAYS_FAMILY_FIRST: ReadonlySet<CountryCode> = new Set(["CHN", "KOR", "PRK", "VNM"]);
const OFTEN_FAMILY_FIRST: ReadonlySet<CountryCode> = new Set([
  "TWN",
  "HKG",
  "MAC",
  "SGP",
  "MYS",
  "KHM",
]);

export function loadGivenNames(data: DataSource): GivenNames {
  const rowsOf = sortedTable(data.text("first-names.tsv"));
  const familyFirst = new Set(parseTable(data.text("en/family-first.tsv")).map(([name]) => name));
  const isFamilyFirst = (name: string): boolean => familyFirst.has(nameKey(name));
  return {
    suits: (name, country) => {
      const [first = "", second] = nameKey(name).split(" ");
      if (second === undefined || OFTEN_FAMILY_FIRST.has(country)) return undefined;
      const isAlways = ALWAYS_FAMILY_FIRST.has(country);
      if (isFamilyFirst(first) === isAlways) return isAlways ? true : undefined;
      return false;
    },
    gender: (name) => rowsOf(nameKey(name))[0]?.[1] as Gender | "u" | undefined,
    isFamilyFirst,
  };
}
