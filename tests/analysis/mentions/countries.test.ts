import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

/** `text:code:form` of the country mentions. */
function countries(marked: string): string[] {
  const { mentions, chains } = castOf(marked);
  return mentions
    .filter(({ kind }) => kind === "country")
    .map(({ text, entity, form }) => `${text}:${chains[entity]!.country}:${form}`);
}

describe("countries", () => {
  it.each([
    ["Russia and the US signed the treaty.", ["Russia:RUS:name", "US:USA:name"]],
    ["The U.K. and the UAE agreed on a price.", ["U.K.:GBR:name", "UAE:ARE:name"]],
    ["Russian troops crossed the river.", ["Russian:RUS:adjective"]],
    ["Thousands of Iraqis fled to Jordan.", ["Iraqis:IRQ:adjective", "Jordan:JOR:name"]],
    ["North Korea warned South Korea on Monday.", ["North Korea:PRK:name", "South Korea:KOR:name"]],
    [
      "The Republic of the Congo and DR Congo closed the border.",
      ["Republic of the Congo:COG:name", "DR Congo:COD:name"],
    ],
    ["Türkiye, once Turkey, opened its airspace.", ["Türkiye:TUR:name", "Turkey:TUR:name"]],
    [
      "Kosovo and Taiwan sent observers to Hong Kong.",
      ["Kosovo:XKX:name", "Taiwan:TWN:name", "Hong Kong:HKG:name"],
    ],
    [
      "Russian-Chinese relations have improved.",
      ["Russian:RUS:adjective", "Chinese:CHN:adjective"],
    ],
    [
      "The pro-Russian rebels met Franco-German envoys.",
      ["Russian:RUS:adjective", "Franco:FRA:adjective", "German:DEU:adjective"],
    ],
    ["The [Moscow-backed|place] rebels fled.", ["Moscow:RUS:metonym"]],
    ["Saudi Arabia and the Emirates agreed.", ["Saudi Arabia:SAU:name", "Emirates:ARE:name"]],
    ["The Korean leader met officials in Pyongyang.", ["Korean:PRK:adjective"]],
    [
      "South Korean troops and Korean ships left.",
      ["South Korean:KOR:adjective", "Korean:KOR:adjective"],
    ],
    ["The [New England Patriots|organization] beat Spain.", ["Spain:ESP:name"]],
    ["The Soviet Union fell apart.", ["Soviet Union:SUN:name"]],
    ["The Kingdom of Morocco recalled its envoy.", ["Morocco:MAR:name"]],
  ])("reads %s", (text, expected) => {
    const found = countries(text).filter((mention) => !mention.endsWith("pronoun"));
    expect(found).toEqual(expected);
  });

  it.each([
    ["They told us nothing new."],
    ["[Emirates|organization] ordered fifty jets before the US Open."],
    ["It grew to a record US$190 billion."],
    ["African Americans voted early."],
    ["He spoke in Russian."],
    ["She served french fries and turkey."],
    ["The senator from New Mexico voted against the bill in Atlanta."],
    ["The Indian Ocean was calm."],
  ])("finds no country in %s", (text) => {
    expect(countries(text)).toEqual([]);
  });

  it("takes the two Koreas for both", () => {
    const { chains } = castOf("The two Koreas held talks.");
    expect(chains.map(({ country }) => country)).toEqual([undefined, "PRK", "KOR"]);
    expect(chains[0]!.members).toEqual([1, 2]);
  });

  it("takes Georgia for the state in an American story and for the country in a Caucasian one", () => {
    expect(countries("A judge in Atlanta, Georgia, freed the Republican senator.")).toEqual([]);
    expect(countries("Georgia accused Russia of shelling Abkhazia.")).toContain("Georgia:GEO:name");
  });

  it("takes the North for North Korea in a story about it", () => {
    const { mentions, chains } = castOf(
      "North Korea fired a missile. Seoul said the North had broken its word. Snow fell in the North Atlantic.",
    );
    const north = mentions.filter(({ rule }) => rule === "the-north");
    expect(north.map(({ text, entity }) => `${text} ${chains[entity]!.country}`)).toEqual([
      "North PRK",
    ]);
  });

  it("takes Jordan for the man whom the article names in full", () => {
    const text = "[Michael Jordan|person] scored. [Jordan|person] left early.";
    expect(countries(text)).toEqual([]);
    expect(countries("[Jordan|person] closed its border with Syria.")).toContain("Jordan:JOR:name");
  });
});
