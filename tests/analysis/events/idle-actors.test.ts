import { describe, expect, it } from "vitest";
import { read } from "./read.ts";

/** The common nouns that became actors. */
const unnamed = (text: string): string[] =>
  read(text)
    .mentions.filter(({ rule }) => rule.startsWith("actor-noun:"))
    .map(({ text: written }) => written);

describe("common nouns are actors only where they act, are acted on, or speak", () => {
  it.each([
    ["She met her local doctor at the hospital to discuss the family of genes."],
    ["He funds a variety of gun control groups."],
    ["She continued to license her songs to third parties."],
    ["So I learned how to be a diplomat and read the situation."],
  ])("%s", (text) => {
    expect(unnamed(text)).toEqual([]);
  });

  it.each([
    ["Rebels attacked a convoy near Goma on Monday.", ["Rebels", "convoy"]],
    ["The lawyer gave hundreds of thousands of dollars to charities.", ["lawyer", "charities"]],
    ["Police said that the bridge was closed.", ["Police"]],
  ])("%s", (text, actors) => {
    expect(unnamed(text)).toEqual(actors);
  });

  it("numbers what is left without gaps", () => {
    const { mentions, chains, events, statements } = read(
      "People in the beautiful country met hundreds of times. Officials said that rebels had attacked " +
        "soldiers in Mali. His family has a farm. Gunmen killed two teachers in Kenya on Tuesday.",
    );
    expect(chains.map(({ id }) => id)).toEqual(chains.map((_, i) => i));
    for (const { entity } of mentions) expect(chains[entity]).toBeDefined();
    const named = events.flatMap(({ roles }) =>
      roles.map(({ mention }) => mentions[mention]?.text),
    );
    expect(named).toEqual(expect.arrayContaining(["rebels", "soldiers", "Gunmen"]));
    expect(statements.map(({ speaker }) => mentions[speaker]?.text)).toContain("Officials");
  });
});
