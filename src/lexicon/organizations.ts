/** Organisations with more than one name, and the common nouns that make one of a country (*Russian army*). */
import type { CountryCode } from "../model.ts";
import { nameKey } from "../text/fold.ts";
import type { DataSource } from "./data.ts";
import { type PhraseTable, phraseTable } from "./phrases.ts";
import { parseTable } from "./tables.ts";

export interface KnownOrganization {
  /** The fullest name. */
  readonly name: string;
  readonly country?: CountryCode;
  /** government, company, alliance, agency, armed, party, ngo, media, sport. */
  readonly sort: string;
}

export interface OrganizationName {
  readonly organization: KnownOrganization;
  /** The name counts only when it is written so. */
  readonly exact?: string;
  /** Other countries have one of that name: it counts only where the article names the country. */
  readonly doubtful?: boolean;
}

export interface Organizations {
  readonly names: PhraseTable<OrganizationName>;
  /** Common nouns with their PLOVER sector: `army` MIL. */
  readonly institutions: PhraseTable<string>;
  /** Words of origin that make a group of the plural noun after them: `Western`. */
  readonly origins: PhraseTable<string>;
  readonly groupNouns: ReadonlySet<string>;
  /** Endings that short forms of company names drop: `inc`. */
  readonly companyTails: ReadonlySet<string>;
  /** Those of them that are no word of the name: `inc`, and not `group`. */
  readonly legalForms: ReadonlySet<string>;
  /** Words that make a company's name the name of a thing of its: `tv`. */
  readonly productWords: ReadonlySet<string>;
  /** Folded names of clubs. */
  readonly teams: ReadonlySet<string>;
  /** Folded names of firms. */
  readonly firms: ReadonlySet<string>;
  /** Those of them that are called so and nobody else. */
  readonly ownNames: ReadonlySet<string>;
  /** Names of those whose models bear their name: `airbus`. */
  readonly makers: PhraseTable<string>;
  /** Last words of the names of parts of a firm: `channel`. */
  readonly divisions: ReadonlySet<string>;
}

/** `=` before a name: exactly so; `?` behind it: doubtful. */
const MARKS = /^=|\?$/g;

export function loadOrganizations(data: DataSource): Organizations {
  const names: [string, OrganizationName][] = [];
  for (const [alternatives = "", country, sort = ""] of parseTable(
    data.text("en/organizations.tsv"),
  )) {
    const list = alternatives.split("|");
    const organization: KnownOrganization = {
      name: list[0]!.replace(MARKS, ""),
      ...(country ? { country } : {}),
      sort,
    };
    for (const name of list) {
      const plain = name.replace(MARKS, "");
      const marks = {
        ...(name.startsWith("=") ? { exact: plain } : {}),
        ...(name.endsWith("?") ? { doubtful: true } : {}),
      };
      names.push([plain, { organization, ...marks }]);
    }
  }
  const pairs = (file: string): [string, string][] =>
    parseTable(data.text(file)).map(([word = "", value = ""]) => [word, value]);
  const words = (file: string): ReadonlySet<string> => new Set(pairs(file).map(([word]) => word));
  const folded = (list: Iterable<string>): ReadonlySet<string> =>
    new Set(Array.from(list, (name) => nameKey(name.replace("*", ""))));
  const firms = [...words("en/firms.tsv")];
  const tails = pairs("en/company-tails.tsv");
  return {
    names: phraseTable(names),
    institutions: phraseTable(pairs("en/institutions.tsv")),
    origins: phraseTable(pairs("en/groups.tsv")),
    groupNouns: words("en/group-nouns.tsv"),
    companyTails: new Set(tails.map(([tail]) => tail)),
    legalForms: new Set(tails.flatMap(([tail, sort]) => (sort === "form" ? [tail] : []))),
    productWords: words("en/product-words.tsv"),
    teams: folded(words("en/teams.tsv")),
    firms: folded(firms),
    ownNames: folded(firms.filter((name) => !name.endsWith("*"))),
    makers: phraseTable(pairs("en/makers.tsv")),
    divisions: loadDivisions(data),
  };
}

/** Last words of the name of a division: *Channel* of *Disney Channel*. */
export function loadDivisions(data: DataSource): ReadonlySet<string> {
  const rows = parseTable(data.text("en/divisions.tsv"));
  return new Set(rows.flatMap(([words]) => words!.split(" ")));
}
