import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLetters, nameKey } from "../../src/text/fold.ts";

describe("nameKey", () => {
  it.each([
    ["Recep Tayyip Erdoğan", "recep tayyip erdogan"],
    ["Łódź", "lodz"],
    ["Côte d’Ivoire", "cote d'ivoire"],
    ["d\u1ffdivoire", "d'ivoire"],
    ["Asia-Pacific", "asia pacific"],
    ["U.S.", "us"],
    ["Jens  Stoltenberg ", "jens stoltenberg"],
    ["Straße", "strasse"],
    ["Gabriel Søndergård", "gabriel sondergard"],
    ["", ""],
  ])("folds %s to %s", (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it("folds twice to the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) => nameKey(nameKey(name)) === nameKey(name),
      ),
    );
  });
});

describe("foldLetters", () => {
  it("keeps punctuation", () => {
    expect(foldLetters("São Tomé-et-Príncipe, Inc.")).toBe("sao tome-et-principe, inc.");
  });
});
