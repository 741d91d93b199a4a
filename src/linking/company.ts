/** What else an article names: whoever is met in the same company is more likely the same. */
import { lowerBound } from "../text/lower-bound.ts";
import type { ChainRecord } from "./chain-records.ts";
import { foldName } from "./person-names.ts";

export interface Company {
  /** People by their full names, organizations and towns, each with its kind: `person/xi jinping`. */
  readonly names: readonly string[];
  readonly countries: ReadonlySet<string>;
}

export type CompanyOf = (article: number) => Company;

/** A town says less than a person: many people live there. */
const WORTH: Readonly<Record<string, number>> = { person: 3, organization: 1.5, place: 0.75 };

/** What it tells that two articles share it. */
export function worthOf(name: string): number {
  return WORTH[name.slice(0, name.indexOf("/"))]!;
}

/** `records`: of all kinds, in the order of their articles. */
export function createCompany(records: readonly ChainRecord[]): CompanyOf {
  return (article) => {
    const names: string[] = [];
    const countries = new Set<string>();
    const first = lowerBound(0, records.length, (at) => records[at]!.article < article);
    for (let i = first; records[i]?.article === article; i++) {
      const { kind, name, country, unnamed } = records[i]!;
      if ((kind === "country" || kind === "place") && country !== undefined) countries.add(country);
      if (WORTH[kind] === undefined || unnamed === true) continue;
      if (kind !== "person" || name.includes(" ")) names.push(`${kind}/${foldName(name)}`);
    }
    return { names, countries };
  };
}
