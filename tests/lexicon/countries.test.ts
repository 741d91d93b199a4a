import { describe, expect, it } from "vitest";
import { loadCountries } from "../../src/lexicon/countries.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { phraseKey } from "../../src/lexicon/phrases.ts";

const countries = loadCountries(nodeData());

function codes(phrase: string, sort: string): string[] {
  const words = countries.words.entries.get(phraseKey(phrase)) ?? [];
  return words.filter((word) => word.sort === sort).map(({ country }) => country);
}

describe("the table of countries", () => {
  it.each([
    ["Russia", "RUS"],
    ["Turkey", "TUR"],
    ["Türkiye", "TUR"],
    ["Netherlands", "NLD"],
    ["Ivory Coast", "CIV"],
    ["Côte d'Ivoire", "CIV"],
    ["Kosovo", "XKX"],
    ["Palestine", "PSE"],
    ["Taiwan", "TWN"],
    ["Hong Kong", "HKG"],
    ["DR Congo", "COD"],
    ["Republic of the Congo", "COG"],
    ["North Korea", "PRK"],
    ["South Korea", "KOR"],
    ["UAE", "ARE"],
    ["U.K.", "GBR"],
    ["United States", "USA"],
    ["Soviet Union", "SUN"],
    ["Burma", "MMR"],
    ["Georgia", "GEO"],
  ])("knows %s as %s", (name, code) => {
    expect(codes(name, "name")).toContain(code);
  });

  it.each([
    ["American", "USA"],
    ["French", "FRA"],
    ["Dutch", "NLD"],
    ["Emirati", "ARE"],
    ["North Korean", "PRK"],
  ])("has one country for the adjective %s", (adjective, code) => {
    expect(codes(adjective, "adjective")).toEqual([code]);
  });

  it.each([
    ["Russians", "RUS"],
    ["Iraqis", "IRQ"],
    ["Poles", "POL"],
    ["Britons", "GBR"],
  ])("knows %s as people of %s", (people, code) => {
    expect(codes(people, "people")).toEqual([code]);
  });

  it("gives every code that a word table uses a name", () => {
    for (const words of countries.words.entries.values()) {
      for (const { country } of words) expect(countries.byCode.has(country), country).toBe(true);
    }
  });
});
