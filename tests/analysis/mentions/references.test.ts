import { describe, expect, it } from "vitest";
import { castOf, links } from "./cast-of.ts";

const MEETING =
  "Russian President [Vladimir Putin|person] met Chinese President [Xi Jinping|person] on Friday.";

describe("offices without a name", () => {
  it.each([
    [`${MEETING} The Russian leader smiled.`, "The Russian leader > Vladimir Putin"],
    [`${MEETING} The Chinese president left.`, "The Chinese president > Xi Jinping"],
    [`${MEETING} Putin praised his Chinese counterpart.`, "his Chinese counterpart > Xi Jinping"],
    [
      "French Prime Minister [Anne Petit|person] resigned. The prime minister gave no reason.",
      "The prime minister > Anne Petit",
    ],
    [
      "[Xi Jinping|person] praised Russia. The Chinese president left early.",
      "The Chinese president > Xi Jinping",
    ],
    [
      "President [Xi Jinping|person] met [Ivan Petrov|person]. The Russian leader left.",
      "The Russian leader > Russian leader",
    ],
    [
      "President [Xi Jinping|person] met [Vladimir Putin|person]. The Russian leader left.",
      "The Russian leader > Vladimir Putin",
    ],
    ["Russia's army chief called it a response.", "Russia's army chief > Russia's army chief"],
  ])("stand for who holds them: %s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  it("that nobody holds stand for nobody", () => {
    const text =
      "U.S. Secretary of State [Jane Doe|person] landed. No U.S. secretary of state had come before.";
    expect(links(text).filter((link) => link.includes("secretary of state"))).toEqual([]);
  });

  it("of something else stand for nobody here", () => {
    const text =
      "French President [Anne Petit|person] spoke. The president of the court, [Karl Braun|person], agreed.";
    expect(links(text).filter((link) => link.startsWith("The president"))).toEqual([]);
  });

  it("and countries are found through their holder", () => {
    expect(
      links("China's foreign minister [Qin Gang|person] said his country would wait."),
    ).toContain("his country > China");
  });

  it("make a person without a name where it is said whose office it is", () => {
    const { chains } = castOf("Russia's army chief called it a response.");
    expect(chains.find(({ kind }) => kind === "person")).toMatchObject({
      unnamed: true,
      country: "RUS",
    });
  });

  it("stay open where nobody of the article holds them", () => {
    expect(links("[Jane Doe|person] said the president would come.")).toEqual([
      "Jane Doe > Jane Doe",
    ]);
  });
});

describe("plurals", () => {
  it.each([
    [
      `${MEETING} The two leaders shook hands.`,
      "The two leaders",
      ["Vladimir Putin", "Xi Jinping"],
    ],
    [`${MEETING} The leaders shook hands.`, "The leaders", ["Vladimir Putin", "Xi Jinping"]],
    [`${MEETING} The two countries share a border.`, "The two countries", ["Russia", "China"]],
    [
      "Iran and Oman made a deal. The king of Spain praised it. Iran gave details. The two countries will open embassies.",
      "The two countries",
      ["Iran", "Oman"],
    ],
    [
      "Relations between Russia and China, which both sides praised, are good.",
      "both sides",
      ["Russia", "China"],
    ],
    [
      `${MEETING} "Our leaders are friends," said Kremlin spokesman [Dmitry Peskov|person].`,
      "Our leaders",
      ["Vladimir Putin", "Xi Jinping"],
    ],
  ])("stand for the two: %s", (text, words, members) => {
    const { mentions, chains } = castOf(text);
    const mention = mentions.find((found) => found.text === words);
    const ids = chains[mention?.entity ?? -1]?.members ?? [];
    expect(ids.map((id) => chains[id]!.name)).toEqual(members);
  });

  it("stay open where three were named", () => {
    const { mentions } = castOf("Russia, China and Iran held drills. The two countries denied it.");
    expect(mentions.some(({ text }) => text === "The two countries")).toBe(false);
  });
});

describe("pronouns", () => {
  it.each([
    [
      "[Vladimir Putin|person] spoke on Friday. He said the visit would help.",
      "He > Vladimir Putin",
    ],
    ["[Angela Merkel|person] met [Vladimir Putin|person]. She said little.", "She > Angela Merkel"],
    [
      "[Karl Braun|person] spoke. In his speech on Friday, [Jan Novak|person] said no.",
      "his > Jan Novak",
    ],
    ["[Boeing|organization] said it would cut jobs.", "it > Boeing"],
    ["[Karl Braun|person] spoke. His adviser [Jan Novak|person] said no.", "His > Karl Braun"],
    [
      "Two drones were shot down, the Kremlin said. It said the attack was a crime.",
      "It > Kremlin",
    ],
    [
      "[Karl Braun|person] and [Jan Novak|person] said they would come.",
      "they > Karl Braun and Jan Novak",
    ],
    ["China said it would lower its tariffs.", "its > China"],
    [
      "The European Commission forced [Northwind|organization] to lower its prices.",
      "its > Northwind",
    ],
    ['"I will come," [Vladimir Putin|person] said.', "I > Vladimir Putin"],
    [
      '"We want peace," said Russian President [Vladimir Putin|person], who spoke for Russia.',
      "We > Russia",
    ],
  ])("find their name: %s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  it.each([
    ["China said it was raining in the mountains when the dam broke.", "he"],
    ["[Karl Braun|person] and [Jan Novak|person] met the judge. He left.", "He"],
    ["It is clear that Russia will win.", "It"],
    ["[Karl Braun|person] arrived. A gunman was killed when he opened fire.", "he"],
    ["The plan failed. It was too expensive for France.", "It"],
  ])("stay open where it is not clear: %s", (text, word) => {
    expect(castOf(text).mentions.some((mention) => mention.text === word)).toBe(false);
  });

  it("take no one of the other gender", () => {
    expect(links("[Angela Merkel|person] spoke. He was silent.")).not.toContain(
      "He > Angela Merkel",
    );
  });
});

describe("common nouns", () => {
  it.each([
    ["[Northwind|organization] lost money. The company will cut jobs.", "The company > Northwind"],
    ["The IMF met on Friday. The fund will send money.", "The fund > International Monetary Fund"],
    [
      "NATO leaders met on Friday. The alliance will send troops.",
      "The alliance > North Atlantic Treaty Organization",
    ],
  ])("take up a named thing: %s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  it("stay open where two fit", () => {
    const found = links("Finland gave Tanzania a grant for projects in the country.");
    expect(found.some((link) => link.startsWith("the country"))).toBe(false);
  });
});

describe("a family name that two bear", () => {
  it.each([
    [
      "[Xi Jinping|person] came. His father, [Xi Zhongxun|person], was a vice premier. [Xi|person] left.",
      "Xi > Xi Jinping",
    ],
    [
      "[Hillary Clinton|person] spoke. [Bill Clinton|person], her husband, listened. [Clinton|person] left.",
      "Clinton > Hillary Clinton",
    ],
    [
      "[Saad Hariri|person] spoke. In Tripoli [Rafiq Hariri|person] gave a speech. [Hariri|person] left.",
      "Hariri > Rafiq Hariri",
    ],
    ["His father, [Xi Zhongxun|person], was a vice premier. [Xi|person] left.", "Xi > Xi Zhongxun"],
  ])("is who was named last, but no relative who is only mentioned: %s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });
});

describe("nouns that describe a person", () => {
  it.each([
    [
      "[Jane Smith|person], a teacher from Ohio, was killed. Police said the teacher had called for help.",
      "the teacher > Jane Smith",
    ],
    [
      "The singer [Ana Flores|person] met [Li Wei|person] in Lima. The 33-year-old singer left early.",
      "The 33-year-old singer > Ana Flores",
    ],
    [
      "[Ana Flores|person] was arrested on Friday. The actress denied it.",
      "The actress > Ana Flores",
    ],
    ["[Hamas|organization] fired rockets. The group claimed victory.", "The group > Hamas"],
  ])("stands for that person: %s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  it.each([
    "The singer [Ana Flores|person] met the singer [Li Wei|person]. The singer left early.",
    "[Ana Flores|person] met [Li Wei|person]. The actress left early.",
    "[Jane Smith|person], a teacher, was killed. The other teacher called for help.",
    "[Jane Smith|person], a teacher, was killed. The teacher's son called for help.",
    "President [Xi Jinping|person] spoke on Friday. The singer thanked the hall.",
  ])("stands for nobody where it may be another: %s", (text) => {
    const found = castOf(text).mentions.filter(({ rule }) => rule === "described-person");
    expect(found).toEqual([]);
  });
});

describe("references in running news", () => {
  it.each([
    [
      "[Narendra Modi|person] met President [Joe Biden|person]. [Modi|person] told him that India wanted peace.",
      "him > Joe Biden",
    ],
    [
      "[Microsoft|organization] bought [Activision|organization]. The software giant said the deal was done.",
      "The software giant > Microsoft",
    ],
    [
      "[Sony|organization] bought the studio. The Japanese firm paid in cash.",
      "The Japanese firm > Sony",
    ],
    [
      "Pope [Francis|person] met refugees. The pontiff washed their feet.",
      "The pontiff > Pope Francis",
    ],
  ])("%s", (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  it("takes a counterpart and the name between commas for one person", () => {
    const { chains } = castOf(
      "Finnish Foreign Minister [Elina Valtonen|person] called her Swedish counterpart, [Tobias Berg|person].",
    );
    expect(chains.find(({ name }) => name === "Tobias Berg")?.country).toBe("SWE");
    expect(chains.some(({ unnamed }) => unnamed)).toBe(false);
  });

  it.each([
    [
      "China's [Huawei|organization] sued. The Japanese firm paid in cash.",
      "The Japanese firm > Huawei",
    ],
    [
      "[Microsoft|organization] and [Activision|organization] met. The Seattle giant agreed.",
      "The Seattle giant > Microsoft",
    ],
  ])("is careful: %s", (text, wrong) => {
    expect(links(text)).not.toContain(wrong);
  });
});
