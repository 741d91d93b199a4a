/** What else an article names: whoever is met in the same company is more likely the same. */
import { lowerBound } from "../text/lower-bound.ts";
import { remembered } from "../text/remembered.ts";
import type { ChainRecord } from "./chain-records.ts";
import { foldName } from "./person-names.ts";

export interface Company {
  /** People by their full names, organizations and towns, each with its kind: `person/xi jinping`. */
  readonly names: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

export type CompanyOf = (article: number) => Company;

/** A town says less than a person: many people live there. */
const WORTH: Readonly<Record<string, number>> = { person: 3, organization: 1.5, place: 0.75 };
/** By kind: the name as company has it. The same people are met again and again. */
const KEYS = new Map(
  Object.keys(WORTH).map((kind) => [kind, remembered((name) => `${kind}/${foldName(name)}`)]),
);

/** What it tells that two articles share it. */
export function worthOf(name: string): number {
  return WORTH[name.slice(0, name.indexOf("/"))]!;
}

/** `records`: of all kinds, in the order of their articles. */
export function createCompany(records: readonly ChainRecord[]): CompanyOf {
  return (article) => {
    const names = new Set<string>();
    const countries = new Set<string>();
    const first = lowerBound(0, records.length, (at) => records[at]!.article < article);
    for (let i = first; records[i]?.article === article; i++) {
      const { kind, name, country, unnamed } = records[i]!;
      if ((kind === "country" || kind === "place") && country !== undefined) countries.add(country);
      const toKey = unnamed === true ? undefined : KEYS.get(kind);
      if (toKey === undefined) continue;
      if (kind !== "person" || name.includes(" ")) names.add(toKey(name));
    }
    return { names, countries };
  };
}
