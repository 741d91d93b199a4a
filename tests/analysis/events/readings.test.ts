/** Words with several readings: each with the sentence that called for its rule and one where the rule is silent. */
import { describe, expect, it } from "vitest";
import { acts, events, read } from "./read.ts";

describe("a strike", () => {
  it("from the air is an assault", () => {
    expect(events("Indian missile strikes on Pakistan killed eight people on Monday.")).toContain(
      "ASSAULT actual: IND > PAK",
    );
  });
  it("for better pay is a protest", () => {
    expect(acts("Kenyan nurses began a strike over unpaid wages on Monday.")).toContain(
      "PROTEST actual",
    );
  });
});

describe("verbs of undergoing", () => {
  it("make the accused of who faces charges", () => {
    expect(events("The Peruvian minister faces charges from Chile.")).toContain(
      "ACCUSE actual: CHL > PER",
    );
  });
  it("leave who faces a crisis alone", () => {
    expect(acts("The Peruvian minister faces a crisis in Chile.")).toEqual([]);
  });
  it("make the target of who comes under fire", () => {
    const [event] = read("French troops came under fire from rebels in Mali.").events;
    expect(event).toMatchObject({ act: "ASSAULT", rule: "come_under_fire" });
    expect(event!.roles).toContainEqual(
      expect.objectContaining({ role: "recipient", country: "FRA" }),
    );
  });
});

describe("who tells of an act or judges it", () => {
  it("is not who did it", () => {
    const told = events("Germany condemned the Russian attack on Ukraine.");
    expect(told).not.toContain("ASSAULT actual: DEU > RUS, UKR");
    expect(told.filter((one) => one.startsWith("ASSAULT actual: DEU"))).toEqual([]);
  });
  it("is who did it where the verb makes it happen", () => {
    expect(events("Russian forces carried out an attack on Ukraine.")).toContain(
      "ASSAULT actual: RUS > UKR",
    );
  });
});

describe("a gerund behind a noun and and", () => {
  it("is a noun: who is killed in strikes and shelling does not shell", () => {
    const told = events("Six people were killed in the Indian strikes and shelling in Kashmir.");
    expect(told).toEqual(["ASSAULT actual: IND > Six people"]);
  });
  it("stays a verb behind another gerund", () => {
    expect(
      acts("The company has a history of threatening and retaliating against staff."),
    ).toContain("COERCE actual");
  });
});

describe("what is mounted against", () => {
  it("is not mounted", () => {
    expect(events("Opposition mounted against Israel's military campaign.")).not.toContain(
      "ASSAULT actual: ISR > ISR",
    );
    expect(events("Rebels mounted an attack against Israel.")).toHaveLength(1);
  });
});

describe("a word for one of a people", () => {
  it.each([
    ["The 48-year-old Australian was arrested by police.", "48-year-old Australian", "person", "AUS"],
    ["Police arrested an American on Monday.", "American", "person", "USA"],
    ["The Russians attacked Kyiv.", "Russians", "country", "RUS"],
    ["The British attacked Kabul.", "British", "country", "GBR"],
    ["Rebels attacked a Russian convoy.", "Russian convoy", "group", "RUS"],
    ["He said little since the Russian invasion of Ukraine.", "Russian", "country", "RUS"],
  ])("is one person of it, where many are the country: %s", (text, name, kind, country) => {
    const { events: told, mentions } = read(text);
    const sides = told.flatMap(({ roles }) =>
      roles.map((role) => ({ text: mentions[role.mention]!.text, kind: mentions[role.mention]!.kind, country: role.country })),
    );
    expect(sides).toContainEqual({ text: name, kind, country });
  }); // biome-ignore format: a table
});

describe("what looks like an event and is none", () => {
  it.each([
    "Spain beat Italy in the friendly match.",
    "The minister declined to comment on the report.",
    "The testimony given in support of the Swedish woman was long.",
    "Did you get the letter I told you to get?",
    "Fans occupied every seat of the stadium in Peru.",
  ])("%s", (text) => expect(acts(text)).toEqual([]));

  it("keeps the refusal to do something", () => {
    expect(acts("Germany declined to supply Ukraine with missiles.")).toContain("REJECT actual");
  });
});

describe("happenings outside the sixteen acts", () => {
  it.each([
    ["Samsung unveiled a new phone in Seoul on Monday.", "launch"],
    ["Chris Hipkins became prime minister of New Zealand on Wednesday.", "appointment"],
    ["Boeing won a contract from Japan on Friday.", "contract"],
    ["Nokia acquired a rival firm, Alcatel-Lucent, in 2016.", "acquisition"],
  ])("%s is OTHER, %s", (text, mode) => {
    expect(read(text).events).toContainEqual(
      expect.objectContaining({ act: "OTHER", plover: "OTHER", mode }),
    );
  });

  it("need a name", () => {
    expect(acts("The company launched a new phone.")).toEqual([]);
  });

  it("stand behind the act of the same people in the sentence", () => {
    const { events: found } = read("Boeing won an order from India and sued Airbus on Friday.");
    const surest = [...found].sort((a, b) => b.confidence - a.confidence)[0];
    expect(surest?.act).not.toBe("OTHER");
  });
});

describe("past forms that the tagger takes for nouns", () => {
  it("are verbs again", () => {
    expect(acts("Sudan's army and a rebel force fought in Khartoum on Monday.")).toContain(
      "ASSAULT actual",
    );
  });
});

describe("countries of those who stand up for others", () => {
  it("are not taken from the cause", () => {
    const told = events("Pro-Palestine protests continued across England on Saturday.");
    expect(told.filter((one) => /PSE/.test(one))).toEqual([]);
  });
});

describe("modes and contexts", () => {
  it.each([
    ["Mali asked France to send medicine.", "REQUEST", "assist"],
    ["North Korea threatened to attack South Korea.", "THREATEN", "violence"],
    ["The Polish president visited Ukraine on Friday.", "CONSULT", "visit"],
  ])("%s", (text, act, mode) => {
    expect(read(text).events).toContainEqual(expect.objectContaining({ act, mode }));
  });

  it("tell what an event is about", () => {
    const [event] = read("Turkish artillery shelled positions of the Syrian army.").events;
    expect(event!.contexts).toContain("military");
  });

  it("stay away where no word bears them out", () => {
    const [event] = read("Norway praised Colombia.").events;
    expect(event!.contexts).toBeUndefined();
  });
});

describe("an infinitive in a headline", () => {
  const headline = (title: string) => events(title, "headline");

  it("behind a name is what it will do", () => {
    expect(headline("Japan to send aid to Turkey")).toContain("AID planned: JPN > TUR");
  });

  it("behind another noun is what that noun is about", () => {
    expect(headline("Trouble to send aid to Turkey").join()).not.toContain("AID");
  });
});

describe("a title that runs into a name", () => {
  it("is the person named", () => {
    const { events: found, mentions } = read(
      "Secretary of State Antony Blinken on Friday postponed a visit to Beijing, officials said.",
    );
    const actor = found[0]?.roles.find(({ role }) => role === "actor");
    expect(mentions[actor!.mention]?.text).toBe("Antony Blinken");
  });

  it("is nobody where other words stand between", () => {
    const { events: found, mentions } = read(
      "The Prime Minister accused Antony Blinken of lying about Iraq, officials said.",
    );
    const accused = found.find(({ act }) => act === "ACCUSE")!;
    const names = accused.roles.map(({ role, mention }) => `${role} ${mentions[mention]!.text}`);
    expect(names).toContain("recipient Antony Blinken");
    expect(names).not.toContain("actor Antony Blinken");
  });
});
