/** What else an article names: whoever is met in the same company is more likely the same. */
import { type ChainPile, KINDS } from "./chain-pile.ts";
import { NO_KIND } from "./kinds.ts";
import { perName } from "./per-name.ts";

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

/** `kinds`: by line. */
export function createCompany(pile: ChainPile, kinds: Uint8Array): CompanyOf {
  /** By kind: the name as company has it. The same people are met again and again. */
  const toKeys = KINDS.map((kind) =>
    kind in WORTH ? perName(pile, (_, name) => `${kind}/${pile.folded(name)}`) : undefined,
  );
  return (article) => {
    const names = new Set<string>();
    const countries = new Set<string>();
    for (let row = pile.starts.at(article); row < pile.starts.at(article + 1); row++) {
      const kind = kinds[pile.line(row)]!;
      if (kind === NO_KIND) continue;
      const country = pile.countryText(pile.country(row));
      const isLand = KINDS[kind] === "country" || KINDS[kind] === "place";
      if (isLand && country !== undefined) countries.add(country);
      const toKey = pile.isUnnamed(row) ? undefined : toKeys[kind];
      if (toKey === undefined) continue;
      if (KINDS[kind] !== "person" || pile.nameText(row).includes(" ")) {
        names.add(toKey(pile.name(row)));
      }
    }
    return { names, countries };
  };
}
