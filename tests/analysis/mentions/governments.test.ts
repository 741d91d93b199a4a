import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

function readingOf(marked: string, word: string): string {
  const { mentions, chains } = castOf(marked);
  const mention = mentions.find(({ text }) => text === word);
  return mention ? `${mention.kind} ${chains[mention.entity]!.country}` : "nothing";
}

describe("a capital", () => {
  it.each([
    ["Moscow sent troops to the border.", "Moscow", "country RUS"],
    ["Beijing said it would respond.", "Beijing", "country CHN"],
    ["The attack was condemned by Berlin.", "Berlin", "country DEU"],
    ["Talks between Washington and Tehran collapsed.", "Tehran", "country IRN"],
    ["The minister criticized Moscow's military campaign.", "Moscow", "country RUS"],
    ["The envoy accused Ankara of bad faith.", "Ankara", "country TUR"],
    ["It was a rare show of support from Paris.", "Paris", "country FRA"],
    ["Moscow said drones attacked the Kremlin, Kyiv denied it.", "Kyiv", "country UKR"],
    ["Beijing hoped Kyiv and Moscow would talk.", "Kyiv", "country UKR"],
    ["It happened after London imposed sanctions.", "London", "country GBR"],
  ])("that acts is its government: %s", (text, word, expected) => {
    expect(readingOf(text, word)).toBe(expected);
  });

  it.each([
    ["The president made a state visit to Moscow.", "Moscow", "place RUS"],
    ["Protesters marched in Paris on Sunday.", "Paris", "place FRA"],
    ["He flew from Cairo to Rome.", "Cairo", "place EGY"],
    ["Moscow's streets were empty.", "Moscow", "place RUS"],
    ["They met in Beijing, China, last week.", "Beijing", "place CHN"],
    ["An explosion near Baghdad killed two people.", "Baghdad", "place IRQ"],
  ])("that is gone to is a place: %s", (text, word, expected) => {
    expect(readingOf(text, word)).toBe(expected);
  });
});

describe("a palace", () => {
  it("is an organisation of its country, with that said where the article names the country", () => {
    const { chains, roles, mentions } = castOf("The Kremlin said the Russian army was ready.");
    const kremlin = chains.find(({ name }) => name === "Kremlin");
    expect(kremlin).toMatchObject({ kind: "organization", country: "RUS" });
    const role = roles.find(({ person }) => mentions[person]!.entity === kremlin!.id);
    expect(role).toMatchObject({ title: "government", rule: "organization-country" });
    expect(chains[mentions[role!.of]!.entity]).toMatchObject({ kind: "country", country: "RUS" });
  });
});

describe("an institution of a country", () => {
  it.each([
    ["The US military struck the base.", "US military", "organization USA"],
    [
      "China's foreign ministry summoned the envoy.",
      "China's foreign ministry",
      "organization CHN",
    ],
    ["Russian troops withdrew.", "Russian troops", "organization RUS"],
    ["China's foreign ministry spokesman left.", "China's foreign ministry", "organization CHN"],
    ["Russia's Security Council will meet.", "Russia's Security Council", "organization RUS"],
    ["Moscow sent its armed forces into the valley.", "its armed forces", "organization RUS"],
  ])("is an organisation: %s", (text, words, expected) => {
    expect(readingOf(text, words)).toBe(expected);
  });

  it("is not one where the noun belongs to another", () => {
    expect(readingOf("The Russian army chief resigned.", "Russian army")).toBe("nothing");
  });

  it("is one chain however it is written", () => {
    const { chains } = castOf(
      "The Russian army withdrew. Later Russia's army returned, and the army stayed.",
    );
    expect(chains.filter(({ kind }) => kind === "organization")).toHaveLength(1);
  });
});

describe("a group", () => {
  it.each([
    ["Western countries imposed sanctions.", "Western countries"],
    ["European leaders met on Friday.", "European leaders"],
    ["Thousands of Kurds fled.", "Kurds"],
  ])("has no country: %s", (text, words) => {
    expect(readingOf(text, words)).toBe("group undefined");
  });
});

describe("a part of a place", () => {
  it.each([
    ["He opened a gas field in eastern Siberia.", "eastern Siberia", "place RUS"],
    ["Shells fell on northern Iraq.", "northern Iraq", "place IRQ"],
    ["Drones flew over Russian-occupied Crimea.", "Crimea", "place UKR"],
    ["Shells fell on occupied Ukraine.", "occupied Ukraine", "place UKR"],
    ["Tension rose in the Asia-Pacific region.", "Asia-Pacific", "place undefined"],
    ["The war spread across the Middle East.", "Middle East", "place undefined"],
  ])("is a place: %s", (text, words, expected) => {
    expect(readingOf(text, words)).toBe(expected);
  });
});

describe("the building of a government", () => {
  it.each([
    ["Tourists visited the Kremlin.", "Kremlin", "place RUS"],
    ["Putin met Xi in the Kremlin on Tuesday.", "Kremlin", "place RUS"],
    ["Protesters gathered outside Downing Street.", "Downing Street", "place GBR"],
  ])("is a building where people meet: %s", (text, word, expected) => {
    expect(readingOf(text, word)).toBe(expected);
  });

  it.each([
    ["The Kremlin denied the report.", "Kremlin", "organization RUS"],
    ["Putin met Kremlin officials.", "Kremlin", "organization RUS"],
    ["She won a second term in the White House.", "White House", "organization USA"],
    ["Downing Street said the deal was dead.", "Downing Street", "organization GBR"],
  ])("is who rules there elsewhere: %s", (text, word, expected) => {
    expect(readingOf(text, word)).toBe(expected);
  });
});

describe("a town of a capital's name", () => {
  it.each([
    ["[Moscow|place], [Idaho|place], is small.", "Moscow", "place USA"],
    ["[Cairo|place], [Illinois|place], was flooded.", "Cairo", "place USA"],
    ["Moscow, Washington and Beijing agreed on it.", "Moscow", "country RUS"],
  ])("%s", (text, word, expected) => {
    expect(readingOf(text, word)).toBe(expected);
  });
});
