import { describe, expect, it } from "vitest";
import { type CastFacts, ChainPile } from "../../src/linking/chain-pile.ts";
import { createKeptLines, packChain, unpackChain } from "../../src/linking/kept-chains.ts";
import type { LinkedLine } from "../../src/model.ts";

const biden: CastFacts = {
  kind: "person",
  name: "Joe Biden",
  names: [
    ["Joe Biden", 1],
    ["Biden", 2],
  ],
  mentions: 3,
  country: "USA",
  offices: ["president/USA"],
  walks: ["politics"],
};
const chad: CastFacts = {
  kind: "country",
  name: "Chad",
  names: [["Chad", 1]],
  mentions: 1,
  country: "TCD",
  offices: [],
  walks: [],
};
const plain: CastFacts = { ...chad, kind: "person", mentions: 2, names: [["Chad", 2]] };
const both: CastFacts = { ...chad, name: "the two", members: [0, 1, 2] };

describe("a pile of chains", () => {
  it("keeps what chains of several articles say once", () => {
    const pile = new ChainPile();
    pile.add([pile.lineOf(biden), pile.lineOf(chad)], 1, "a");
    pile.add([pile.lineOf(chad), pile.lineOf({ ...biden, mentions: 4 })], 2, "a");
    expect(pile.rows).toBe(4);
    expect(pile.lines).toBe(3);
    expect(pile.line(1)).toBe(pile.line(2));
  });

  it("tells of a row what its chain says and where it stands", () => {
    const pile = new ChainPile();
    pile.add([pile.lineOf(chad)], 1, "a");
    pile.add([pile.lineOf(biden), pile.lineOf(plain)], Number.NaN, "b");
    const line = pile.line(1);
    const forms: [string, number][] = [];
    pile.forEachForm(line, (form, count) => forms.push([pile.text(form), count]));
    expect(forms).toEqual(biden.names);
    expect([pile.nameText(1), pile.countryText(pile.country(1)), pile.mentions(1)]).toEqual([
      ...["Joe Biden", "USA", 3],
    ]);
    expect([pile.offices(line), pile.walks(line)]).toEqual([["president/USA"], ["politics"]]);
    expect([pile.isPlain(line), pile.isPlain(pile.line(2))]).toEqual([false, true]);
    expect([pile.article(1), pile.day(1), pile.storyId(pile.story(1))]).toEqual([
      ...[1, Number.NaN, "b"],
    ]);
  });

  it("leaves out chains that stand for others or that nobody mentions", () => {
    const pile = new ChainPile();
    const silent = { ...chad, mentions: 0 };
    pile.add(
      [chad, plain, both, silent].map((facts) => pile.lineOf(facts)),
      1,
      "a",
    );
    expect([0, 1, 2, 3].map((row) => pile.isLeftOut(pile.line(row)))).toEqual([
      ...[false, false, true, true],
    ]);
    expect([...pile.plurals()]).toEqual([[2, [0, 1]]]);
  });

  it("reads what a store keeps of chains as the same lines", () => {
    const pile = new ChainPile();
    const facts = [biden, chad, plain, both];
    const lines = facts.map((each) => pile.lineOf(each));
    expect(facts.map((each) => pile.lineOf(unpackChain(packChain(each))))).toEqual(lines);
  });
});

describe("lines that a store keeps", () => {
  it("are told once, by the numbers after those that it has", () => {
    const kept = createKeptLines([4, 9]);
    const fresh: LinkedLine[] = [];
    const numbers = [2, 0, 1, 3, 2].map((line) => kept.numberOf(line, chad, fresh));
    expect(numbers).toEqual([10, 4, 9, 11, 10]);
    expect(fresh).toEqual([10, 11].map((number) => ({ number, line: packChain(chad) })));
  });
});
