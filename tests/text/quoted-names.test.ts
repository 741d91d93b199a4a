import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecisions } from "../../src/linking/decisions.ts";
import { quoteName, withoutComment } from "../../src/text/quoted-names.ts";
import { readDecision, writeDecision } from "../../web/correct/lines.ts";

describe("a name in a line of decisions", () => {
  it.each([
    ['rename Kanal Eins -> "Channel #1"', "Channel #1"],
    ['rename Kanal Eins -> "Channel #1"  # as it is written', "Channel #1"],
    ['rename Kanal Eins -> "A -> B # C"', "A -> B # C"],
    ['rename Kanal Eins -> "the \\"Voice\\" #2"', 'the "Voice" #2'],
    ['rename Kanal Eins -> "Weird Al" Yankovic', '"Weird Al" Yankovic'],
    ['rename Kanal Eins -> Dwayne "Rock" Johnson', 'Dwayne "Rock" Johnson'],
    ["rename Kanal Eins -> Channel #1", "Channel"],
    ["rename Kanal Eins -> C#", "C#"],
    ['rename Kanal Eins -> 14" shell', '14" shell'],
  ])("%s", (line, name) => {
    expect(parseDecisions(line)).toMatchObject({ decisions: [{ name }], notes: [] });
  });

  it("may be any text when it is written by the program, and is read back the same, here and in the viewer", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab \"\\#=≠->:→'!"), minLength: 1 });
    fc.assert(
      fc.property(
        text.filter((name) => name.trim() !== ""),
        text.filter((name) => name.trim() !== ""),
        (a, b) => {
          const line = `different ${quoteName(a)} ≠ ${quoteName(b)}`;
          expect(parseDecisions(line).decisions).toMatchObject([{ a, b }]);
          expect(readDecision(line)).toEqual({ type: "different", a, b });
          const renamed = writeDecision({ type: "rename", a, name: b });
          expect(readDecision(renamed)).toMatchObject({ a, name: b.replace(/\s+/g, " ").trim() });
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  it("keeps its quotes when the comment is cut", () => {
    expect(withoutComment('same A = "B #2"  # why')).toBe('same A = "B #2"');
  });
});
