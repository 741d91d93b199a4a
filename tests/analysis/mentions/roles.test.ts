import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

function rolesOf(marked: string): string[] {
  const { roles, mentions, chains } = castOf(marked);
  return roles
    .filter(({ rule }) => rule !== "organization-country")
    .map(({ person, title, of, former }) => {
      const owner = chains[mentions[of]!.entity]!;
      return `${mentions[person]!.text}: ${former ? "former " : ""}${title} of ${owner.country && owner.kind === "country" ? owner.country : owner.name}`;
    });
}

describe("offices", () => {
  it.each([
    ["Russian President [Vladimir Putin|person] arrived.", "Vladimir Putin: president of RUS"],
    [
      "Kremlin spokesman [Dmitry Peskov|person] told reporters.",
      "Dmitry Peskov: spokesman of Kremlin",
    ],
    ["[Angela Merkel|person], chancellor of Germany, agreed.", "Angela Merkel: chancellor of DEU"],
    [
      "[Jane Doe|person], a spokeswoman for [Boeing|organization], declined to comment.",
      "Jane Doe: spokeswoman of Boeing",
    ],
    [
      "Former British Prime Minister [Boris Johnson|person] spoke.",
      "Boris Johnson: former prime minister of GBR",
    ],
    [
      "France's deputy foreign minister [Anne Petit|person] resigned.",
      "Anne Petit: deputy foreign minister of FRA",
    ],
    [
      "The head of the [International Monetary Fund|organization], [Ines Roca|person], warned of a slump.",
      "Ines Roca: head of International Monetary Fund",
    ],
    [
      "[Karl Braun|person], [Siemens|organization]'s former chief executive, was fined.",
      "Karl Braun: former chief executive of Siemens",
    ],
    [
      "Russia's ambassador in Berlin, [Sergei Petrov|person], was angry.",
      "Sergei Petrov: ambassador of RUS",
    ],
    [
      "[Ivan Petrov|person], the secretary of Russia's Security Council, will speak.",
      "Ivan Petrov: secretary of Russia's Security Council",
    ],
    ["[U.S. President Joe Biden|person] spoke.", "Joe Biden: president of USA"],
    ["Senator [Dick Smith|person] of [Illinois|place] spoke.", "Dick Smith: senator of Illinois"],
    ["King [Hassan|person] of Morocco was quoted.", "Hassan: king of MAR"],
    [
      "Iran's supreme leader Ayatollah [Ali Rostami|person] spoke.",
      "Ali Rostami: supreme leader of IRN",
    ],
    [
      "The Prime Minister of Norway, Mr. [Ola Hansen|person], spoke.",
      "Ola Hansen: prime minister of NOR",
    ],
    ["The French met General [Paul Morel|person] of [Lyon|place].", "Paul Morel: general of Lyon"],
    ["[Li Wen|person] is the foreign minister of China.", "Li Wen: foreign minister of CHN"],
  ])("reads %s", (text, expected) => {
    expect(rolesOf(text)).toContain(expected);
  });

  it.each([
    ["[Jane Doe|person] met Russian officials."],
    ["[Jane Doe|person] said the president of China would come."],
    ["The company hired [Jane Doe|person]."],
  ])("reads none in %s", (text) => {
    expect(rolesOf(text)).toEqual([]);
  });

  it("are shared by those who are joined", () => {
    const text =
      "Foreign ministers [Sergei Lavrov|person] of Russia and [Wang Yi|person] of China met.";
    expect(rolesOf(text)).toEqual([
      "Sergei Lavrov: foreign minister of RUS",
      "Wang Yi: foreign minister of CHN",
    ]);
  });

  it("pass from one to his counterpart", () => {
    const text =
      "China's foreign minister [Qin Gang|person] told his Ukrainian counterpart [Dmytro Kuleba|person] so.";
    expect(rolesOf(text)).toContain("Dmytro Kuleba: foreign minister of UKR");
  });

  it("are none where a nationality only says where someone is from", () => {
    const text = "[Oleg Ivanov|person], a Russian businessman, bought the club.";
    expect(rolesOf(text)).toEqual([]);
    expect(castOf(text).chains[0]).toMatchObject({ name: "Oleg Ivanov", country: "RUS" });
  });

  it("never become part of the name", () => {
    const { chains } = castOf("[Russian President Vladimir Putin|person] met [Mr Smith|person].");
    expect(chains.map(({ name }) => name)).toEqual(["Russia", "Vladimir Putin", "Smith"]);
  });

  it("tell the country of the person", () => {
    const { chains } = castOf("Chinese President [Xi Jinping|person] spoke.");
    expect(chains.find(({ kind }) => kind === "person")).toMatchObject({ country: "CHN" });
  });

  it("show a name that the name finder passed over", () => {
    const { chains } = castOf("Chinese President Xi Jinping spoke. Xi left.");
    expect(chains.map(({ name }) => name)).toEqual(["China", "Xi Jinping"]);
  });
});
