/**
 * What may begin with a word, as bits: asked for once a token, so that the rules search their tables only at words with
 * which some entry begins. Few words of a text are such.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";

export const OPENS = {
  /** Names and adjectives of countries, capitals, the first halves of double adjectives. */
  country: 1,
  organization: 2,
  institution: 4,
  origin: 8,
  region: 16,
  /** *eastern* Siberia, the *North*. */
  direction: 32,
  notCountry: 64,
  /** A pronoun of the third person, or a word that opens the phrase of a reference: *the*, *both*. */
  reference: 128,
  /** Agencies, owners of pictures, words of credits. */
  credit: 256,
  /** A word with a hyphen inside: *pro-Russian*. */
  hyphen: 512,
} as const;

/** Where a name may begin that the name finder has not found. */
export const OPENS_NAME =
  OPENS.country |
  OPENS.organization |
  OPENS.institution |
  OPENS.origin |
  OPENS.region |
  OPENS.direction |
  OPENS.hyphen;

export type WordFacets = ReadonlyMap<string, number>;

export function loadWordFacets(lexicon: Lexicon, referenceWords: Iterable<string>): WordFacets {
  const { countries, organizations, places, credits } = lexicon;
  const facets = new Map<string, number>();
  const set = (words: Iterable<string>, facet: number): void => {
    for (const word of words) facets.set(word, (facets.get(word) ?? 0) | facet);
  };
  set(countries.words.beginnings, OPENS.country);
  set(countries.prefixes.keys(), OPENS.country);
  set(organizations.names.beginnings, OPENS.organization);
  set(organizations.institutions.beginnings, OPENS.institution);
  set(organizations.origins.beginnings, OPENS.origin);
  set(lexicon.regions.beginnings, OPENS.region);
  set(places.directions.keys(), OPENS.direction);
  set(["north", "south"], OPENS.direction);
  set(lexicon.notCountries.beginnings, OPENS.notCountry);
  set(lexicon.pronouns.keys(), OPENS.reference);
  set(referenceWords, OPENS.reference);
  for (const sort of ["agency", "pictures", "credit"]) set(credits(sort), OPENS.credit);
  return facets;
}
