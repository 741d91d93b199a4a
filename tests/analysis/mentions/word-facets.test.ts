import { describe, expect, it } from "vitest";
import { REFERENCE_WORDS } from "../../../src/analysis/mentions/references.ts";
import { loadWordFacets, OPENS } from "../../../src/analysis/mentions/word-facets.ts";
import { loadLexicon } from "../../../src/lexicon/lexicon.ts";
import { nodeData } from "../../../src/lexicon/node-data.ts";

const lexicon = loadLexicon(nodeData());
const facets = loadWordFacets(lexicon, REFERENCE_WORDS);
const opens = (word: string, facet: number): boolean => ((facets.get(word) ?? 0) & facet) !== 0;

describe("what may begin with a word", () => {
  it.each([
    ["russian", OPENS.country, true],
    ["franco", OPENS.country, true],
    ["moscow", OPENS.country, true],
    ["nato", OPENS.organization, true],
    ["eastern", OPENS.direction, true],
    ["the", OPENS.reference, true],
    ["she", OPENS.reference, true],
    ["reuters", OPENS.credit, true],
    ["umbrella", OPENS.country | OPENS.organization | OPENS.reference, false],
  ])("is known of %s (%d): %s", (word, facet, known) => {
    expect(opens(word, facet)).toBe(known);
  });

  it("leaves no phrase of a table out of reach", () => {
    const { countries, organizations, regions, notCountries } = lexicon;
    const tables = [
      [countries.words, OPENS.country],
      [organizations.names, OPENS.organization],
      [organizations.institutions, OPENS.institution],
      [organizations.origins, OPENS.origin],
      [regions, OPENS.region],
      [notCountries, OPENS.notCountry],
    ] as const;
    for (const [table, facet] of tables) {
      for (const key of table.entries.keys())
        expect(opens(key.split(" ")[0]!, facet), key).toBe(true);
    }
  });
});
