/** What else an article names: whoever is met in the same company is more likely the same. */
import type { ChainRecord } from "./chain-records.ts";
import { perName } from "./per-name.ts";
import { foldName } from "./person-names.ts";

export interface Company {
  /** People by their full names, organizations and towns, each with its kind: `person/xi jinping`. */
  readonly names: ReadonlySet<string>;
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
  /** By kind: the name as company has it. The same people are met again and again. */
  const keys = new Map(
    Object.keys(WORTH).map((kind) => [kind, perName((name) => `${kind}/${foldName(name)}`)]),
  );
  const starts = firstRecords(records);
  return (article) => {
    const names = new Set<string>();
    const countries = new Set<string>();
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      const record = records[i]!;
      const { kind, name, country, unnamed } = record;
      if ((kind === "country" || kind === "place") && country !== undefined) countries.add(country);
      const toKey = unnamed ? undefined : keys.get(kind);
      if (toKey === undefined) continue;
      if (kind !== "person" || name.includes(" ")) names.add(toKey(record));
    }
    return { names, countries };
  };
}

/** By article: the index of its first record, or of that of the next article that has any; one more for the end. */
function firstRecords(records: readonly ChainRecord[]): Uint32Array {
  const articles = (records.at(-1)?.article ?? -1) + 1;
  const starts = new Uint32Array(articles + 1);
  let next = 0;
  records.forEach(({ article }, i) => {
    while (next <= article) starts[next++] = i;
  });
  starts[articles] = records.length;
  return starts;
}
