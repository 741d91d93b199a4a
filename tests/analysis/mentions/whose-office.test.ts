import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

function countryOf(marked: string, name: string): string | undefined {
  return castOf(marked).chains.find((chain) => chain.name === name)?.country;
}

describe("leaders whose country nobody says", () => {
  it.each([
    ["President [Joe Biden|person] visited Paris and Berlin.", "Joe Biden", "USA"],
    ["[Narendra Modi|person] thanked the crowd.", "Narendra Modi", "IND"],
    ["Prime Minister [Starmer|person] spoke to France.", "Starmer", "GBR"],
    ["President [López Obrador|person] disagreed.", "López Obrador", "MEX"],
    ["President [Xi|person] toured the factory.", "Xi", "CHN"],
    // Two countries had such leaders, and only one of them has the office.
    ["Prime Minister [Johnson|person] resigned.", "Johnson", "GBR"],
    ["President [Johnson|person] signed the law.", "Johnson", "USA"],
    ["Health Minister [Khan|person] spoke in Pakistan.", "Khan", "PAK"],
    // Others are called so, too.
    ["[Paul Martin|person] went home to Canada.", "Paul Martin", "CAN"],
    ["Prime Minister [Paul Martin|person] went home.", "Paul Martin", "CAN"],
  ])("%s", (text, name, country) => expect(countryOf(text, name)).toBe(country));

  it.each([
    ["[Biden|person] opened a bakery.", "Biden"],
    ["Health Minister [Khan|person] spoke.", "Khan"],
    ["[Khan|person] spoke in Pakistan.", "Khan"],
    ["[Paul Martin|person] sells bicycles.", "Paul Martin"],
    ["[John Key|person], president of [Acme Corp|organization], agreed.", "John Key"],
    ["President [Kowalczyk|person] of the club resigned.", "Kowalczyk"],
  ])("says nothing of %s", (text, name) => expect(countryOf(text, name)).toBeUndefined());

  it("obeys the article, which knows better", () => {
    expect(countryOf("Kenyan President [Joe Biden|person] resigned.", "Joe Biden")).toBe("KEN");
  });

  it("makes a role of the office where the article names the country", () => {
    const rolesOf = (text: string): string[] => {
      const { roles, mentions, chains } = castOf(text);
      return roles.map(({ title, person, of, rule }) => {
        const [who, whose] = [person, of].map((at) => chains[mentions[at]!.entity]!.name);
        return `${who}, ${title} of ${whose}: ${rule}`;
      });
    };
    const text = "President [Joe Biden|person] flew home. Comedian [Donald Trump|person] stayed.";
    expect(rolesOf(`${text} America waited.`)).toEqual([
      "Joe Biden, president of United States: known-leader",
    ]);
    expect(rolesOf(text)).toEqual([]);
  });

  it("lets the country find who is meant", () => {
    const { mentions, chains } = castOf(
      "President [Joe Biden|person] met [Emmanuel Macron|person]. The American president smiled.",
    );
    const role = mentions.find(({ form }) => form === "role");
    expect(chains[role!.entity]!.name).toBe("Joe Biden");
  });
});

describe("offices of an article that is set in one country", () => {
  const kenya = "Kenya voted. Kenyan police watched. Kenya waits for the count.";

  it.each([
    ["Sen. [Jane Doe|person] complained.", "Jane Doe"],
    ["Interior Minister [Jane Doe|person] complained.", "Jane Doe"],
  ])("are that country's: %s", (text, name) => {
    expect(countryOf(`${kenya} ${text}`, name)).toBe("KEN");
    expect(countryOf(text, name)).toBeUndefined();
  });

  it.each([
    // A firm has a president, a club has a leader.
    [`${kenya} President [Jane Doe|person] complained.`],
    [`${kenya} Interior Minister [Jane Doe|person] complained. Uganda and Tanzania agreed.`],
    ["America voted. US police watched. America waits. Interior Minister [Jane Doe|person] left."],
  ])("are nobody's: %s", (text) => expect(countryOf(text, "Jane Doe")).toBeUndefined());
});
