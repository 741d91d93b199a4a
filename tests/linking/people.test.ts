import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker, parseDecisions, reviewKnowledge } from "../../src/linking/index.ts";
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

describe("somebody without a name", () => {
  const told = (country?: string) =>
    unnamed(
      makeAnalysis({
        lines: ["[person:spokesman] said it was late, [person:Olha Bondar] was told."],
        ...(country ? { countries: { spokesman: country } } : {}),
      }),
      "spokesman",
    );

  it("who takes part in nothing is no node", () => {
    expect(people(link([told()]))).toEqual(["Olha Bondar"]);
  });

  it("is one who acts", () => {
    const acting = makeAnalysis({
      lines: ["[person:spokesman] met [person:Olha Bondar]."],
      events: [{ in: 0, act: "CONSULT", lemma: "meet", participant: ["spokesman", "Olha Bondar"] }],
    });
    expect(people(link([unnamed(acting, "spokesman")]))).toEqual(["Olha Bondar", "spokesman"]);
  });

  it("is one whose country is known", () => {
    expect(people(link([told("UKR")]))).toContain("spokesman");
  });
});

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
      article: expect.stringMatching(/^[0-9a-f]{16}$/),
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

  const beside = (...names: readonly string[]) =>
    unnamed(
      makeAnalysis({
        published: "2024-03-05",
        lines: [
          `${names.map((name) => `[person:${name}]`).join(" and ")} were there.`,
          "[person:Ukrainian leader] thanked the crews.",
        ],
        countries: { "Ukrainian leader": "UKR" },
      }),
      "Ukrainian leader",
    );

  it("is the one holder whom the article names, though others are called so elsewhere, in other spellings", () => {
    const knowledge = link([
      holder("Olha Bondarenkiy", "2024-02-20"),
      holder("Ihor Melnyk", "2024-02-21", "prime minister"),
      beside("Olha Bondarenky", "Jan Kowal"),
    ]);
    expect(people(knowledge)).toHaveLength(3);
    expect(people(knowledge)).not.toContain("Ukrainian leader");
  });

  it.each([
    ["the article names two holders", beside("Olha Bondar", "Ihor Melnyk"), "2024-02-20"],
    ["the holder whom it names is one of another time", beside("Olha Bondar"), "2022-02-20"],
    ["it names no holder", beside("Jan Kowal"), "2024-02-20"],
  ])("that any of a country's leaders may have stays nobody in particular when %s", (_, told, day) => {
    const known = [holder("Olha Bondar", day), holder("Ihor Melnyk", day, "prime minister")];
    expect(people(link([...known, told]))).toContain("Ukrainian leader");
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

/** Articles of different years are different stories. */
const lone = (name: string, year = 0) =>
  makeAnalysis({
    published: `20${40 + year}-03-02`,
    lines: [`[person:${name}] sang in the town hall for visitor ${year}.`],
  });
const full = (name: string, year = 0) =>
  makeAnalysis({
    published: `20${10 + year}-03-01`,
    lines: [`[person:${name}] bought farm ${year} last week.`],
  });

describe("part of a name", () => {
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

describe("a lone name of another story", () => {
  const crowd = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => full(name, i));
  it.each([
    ["Donald Kowalski", "Kowalski", 1, 2],
    ["Donald Kowalski", "Kowalski", 2, 1],
    ["Angela Quarn", "Angela", 6, 2],
    ["Mirko Cameron", "Cameron", 2, 2],
    ["Mirko Cameron", "Cameron", 5, 1],
  ])("%s and %s, with %i stories of the full name: %i", (name, part, stories, count) => {
    expect(people(link([...crowd(name, stories), lone(part)]))).toHaveLength(count);
  });

  /** The son fills an article that names his father once. */
  const family = makeAnalysis({
    published: "2031-05-01",
    lines: [
      "[person:Piet Kowalski], the son of [person:Donald Kowalski], owed money.",
      ...Array.from({ length: 8 }, (_, i) => `[person:Piet Kowalski] sold horse ${i}.`),
    ],
  });
  it.each([
    ["is told of with his father only", [], 2],
    ["has as many stories of his own", crowd("Piet Kowalski", 5), 3],
  ])("is the father's where a son who %s is nearly as often mentioned", (_, own, count) => {
    const knowledge = link([...crowd("Donald Kowalski", 6), family, ...own, lone("Kowalski")]);
    expect(people(knowledge)).toHaveLength(count);
  });

  it.each([
    ["Angela", 2],
    ["Smith", 2],
    ["Beyoncé", 1],
  ])("%s, with no full name anywhere: %i", (name, count) => {
    expect(link([lone(name), lone(name, 1)]).entities).toHaveLength(count);
  });

  it.each([
    ["GBR", undefined, 1],
    ["GBR", "USA", 2],
  ])("told to be of %s and of %s, with no full name anywhere: %i", (here, there, count) => {
    const of = (country: string | undefined, year: number): Analysis => {
      const told = lone("Beyoncé", year);
      return country === undefined
        ? told
        : { ...told, chains: told.chains.map((chain) => ({ ...chain, country })) };
    };
    expect(people(link([of(here, 0), of(there, 1)]))).toHaveLength(count);
  });
});

describe("two of one name", () => {
  const told = (name: string, line: string, about: string, countries: Record<string, string>) =>
    makeAnalysis({ lines: [line.replace(name, `[person:${name}]`), about], countries });
  it.each([
    [
      "a singer and a professor of other countries",
      "Singer Ada Quarn gave a concert.",
      "Professor Ada Quarn won a prize.",
      2,
    ],
    [
      "a singer who became a minister, says one",
      "Singer Ada Quarn gave a concert.",
      "Minister Ada Quarn, a former singer, resigned.",
      1,
    ],
    [
      "a general who became president",
      "General Ada Quarn led the troops.",
      "President Ada Quarn was sworn in.",
      1,
    ],
    [
      "of whom nothing is said",
      "Few people know Ada Quarn by sight.",
      "A tall woman, Ada Quarn, left.",
      1,
    ],
  ])("%s", (_, a, b, count) => {
    const knowledge = link([
      told("Ada Quarn", a, "It rained in [country:Peru] all night and [person:Juan Rojas] came.", {
        Peru: "PER",
      }),
      told(
        "Ada Quarn",
        b,
        "Snow lay on the roads of [country:Norway] where [person:Knut Lie] slept.",
        { Norway: "NOR" },
      ),
    ]);
    expect(people(knowledge).filter((name) => name === "Ada Quarn")).toHaveLength(count);
  });

  it("is one where both keep the same company", () => {
    const knowledge = link([
      told(
        "Ada Quarn",
        "Singer Ada Quarn gave a concert.",
        "[person:Juan Rojas] played in [country:Peru].",
        { Peru: "PER" },
      ),
      told(
        "Ada Quarn",
        "Professor Ada Quarn won a prize.",
        "[person:Juan Rojas] clapped in [country:Norway].",
        { Norway: "NOR" },
      ),
    ]);
    expect(people(knowledge).filter((name) => name === "Ada Quarn")).toHaveLength(1);
  });

  it("father and son are two when no article tells of both", () => {
    expect(
      people(link([full("Ada Quarn"), full("Ada Quarn", 1), full("Ada Quarn Jr.", 2)])),
    ).toHaveLength(2);
  });
});

describe("a review", () => {
  const knowledge = link([
    makeAnalysis({ published: "2024-03-01", lines: ["[person:Anna Holmqvarn] bought a farm near the lake."] }),
    makeAnalysis({ published: "2024-06-02", lines: ["[person:Holmqvarn] sang in the town hall of the harbor."] }),
    makeAnalysis({ published: "2024-09-02", lines: ["[person:Boris Tarn] and [person:Bela Tarn] met a crowd."] }),
  ]); // biome-ignore format: a table
  const items = reviewKnowledge(knowledge);

  it("asks about the lone name first, then about people who are nearly called the same", () => {
    expect(items.map(({ kind }) => kind)).toEqual(["merge", "near miss"]);
    expect(items[0]).toMatchObject({
      reason: "part of the name, bearer of nearly all mentions",
      reject: "different person:anna-holmqvarn ≠ Holmqvarn",
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

describe("a review of events", () => {
  const met = (date: string, others: readonly string[], place = "Oslo", status?: "hypothetical") =>
    makeAnalysis({
      published: date,
      countries: { Oslo: "NOR", Bergen: "NOR" },
      lines: [
        `${["Petra Holm", ...others].map((name) => `[person:${name}]`).join(" and ")} met in [place:${place}] on ${date}.`,
      ],
      events: [
        {
          in: 0,
          act: "CONSULT",
          lemma: "meet",
          participant: ["Petra Holm", ...others],
          place: [place],
          interval: { from: date, to: date, precision: "day", basis: "explicit" },
          ...(status !== undefined ? { status } : {}),
        },
      ],
    });
  const misses = (...analyses: Analysis[]) =>
    reviewKnowledge(link(analyses)).filter(({ question }) => question.includes("(event:"));

  it("asks whether the same people met once or on two days that follow", () => {
    const [item, ...rest] = misses(met("2024-05-01", ["Jan Vos"]), met("2024-05-02", ["Jan Vos"]));
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ kind: "near miss", reason: "the same act, 2 shared participants, a day apart" });
    expect(item!.evidence).toHaveLength(2);
    expect(item!.reject).toMatch(/^same event:\w+ = event:\w+$/);
    expect(item!.accept).toMatch(/^different event:\w+ ≠ event:\w+$/);
  }); // biome-ignore format: one line

  it.each([
    ["each names somebody else", met("2024-05-02", ["Lu Wen"])],
    ["weeks lie between", met("2024-05-22", ["Jan Vos"])],
    ["one is only imagined", met("2024-05-02", ["Jan Vos"], "Oslo", "hypothetical")],
  ])("asks nothing when %s", (_, other) => {
    expect(misses(met("2024-05-01", ["Jan Vos"]), other)).toEqual([]);
  });

  it("obeys what is answered", () => {
    const analyses = [met("2024-05-01", ["Jan Vos"]), met("2024-05-02", ["Jan Vos"])];
    const [{ accept, reject } = { accept: "", reject: "" }] = misses(...analyses);
    const build = (text: string) => {
      const { decisions } = parseDecisions(text);
      const linker = new Linker(data, { decisions });
      for (const analysis of analyses) linker.add(analysis);
      return { knowledge: linker.finish(), decisions };
    };
    expect(build(reject).knowledge.events).toHaveLength(1);
    const kept = build(accept);
    expect(kept.knowledge.events).toHaveLength(2);
    expect(kept.knowledge.notes).toEqual([]);
    expect(reviewKnowledge(kept.knowledge, kept.decisions)).toEqual([]);
  });
});
