import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker, reviewKnowledge } from "../../src/linking/index.ts";
import type { Analysis, Knowledge } from "../../src/model.ts";
import { makeAnalysis } from "./make-analysis.ts";

const data = nodeData();

function link(analyses: readonly Analysis[]): Knowledge {
  const linker = new Linker(data);
  for (const analysis of analyses) linker.add(analysis);
  return linker.finish();
}

const people = ({ entities }: Knowledge) =>
  entities.filter(({ kind }) => kind === "person").map(({ name }) => name);

/** Marks the chains of an analysis that have no name. */
function unnamed(analysis: Analysis, ...names: readonly string[]): Analysis {
  return {
    ...analysis,
    chains: analysis.chains.map((chain) =>
      names.includes(chain.name) ? { ...chain, unnamed: true } : chain,
    ),
    mentions: analysis.mentions.map((mention) =>
      names.includes(analysis.chains[mention.entity]!.name)
        ? { ...mention, form: "role" as const }
        : mention,
    ),
  };
}

const office = (name: string, published: string, country = "UKR") =>
  unnamed(
    makeAnalysis({
      published,
      lines: [`[person:${name}] thanked the crews on ${published}.`],
      countries: { [name]: country },
    }),
    name,
  );

const holder = (name: string, published: string, title = "president") =>
  makeAnalysis({
    published,
    lines: [
      `[person:${name}], the ${title} of [country:Ukraine], opened a bridge on ${published}.`,
    ],
    countries: { [name]: "UKR", Ukraine: "UKR" },
    roles: [{ person: name, title, of: "Ukraine", in: 0 }],
  });

describe("an office without a name", () => {
  it("is its one known holder", () => {
    const knowledge = link([
      holder("Olha Bondar", "2024-03-01"),
      office("Ukrainian president", "2024-03-05"),
    ]);
    expect(people(knowledge)).toEqual(["Olha Bondar"]);
    expect(knowledge.entities.find(({ name }) => name === "Olha Bondar")!.merged).toContainEqual({
      what: "Ukrainian president",
      reason: "office that only this person holds in the story",
    });
  });

  it.each([
    ["two are called so", [holder("Olha Bondar", "2024-03-01"), holder("Ihor Melnyk", "2024-03-02")]],
    ["the holder is of another time", [holder("Olha Bondar", "2021-03-01")]],
    ["the office is another", [holder("Olha Bondar", "2024-03-01", "foreign minister")]],
  ])("stays nobody in particular when %s", (_, known) => {
    const knowledge = link([...known, office("Ukrainian president", "2024-03-05")]);
    expect(people(knowledge)).toContain("Ukrainian president");
  }); // biome-ignore format: a table

  it("stays apart from the same office of another country", () => {
    const knowledge = link([
      holder("Olha Bondar", "2024-03-01"),
      office("Polish president", "2024-03-05", "POL"),
    ]);
    expect(people(knowledge)).toHaveLength(2);
  });

  it("with a name at its end is whom it names", () => {
    const knowledge = link([
      holder("Olha Bondar", "2024-03-01"),
      office("Ukrainian President Olha Bondar", "2024-03-05"),
    ]);
    expect(people(knowledge)).toEqual(["Olha Bondar"]);
  });
});

describe("part of a name", () => {
  const lone = (name: string) =>
    makeAnalysis({ published: "2024-03-02", lines: [`[person:${name}] sang in the town hall.`] });
  const full = (name: string) =>
    makeAnalysis({ published: "2024-03-01", lines: [`[person:${name}] bought a farm last week.`] });

  it.each([
    ["Joana Prata da Costa", "Prata"],
    ["Pieter van Dalen", "van Dalen"],
    ["Pieter van Dalen", "Dalen"],
    ["Ahmed al-Masri", "al-Masri"],
  ])("%s is %s", (name, part) => {
    expect(people(link([full(name), lone(part)]))).toEqual([name]);
  });

  it.each([
    ["Joana Prata da Costa", "Rui Prata Lima", "Prata"],
    ["Anna Holm", "Bo Holm", "Holm"],
  ])("%s and %s: %s may be either", (a, b, part) => {
    expect(people(link([full(a), full(b), lone(part)]))).toHaveLength(3);
  });
});

describe("a review", () => {
  const knowledge = link([
    makeAnalysis({ published: "2024-03-01", lines: ["[person:Anna Holm] bought a farm near the lake."] }),
    makeAnalysis({ published: "2024-06-02", lines: ["[person:Holm] sang in the town hall of the harbor."] }),
    makeAnalysis({ published: "2024-09-02", lines: ["[person:Boris Tarn] and [person:Bela Tarn] met a crowd."] }),
  ]); // biome-ignore format: a table
  const items = reviewKnowledge(knowledge);

  it("asks about the lone name first, then about people who are nearly called the same", () => {
    expect(items.map(({ kind }) => kind)).toEqual(["merge", "near miss"]);
    expect(items[0]).toMatchObject({
      reason: "part of the name, bearer of nearly all mentions",
      reject: "different person:anna-holm ≠ Holm",
    });
    expect(items[1]!.reject).toBe("same person:bela-tarn = person:boris-tarn");
    for (const { evidence } of items) expect(evidence.length).toBeGreaterThan(0);
  });

  it("asks nothing twice", () => {
    const decided = items.map(({ accept }, i) => ({
      kind: "not an actor" as const,
      a: "",
      text: accept,
      line: i,
    }));
    expect(reviewKnowledge(knowledge, decided)).toEqual([]);
  });
});
