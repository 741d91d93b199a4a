import { describe, expect, it } from "vitest";
import { repairClauses } from "../../../src/analysis/events/repair-clauses.ts";
import { repairComplements } from "../../../src/analysis/events/repair-complements.ts";
import { repairJoints } from "../../../src/analysis/events/repair-joints.ts";
import { repairRelatives } from "../../../src/analysis/events/repair-relatives.ts";
import { repairTail } from "../../../src/analysis/events/repair-tails.ts";
import { repairThat } from "../../../src/analysis/events/repair-that.ts";
import { RELATIONS } from "../../../src/analysis/tag-sets.ts";
import { mend, mended, parsed } from "./mended.ts";
import { actorsOf } from "./read.ts";

function isMended(text: string): boolean {
  return mended(text, repairClauses) !== undefined;
}

const complementsOf = (text: string) => mended(text, repairComplements);

describe("a finite verb behind a conjunction and a noun phrase", () => {
  it("has the phrase as its subject, wherever the parser hung it", () => {
    const shot = actorsOf(
      "Beijing cancelled the visit on Sunday after the United States shot down a balloon.",
    );
    expect(shot).toContainEqual(["ASSAULT", ["United States"]]);
    const jet = actorsOf(
      "Blinken postponed a trip to China after a US jet shot down the balloon on Saturday.",
    );
    expect(jet).toContainEqual(["ASSAULT", ["US jet"]]);
  });

  it("has both of two that are joined, and a second clause has its own", () => {
    const told = actorsOf(
      "He has repeatedly criticised the allies for their reluctance to play a greater role after the US and Israel attacked Iran in late February and Iran subsequently restricted shipping through the strait.",
    );
    expect(told).toContainEqual(["ASSAULT", ["US", "Israel"]]);
    expect(told).not.toContainEqual(["COERCE", expect.not.arrayContaining(["Iran"])]);
  });

  it("is no such thing where another phrase or none stands before the verb", () => {
    expect(isMended("After the war the two countries signed a treaty.")).toBe(false);
    expect(isMended("He waited until the end of the meeting and spoke.")).toBe(false);
  });
});

describe("a root behind because", () => {
  it("yields to the participle that is the main verb", () => {
    const text =
      "Military leaders advised Mr. Biden against shooting it down over land, because debris could hurt people on the ground.";
    expect(actorsOf(text)).toContainEqual(["REQUEST", ["Military leaders"]]);
  });

  it("stays the root where the sentence has another main verb", () => {
    expect(isMended("The rebels armed by Iran fled because the army was near.")).toBe(false);
  });
});

describe("a name before who", () => {
  const relativesOf = (text: string) => mended(text, repairRelatives);

  it("is the subject of the verb behind the comma, not of the one in between", () => {
    const columns = relativesOf(
      "Modi, who arrived in Beijing on Wednesday, told Xi that France would help.",
    )!;
    const [arrived, told] = ["arrived", "told"].map((word) => columns.tokens.form.indexOf(word));
    expect([columns.head[0], columns.head[arrived!], columns.head[told!]]).toEqual([told, 0, -1]);
  });

  it.each([
    "He met Macron, who arrived on Wednesday, and left.",
    "Macron met Xi, who told him that China wanted peace.",
  ])("is left alone where the trees are right: %s", (text) => {
    expect(relativesOf(text)).toBeUndefined();
  });
});

describe("an object right before a finite verb", () => {
  // The tree that a parser made of *Metropolitan Police confirmed an officer was shot*, by hand: a better one makes no such mistake.
  it("is its subject behind a verb of saying", () => {
    const sentence = parsed("Metropolitan Police confirmed an officer was shot.");
    const { tokens } = sentence;
    const [said, officer, shot] = ["confirmed", "officer", "shot"].map((w) =>
      tokens.form.indexOf(w),
    );
    tokens.head[officer!] = said!;
    tokens.relation[officer!] = RELATIONS.indexOf("obj");
    const columns = mend(sentence, repairComplements)!;
    expect(columns.head[officer!]).toBe(shot);
  });

  it.each([
    "Toyota unveiled a hydrogen lorry at the Tokyo motor show.",
    "The United States suspended part of an aid program for Bosnia aimed at the armed forces.",
  ])("stays one behind other verbs: %s", (text) => {
    expect(complementsOf(text)).toBeUndefined();
  });
});

describe("a participle that hides a main verb", () => {
  it("is one in the clause that a conjunction opens, whatever follows behind the comma", () => {
    const text =
      "Though Western countries imposed sanctions on Russia, China has refrained from it.";
    expect(actorsOf(text)).toContainEqual(["SANCTION", ["Western countries"]]);
  });

  it("is one where the clause behind it is opened by after or whom", () => {
    const suspended = actorsOf(
      "Norwegian aid workers suspended food deliveries in Kabul on Tuesday after three of their trucks were hit by rockets.",
    );
    expect(suspended).toContainEqual(["SANCTION", ["Norwegian aid workers"]]);
  });

  it("is none behind a noun that a preposition governs, where a clause came before", () => {
    const text = "A hospital was attacked by gunmen armed with rifles.";
    expect(actorsOf(text)).toEqual([["ASSAULT", ["gunmen"]]]);
  });

  it("is one where the only finite verb is joined to it", () => {
    const text = "Doctors from two American groups donated and personally delivered goods to Iraq.";
    expect(actorsOf(text).filter(([act]) => act === "AID")).not.toEqual([]);
  });
});

describe("a clause with that", () => {
  it("is what somebody is told, and says nothing of who is told", () => {
    const text =
      "President Joe Biden told reporters that he had ordered the military on Wednesday to bring it down as soon as that could be done safely.";
    const columns = mended(text, repairThat)!;
    const [told, ordered] = ["told", "ordered"].map((word) => columns.tokens.form.indexOf(word));
    expect(columns.head[ordered!]).toBe(told);
  });

  it.each([
    "He told the man that she had married that the war was over.",
    "Macron said that if the West agreed, Russia would stop the war.",
  ])("is left alone where the tree is right: %s", (text) => {
    expect(mended(text, repairThat)).toBeUndefined();
  });
});

describe("a verb of saying that ends its sentence", () => {
  it("is said by who stands right before it, not by who does what is said", () => {
    const text =
      "A convoy of Congolese refugees was attacked by Ugandan gunmen, killing at least nine people, the UN refugee agency reported.";
    expect(actorsOf(text)).not.toContainEqual([expect.anything(), ["UN refugee agency"]]);
    const columns = mended(text, repairTail)!;
    const [attacked, killing, reported] = ["attacked", "killing", "reported"].map((word) =>
      columns.tokens.form.indexOf(word),
    );
    expect([columns.head[killing!], columns.head[reported!]]).toEqual([attacked, attacked]);
  });

  it("leaves its subject to the participle that was the verb before the comma", () => {
    const text =
      "A school was damaged by an attack while people sheltered inside, Mayor Vitali Klitschko said.";
    const columns = mended(text, repairTail)!;
    const [people, sheltered] = ["people", "sheltered"].map((w) => columns.tokens.form.indexOf(w));
    expect(columns.head[people!]).toBe(sheltered);
  });

  it.each([
    "The army said the rebels had fled, killing two guards.",
    "The rebels attacked a convoy, and the army said nothing.",
  ])("is left alone where it is no tail: %s", (text) => {
    expect(mended(text, repairTail)).toBeUndefined();
  });
});

describe("a second word hung on and or on a comma", () => {
  it("is joined to the word above them", () => {
    const sentence = parsed("Kallas met Baerbock, and on Sunday Wong.");
    const { head, relation, form } = sentence.tokens;
    const [and, comma, wong, first] = ["and", ",", "Wong", "Baerbock"].map((w) => form.indexOf(w));
    head[wong!] = and!;
    relation[wong!] = RELATIONS.indexOf("conj");
    head[and!] = comma!;
    head[comma!] = first!;
    const columns = mend(sentence, repairJoints)!;
    expect([columns.head[wong!], columns.head[and!], columns.head[first!]]).toEqual([
      first,
      wong,
      form.indexOf("met"),
    ]);
  });

  it("is left alone where it hangs on a word", () => {
    expect(mended("Kallas met Baerbock and Wong in Oslo.", repairJoints)).toBeUndefined();
  });
});

describe("a gerund behind a preposition and an adjective", () => {
  it("is a noun that has a doer", () => {
    const text =
      "Three farmers were killed in Indian-controlled Kashmir by Pakistani shelling, the Indian army said in a statement.";
    expect(actorsOf(text)).toEqual([["ASSAULT", ["Pakistani"]]]);
  });

  it("stays a verb where something is done", () => {
    const text = "By quickly signing the deal, Iran won time.";
    expect(actorsOf(text)).toEqual([["SUPPORT", ["Iran"]]]);
  });
});
