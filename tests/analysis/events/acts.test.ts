import { describe, expect, it } from "vitest";
import { events } from "./read.ts";

describe("the sixteen acts, with their sides", () => {
  it.each([
    ["Kenya and Uganda agreed to a ceasefire on Monday.", "AGREE actual: KEN + UGA"],
    ["France promised more money to Senegal.", "AGREE actual: FRA > SEN"],
    [
      "The Japanese prime minister met the Indian foreign minister in Delhi.",
      "CONSULT actual: JPN + IND",
    ],
    ["The Polish president visited Ukraine on Friday.", "CONSULT actual: POL > UKR"],
    ["Norway praised Colombia for the peace deal.", "SUPPORT actual: NOR > COL"],
    ["Peru and Chile signed a trade treaty.", "SUPPORT actual: PER + CHL"],
    ["Italy shared intelligence with Egypt.", "COOPERATE actual: ITA + EGY"],
    ["Germany sent medicine to Syria.", "AID actual: DEU > SYR"],
    ["Sweden granted asylum to a Turkish journalist.", "AID actual: SWE > TUR"],
    ["Nigeria lifted the curfew in Kaduna.", "CONCEDE actual: NGA > NGA"],
    ["Venezuela released two American prisoners.", "RETREAT actual: VEN > USA"],
    ["Ethiopian troops withdrew from Somalia.", "RETREAT actual: ETH > SOM"],
    ["Mexico demanded an apology from Spain.", "REQUEST actual: MEX > ESP"],
    ["Canada urged Israel to lift the blockade.", "REQUEST actual: CAN > ISR"],
    ["Armenia accused Azerbaijan of shelling its villages.", "ACCUSE actual: ARM > AZE"],
    ["Brazil condemned the attack by Russia on Ukraine.", "ACCUSE actual: BRA > RUS"],
    ["Serbia rejected a proposal by Kosovo.", "REJECT actual: SRB > XKX"],
    ["North Korea threatened to attack South Korea.", "THREATEN actual: PRK > KOR"],
    ["The United States imposed sanctions on Iran.", "SANCTION actual: USA > IRN"],
    ["Belgium expelled three Russian diplomats.", "SANCTION actual: BEL > RUS"],
    ["Turkey deployed troops along the border with Syria.", "MOBILIZE actual: TUR > SYR"],
    ["Thai police arrested four Cambodian fishermen.", "COERCE actual: THA > KHM"],
    ["Israeli jets bombed Lebanon on Sunday.", "ASSAULT actual: ISR > LBN"],
  ])("%s", (text, expected) => expect(events(text)).toContain(expected));
});

describe("voices and clauses", () => {
  it.each([
    ["Four Cambodian fishermen were arrested by Thai police.", "COERCE actual: THA > KHM"],
    ["Officials said Israeli jets bombed Lebanon.", "ASSAULT actual: ISR > LBN"],
    ["Israeli jets bombed Lebanon, officials said.", "ASSAULT actual: ISR > LBN"],
    ["The Polish president, who visited Ukraine on Friday, is 50.", "CONSULT actual: POL > UKR"],
    ["Russian forces launched an attack against Ukraine.", "ASSAULT actual: RUS > UKR"],
  ])("%s", (text, expected) => expect(events(text)).toContain(expected));

  it("counts an attack told twice as one", () => {
    const found = events(
      "Russian forces launched an attack on Ukraine, killing 20 Ukrainian soldiers.",
    );
    expect(found.filter((line) => line.startsWith("ASSAULT"))).toHaveLength(1);
  });

  it("keeps happenings outside PLOVER as OTHER when somebody named does them", () => {
    expect(events("Emmanuel Macron inaugurated a museum in Lyon.")).toEqual([
      expect.stringMatching(/^OTHER actual: /),
    ]);
  });
});

describe("headlines", () => {
  it.each([
    ["France expels three Russian diplomats", "SANCTION actual: FRA > RUS"],
    ["Hamas frees four Israeli hostages", "RETREAT actual: PSE > ISR"],
    ["Saudi Arabia, Iran restore diplomatic ties", "SUPPORT actual: SAU + IRN"],
    ["Japan to send aid to Turkey", "AID planned: JPN > TUR"],
  ])("%s", (text, expected) => expect(events(text, "headline")).toContain(expected));
});
