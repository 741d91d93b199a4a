import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

/** `name:kind` of the chains that have a name. */
function chains(marked: string): string[] {
  return castOf(marked)
    .chains.filter(({ unnamed }) => !unnamed)
    .map(({ name, kind, country }) => `${name}:${kind}${country ? `:${country}` : ""}`);
}

describe("where a name begins and ends", () => {
  it.each([
    ["Neither [can Xi|person] allow this.", "Xi:person"],
    ["They praised [van Gogh|person].", "van Gogh:person"],
    ["A plan of the [National Ports Committee on Wednesday|organization] failed.", "National Ports Committee:organization"],
    ["It accused [Mid Vermont Christian of violating|organization] state law.", "Mid Vermont Christian:organization"],
    ["[Defenseman Jonas Brodin|person] scored twice.", "Jonas Brodin:person"],
    ["The ambassador to the [European Union Gordon Sondland|organization] spoke.", "Gordon Sondland:person"],
    ["The former President of [Iceland Ólafur Grímsson|person] was there.", "Ólafur Grímsson:person:ISL"],
    ["The files that [US District Judge|organization] [Loretta Preska|person] read are public.", "Loretta Preska:person:USA"],
    ["The Secretary of the [Navy Ruth Delgado|organization] spoke.", "Ruth Delgado:person"],
    ["The [Commissioner for Fisheries Ruth Delgado|organization] spoke.", "Ruth Delgado:person"],
    ["The Minister of Trade and [Tourism Jean-Marie Delgado|person] spoke.", "Jean-Marie Delgado:person"],
    ["The Director of the [Hotel Martin Institute|organization] spoke.", "Hotel Martin Institute:organization"],
    ["The [Ministry of Water|organization], [Forests and Fisheries|organization] agreed.", "Ministry of Water, Forests and Fisheries:organization"],
    ["The Foreign, [Commonwealth & Development Office|organization] agreed.", "Foreign, Commonwealth & Development Office:organization"],
    ["The [Ministry of Trade|organization], [Boeing|organization] and [Airbus|organization] agreed.", "Ministry of Trade:organization"],
    ["The chairman of [Bank of China Hong Kong|organization] spoke.", "Bank of China Hong Kong:organization:CHN"],
  ])("%s", (text, name) => {
    expect(chains(text)).toContain(name);
  }); // biome-ignore format: a table
});

describe("American states", () => {
  it.each([
    ["A rally in [Monroe|place], [La.|place], drew thousands.", "Louisiana:place:USA"],
    ["She moved to [L.A.|place] in May.", "Los Angeles:place:USA"],
    ["Sen. [Rick Scott|person] ([Fla.|organization]) voted no.", "Florida:place:USA"],
    ["Rep. [Mike Gallagher|person], [R-Wis.|organization], spoke.", "Wisconsin:place:USA"],
    ["The man from [Harrisburg|place], [PA|organization], was held.", "Pennsylvania:place:USA"],
    ["[PA|organization] officials met in Ramallah.", "PA:organization"],
  ])("%s", (text, name) => {
    expect(chains(text)).toContain(name);
  });
});

describe("what stands behind a town", () => {
  it.each([
    ["The fair in [Paris|place], [Texas|place], drew crowds.", "Paris:place:USA"],
    ["They met in [Georgetown|place], Guyana, on Monday.", "Georgetown:place:GUY"],
    ["Officials from [Kabul|place], Pakistan and India met.", "Kabul:place:AFG"],
    ["They visited [Paris|place], London and Rome.", "Paris:place:FRA"],
  ])("tells where it lies: %s", (text, name) => {
    expect(chains(text)).toContain(name);
  });
});

describe("names of nobody", () => {
  it.each([
    ["Thank [God|person] for that."],
    ["She died of [Alzheimer|person]'s disease."],
    ["He posted the video on [Twitter|organization]."],
    ["Her role earned a [Golden Globe|organization] nomination."],
    ["The firm showed it at the [Lisbon Air Show|organization]."],
    ["Workers signed for a [Hyundai Sonata|organization] and an [Airbus A330|organization]."],
    ["The minister said on [Facebook|organization] that he would go."],
  ])("are left out: %s", (text) => {
    expect(chains(text)).toEqual([]);
  });

  it.each([
    ["[Twitter|organization] said that it had banned the account.", "Twitter:organization"],
    ["The bloc imposed a fine on [Facebook|organization].", "Facebook:organization:USA"],
    ["[Jesus Ortega|person] won the race.", "Jesus Ortega:person"],
    ["The [Hyundai Foundation|organization] and others paid.", "Hyundai Foundation:organization"],
    [
      "[Boeing Commercial Airplanes|organization] agreed.",
      "Boeing Commercial Airplanes:organization",
    ],
    ["[Nissan Brazil|organization] closed a plant.", "Nissan Brazil:organization:BRA"],
    ["[Mercedes Ortega|person] won the race.", "Mercedes Ortega:person"],
  ])("but %s", (text, name) => {
    expect(chains(text)).toContain(name);
  });
});

describe("what only a firm is called", () => {
  it.each([
    ["[Macy|person]'s announced that it would close shops.", "Macy's:organization:USA"],
    ["[Rolex|person] raised its prices.", "Rolex:organization"],
    ["Doctors at the [Maria Ortega Hospital|person] agreed.", "Maria Ortega Hospital:organization"],
    ["[Macy Gray|person] sang, and [Macy|person]'s fans cheered.", "Macy Gray:person"],
    ["[Keiko Honda|person] spoke, and [Honda|person] left.", "Keiko Honda:person"],
  ])("%s", (text, name) => {
    expect(chains(text)).toContain(name);
  });
});
