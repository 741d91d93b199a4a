/** Demands with *that*, and what is declared of something. */
import { describe, expect, it } from "vitest";
import { acts, events } from "./read.ts";

describe("a verb without an ending behind that of a demand", () => {
  it.each([
    ["Opposition leaders insisted that Orban apologise to the European Union.", /^REQUEST actual/],
    ["Protesters demanded that the president resign immediately.", /president$/],
    ["The EU urged that Congress sanction Iran.", /^REQUEST actual: IGO > Congress|USA/],
  ])("is what is demanded: %s", (text, what) => {
    expect(events(text)).toHaveLength(1);
    expect(events(text)[0]).toMatch(what);
  });

  it("is a noun where the clause has a verb", () => {
    expect(acts("The army insisted that the rebel attack killed ten people.")).toContain(
      "ASSAULT actual",
    );
  });
});

describe("an adjective behind what is ruled on", () => {
  it("is said of it: nobody imposed the ban then", () => {
    expect(acts("The court declared the ban unconstitutional on Friday.")).toEqual([
      "REJECT actual",
    ]);
  });

  it("is an attribute before it", () => {
    expect(acts("The Indian government declared an unconstitutional ban on Friday.")).toEqual([
      "COERCE actual",
    ]);
  });
});

describe("deliveries that are blocked", () => {
  it("by a state are repression, by a crowd a protest", () => {
    expect(acts("Russia blocked the delivery of aid to Syria.")).toEqual(["COERCE actual"]);
    expect(acts("Farmers blocked the delivery of grain to Poland.")).toEqual(["PROTEST actual"]);
  });
});
