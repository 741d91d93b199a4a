/** All tables of names, loaded once. */

import { nameKey } from "../text/fold.ts";
import { type Countries, loadCountries } from "./countries.ts";
import type { DataSource } from "./data.ts";
import { type GivenNames, loadGivenNames } from "./given-names.ts";
import { type Leaders, loadLeaders } from "./leaders.ts";
import { loadOrganizations, type Organizations } from "./organizations.ts";
import { type PhraseTable, phraseTable } from "./phrases.ts";
import { loadPlaces, type Places } from "./places.ts";
import { parseTable } from "./tables.ts";
import { type Gender, loadTitles, type Titles } from "./titles.ts";

/** Sets of words by name; an unknown name is an empty set. */
export type WordLists = (sort: string) => ReadonlySet<string>;

/** What a third person pronoun agrees with. */
export interface Pronoun {
  readonly number: "person" | "thing" | "many";
  readonly gender?: Gender;
}

export interface Lexicon {
  readonly countries: Countries;
  readonly places: Places;
  readonly titles: Titles;
  readonly organizations: Organizations;
  readonly givenNames: GivenNames;
  readonly leaders: Leaders;
  /** Phrases with a country word in them that name no country: *Native American*. */
  readonly notCountries: PhraseTable<true>;
  /** Regions as phrases, for where no name finder marks them. */
  readonly regions: PhraseTable<string>;
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  /** Lemmas of verbs that report speech or thought. */
  readonly speechVerbs: ReadonlySet<string>;
  /** Words for relatives: *father*, *daughter-in-law*. */
  readonly kin: ReadonlySet<string>;
  /** Common nouns for one person: `gunman`. */
  readonly personNouns: ReadonlySet<string>;
  /** Callings by which the one person of a story is taken up again, and the gender that the noun tells. */
  readonly callings: ReadonlyMap<string, Gender | undefined>;
  /** Common nouns that take up a named thing, with the kinds that they can stand for: `airline`. */
  /** Words around a capital that tell its government from the town, by sort: `place-noun`. */
  readonly capitalContexts: WordLists;
  /** Words of datelines and credits, by sort: `agency`. */
  readonly credits: WordLists;
  /** What classes of titles can do, by sort: `vague`. */
  readonly titleClasses: WordLists;
  /** Nouns with *the two*, by kind: `country`. */
  readonly pluralNouns: WordLists;
  /** Nouns in the names of organisations, by sort: `short`. */
  readonly organizationNouns: WordLists;
  readonly nounsForNames: ReadonlyMap<string, readonly string[]>;
  /** Names of nobody: when (`always`, `medium`, or the words after it), by folded name. */
  readonly noActors: ReadonlyMap<string, string>;
}

export function loadLexicon(data: DataSource): Lexicon {
  const givenNames = loadGivenNames(data);
  return {
    countries: loadCountries(data),
    places: loadPlaces(data),
    titles: loadTitles(data),
    organizations: loadOrganizations(data),
    givenNames,
    leaders: loadLeaders(data, givenNames.isFamilyFirst),
    notCountries: phraseTable(
      parseTable(data.text("en/not-countries.tsv")).map(([phrase = ""]) => [phrase, true] as const),
    ),
    regions: phraseTable(
      parseTable(data.text("en/regions.tsv")).flatMap(([names = ""]) =>
        names.split("|").map((name) => [name, name] as const),
      ),
    ),
    capitalContexts: wordLists(data.text("en/capital-contexts.tsv")),
    credits: wordLists(data.text("en/credits.tsv")),
    titleClasses: wordLists(data.text("en/title-classes.tsv")),
    pluralNouns: wordLists(data.text("en/plural-nouns.tsv")),
    organizationNouns: wordLists(data.text("en/organization-nouns.tsv")),
    pronouns: loadPronouns(data),
    speechVerbs: new Set(
      parseTable(data.text("en/events/reporting.tsv")).flatMap(([kind, lemmas = ""]) =>
        kind === "noun" ? [] : lemmas.split(" "),
      ),
    ),
    kin: new Set(parseTable(data.text("en/kin.tsv")).map(([word = ""]) => word)),
    callings: new Map(
      parseTable(data.text("en/callings.tsv")).map(([noun = "", gender = ""]) => [
        noun,
        gender === "" ? undefined : (gender as Gender),
      ]),
    ),
    personNouns: new Set(parseTable(data.text("en/person-nouns.tsv")).map(([noun = ""]) => noun)),
    noActors: new Map(
      parseTable(data.text("en/no-actors.tsv")).map(([name = "", when = ""]) => [
        nameKey(name),
        when,
      ]),
    ),
    nounsForNames: new Map(
      parseTable(data.text("en/nouns-for-names.tsv")).map(
        ([noun = "", kinds = ""]) => [noun, kinds.split("|")] as const,
      ),
    ),
  };
}

function loadPronouns(data: DataSource): ReadonlyMap<string, Pronoun> {
  const pronouns = new Map<string, Pronoun>();
  for (const [word = "", number, gender] of parseTable(data.text("en/pronouns.tsv"))) {
    pronouns.set(word, {
      number: number === "person" || number === "many" ? number : "thing",
      ...(gender === "m" || gender === "f" ? { gender } : {}),
    });
  }
  return pronouns;
}

const NONE: ReadonlySet<string> = new Set();

function wordLists(text: string): WordLists {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [sort = "", words = ""] of parseTable(text))
    lists.set(sort, new Set(words.split(" ")));
  return (sort) => lists.get(sort) ?? NONE;
}
