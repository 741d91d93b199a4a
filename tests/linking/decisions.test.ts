import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { parseDecisions } from "../../src/linking/decisions.ts";
import { parseIdentifiers } from "../../src/linking/identifiers.ts";
import { Linker } from "../../src/linking/index.ts";
import type { LinkingOptions } from "../../src/linking/options.ts";
import type { Knowledge } from "../../src/model.ts";
import { makeAnalysis, type SmallArticle } from "./make-analysis.ts";

const data = nodeData();

const day = (date: string) =>
  ({ from: date, to: date, precision: "day", basis: "explicit" }) as const;

const ARTICLES: readonly SmallArticle[] = [
  {
    published: "2024-05-02",
    countries: { Sweden: "SWE" },
    lines: [
      "[person:Anna Holm], mayor in [country:Sweden], met [person:Piet Bakker] on Thursday.",
      "[person:Holm] is well known.",
    ],
    events: [
      { in: 0, act: "CONSULT", lemma: "meet", participant: ["Anna Holm", "Piet Bakker"], interval: day("2024-05-02") },
    ],
  },
  {
    published: "2024-05-03",
    lines: ["[person:Aenne Hollum] spoke with [person:Piet Bakker] of the [organization:Apple Daily]."],
    events: [
      { in: 0, act: "CONSULT", lemma: "speak", participant: ["Aenne Hollum", "Piet Bakker"], interval: day("2024-05-02") },
    ],
  },
]; // biome-ignore format: a table

function link(decisions: string, options: Partial<LinkingOptions> = {}): Knowledge {
  const parsed = parseDecisions(decisions);
  expect(parsed.notes).toEqual([]);
  const linker = new Linker(data, { decisions: parsed.decisions, ...options });
  for (const article of ARTICLES) linker.add(makeAnalysis(article));
  return linker.finish();
}

const names = ({ entities }: Knowledge) => entities.map(({ name }) => name);

describe("a file of decisions", () => {
  it("is read line by line, with comments", () => {
    const { decisions, notes } = parseDecisions(
      "# mine\n\nsame A B = C  # sure\ndifferent x:y != Z\ndifferent P ≠ Q\nrename A -> B - C\nnot an actor D\nrole E: chief of F\n",
    );
    expect(notes).toEqual([]);
    expect(decisions.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
      "3 same",
      "4 different",
      "5 different",
      "6 rename",
      "7 not an actor",
      "8 role",
    ]);
    expect(decisions[0]).toMatchObject({ a: "A B", b: "C" });
    expect(decisions[3]).toMatchObject({ a: "A", name: "B - C" });
    expect(decisions[5]).toMatchObject({ a: "E", title: "chief", of: "F" });
  });

  it("reads a file from Windows, where a comment must not become part of the name", () => {
    const { decisions } = parseDecisions("same A = B  # twins\r\nnot an actor D\r\n");
    expect(decisions.map(({ text }) => text)).toEqual(["same A = B", "not an actor D"]);
  });

  it.each([
    ["merge A = B", "expected"],
    ["same A", "parted"],
    ["rename A = B", "parted"],
    ["role A chief", "needs"],
    ["same = B", "expected"],
    ["wrong person:a|actor", "key"],
  ])("says what is wrong with %j and goes on", (line) => {
    const { decisions, notes } = parseDecisions(`${line}\nnot an actor D`, "my.txt");
    expect(decisions).toHaveLength(1);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ origin: "my.txt", stage: "linking" });
    expect(notes[0]!.message).toContain("line 1");
  });
});

describe("decisions", () => {
  it("join two names, with the reason, and the old id still resolves", () => {
    const knowledge = link("same Anna Holm = Aenne Hollum");
    const holm = knowledge.entities.find(({ id }) => id === "person:anna-holm")!;
    expect(names(knowledge)).not.toContain("Aenne Hollum");
    expect(holm.aliases).toContain("Aenne Hollum");
    expect(holm.formerIds).toContain("person:aenne-hollum");
    expect(holm.merged).toContainEqual({
      what: "person:aenne-hollum",
      reason: "decided: same Anna Holm = Aenne Hollum",
    });
  });

  it("take ids as well as names", () => {
    expect(names(link("same person:anna-holm = person:aenne-hollum"))).not.toContain(
      "Aenne Hollum",
    );
  });

  it("part what was joined", () => {
    const together = link("same Anna Holm = Aenne Hollum");
    const apart = link("same Anna Holm = Aenne Hollum\ndifferent Anna Holm ≠ Holm");
    expect(names(apart).length).toBe(names(together).length + 1);
    expect(names(apart)).toContain("Holm");
  });

  it("rename, and leave out", () => {
    const knowledge = link("rename Piet Bakker -> Pieter Bakker\nnot an actor Apple Daily");
    expect(names(knowledge)).toContain("Pieter Bakker");
    expect(names(knowledge)).not.toContain("Apple Daily");
    expect(knowledge.entities.find(({ name }) => name === "Pieter Bakker")!.id).toBe(
      "person:piet-bakker",
    );
  });

  it("give a role, with a sentence as evidence", () => {
    const { relations } = link("role Anna Holm: mayor of Sweden");
    const [role] = relations.filter(({ title }) => title === "mayor");
    expect(role).toMatchObject({ from: "person:anna-holm", to: "country:SWE" });
    expect(role!.evidence[0]!.quote).toContain("Holm");
  });

  it("join and part events by the ids of their tellings", () => {
    const apart = link("");
    expect(apart.events).toHaveLength(2);
    const [a, b] = apart.events.map(({ id }) => id);
    const joined = link(`same ${a} = ${b}`);
    expect(joined.events).toHaveLength(1);
    expect(joined.events[0]!.formerIds!.length).toBe(1);
    expect(joined.events[0]!.merged!.some(({ reason }) => reason.startsWith("decided"))).toBe(true);
    expect(link(`same ${a} = ${b}\ndifferent ${a} ≠ ${b}`).events).toHaveLength(1);
  });

  it("that fit nothing become notes", () => {
    const { notes } = link(
      "same Nobody = Piet Bakker\nrename Nemo -> X\nrole Nemo: king of Sweden\nsame event:1 = event:2",
    );
    expect(notes.map(({ message }) => message).sort()).toEqual([
      'line 1 has no effect: nothing is called "Nobody"',
      'line 2 has no effect: nothing is called "Nemo"',
      'line 3 has no effect: nothing is called "Nemo"',
      'line 4 has no effect: nothing is called "event:1"',
    ]);
  });
});

describe("a wrong edge", () => {
  const eventOf = (knowledge: Knowledge, name: string) =>
    knowledge.events.find(({ label }) => label.includes(name))!;

  it("in an event is left out, and the label no longer has the name", () => {
    const { id } = eventOf(link(""), "Anna Holm");
    const event = link(`wrong person:anna-holm|participant|${id}`).events.find(
      (other) => other.id === id,
    )!;
    expect(event.participants.map(({ entity }) => entity)).toEqual(["person:piet-bakker"]);
    expect(event.label).toBe("Piet Bakker meets");
  });

  it("of another sort is left out", () => {
    const office = "person:anna-holm|represents|country:SWE|mayor";
    const decided = "role Anna Holm: mayor of Sweden";
    expect(link(decided).relations.some(({ title }) => title === "mayor")).toBe(true);
    expect(link(`${decided}\nwrong ${office}`).relations.some(({ title }) => title)).toBe(false);
  });

  it("is found by the ids that its ends had before they were merged, and as the viewer calls it then", () => {
    const { id } = eventOf(link(""), "Aenne Hollum");
    const wrong = `wrong person:aenne-hollum|participant|${id}`;
    for (const line of [wrong, `${wrong}|merged`]) {
      const knowledge = link(`same Anna Holm = Aenne Hollum\n${line}`);
      expect(knowledge.notes).toEqual([]);
      const event = knowledge.events.find(
        (other) => other.id === id || other.formerIds?.includes(id),
      )!;
      expect(event.participants.map(({ entity }) => entity)).not.toContain("person:anna-holm");
    }
  });

  it("that is not there becomes a note", () => {
    expect(link("wrong person:anna-holm|actor|event:1").notes[0]!.message).toBe(
      'line 1 has no effect: there is no edge "person:anna-holm|actor|event:1"',
    );
  });
});

describe("the order of the lines", () => {
  const lines = [
    "same Anna Holm = Aenne Hollum",
    "same Piet Bakker = Aenne Hollum",
    "rename Anna Holm -> Anna M. Holm",
    "not an actor Apple Daily",
    "role Anna Holm: mayor of Sweden",
    "wrong person:anna-holm|together|country:SWE",
  ];
  const told = ({ notes, ...rest }: Knowledge) => JSON.stringify([rest, notes.length]);

  it("does not matter", () => {
    const first = told(link(lines.join("\n")));
    for (let i = 1; i < lines.length; i++) {
      const turned = [...lines.slice(i), ...lines.slice(0, i)];
      expect(told(link(turned.join("\n")))).toBe(first);
      expect(told(link([...turned].reverse().join("\n")))).toBe(first);
    }
  });

  it("taken back, each leaves nothing behind", () => {
    const plain = told(link(""));
    for (const line of lines) link(line);
    expect(told(link("# nothing left\n"))).toBe(plain);
  });
});

describe("a table of identifiers", () => {
  const identifiersOf = (text: string, name: string) =>
    link("", { identifiers: parseIdentifiers(text).rows }).entities.find(
      (entity) => entity.name === name,
    )?.identifiers;

  it("is read from CSV with quotes, by name and alias", () => {
    const csv =
      'name,aliases,kind,wikidata\n"Holm, Anna",Anna Holm|A. Holm,person,Q1\nPiet Bakker,,organization,Q2\n';
    expect(identifiersOf(csv, "Anna Holm")).toEqual({ wikidata: "Q1" });
    expect(identifiersOf(csv, "Piet Bakker")).toBeUndefined();
  });

  it("is read from JSONL, by id of the graph too", () => {
    const lines =
      '{"id":"country:SWE","iso":"SE"}\n{"name":"Piet Bakker","os":"NK-1","aliases":["P. B."]}\n';
    expect(identifiersOf(lines, "Sweden")).toEqual({ iso: "SE" });
    expect(identifiersOf(lines, "Piet Bakker")).toEqual({ os: "NK-1" });
  });

  it("gives nothing where two rows fit", () => {
    expect(
      identifiersOf("name,id2\nPiet Bakker,1\nPiet Bakker,2\n", "Piet Bakker"),
    ).toBeUndefined();
  });

  it("notes rows without a name", () => {
    expect(parseIdentifiers("{oops\n").notes).toHaveLength(1);
    expect(parseIdentifiers("name,x\n,1\n").notes).toHaveLength(1);
  });
});

describe("decisions that contradict each other", () => {
  it.each([
    [
      "same Anna Holm = Aenne Hollum\ndifferent Anna Holm ≠ Aenne Hollum",
      /line 2 contradicts .*line 1 joins/,
    ],
    [
      "same Anna Holm = Piet Bakker\nsame Aenne Hollum = Piet Bakker\ndifferent Anna Holm ≠ Aenne Hollum",
      /line 3 contradicts .*lines 1, 2 join/,
    ],
  ])("are told, with all lines that make the contradiction", (lines, message) => {
    const notes = link(lines).notes.map(({ message }) => message);
    expect(notes).toEqual([expect.stringMatching(message)]);
  });

  it("are told of events, too", () => {
    const { events } = link("");
    const [a, b] = events.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
    const notes = link(`same ${a} = ${b}\ndifferent ${a} ≠ ${b}`).notes;
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/line 2 contradicts .*line 1 joins/),
    ]);
  });

  it("are none where what is joined and what is parted are others", () => {
    expect(link("same Anna Holm = Aenne Hollum\ndifferent Anna Holm ≠ Piet Bakker").notes).toEqual(
      [],
    );
  });
});
