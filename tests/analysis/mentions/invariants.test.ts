import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

const PIECES = ["Russian", "President", "Putin", "said", "\"", "we", "he", "the", "two", "countries", "(", ")", ",", ".", "Moscow", "'s", "US", "military", "-", "its", "company", "\ud800", "of", "China", "\n\n", "Mr", "eastern", "both", "leaders", "G7", "123", "", "counterpart", "his"]; // biome-ignore format: a list

describe("whatever the text", () => {
  it("every span lies in it, chains are numbered, and mentions are in order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const { mentions, chains, roles, text } = castOf(pieces.join(" "));
        for (const [i, mention] of mentions.entries()) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(chains[mention.entity]).toBeDefined();
          if (i > 0) expect(mentions[i - 1]!.start).toBeLessThanOrEqual(mention.start);
        }
        for (const [id, chain] of chains.entries()) {
          expect(chain.id).toBe(id);
          for (const member of chain.members ?? []) expect(chains[member]).toBeDefined();
        }
        for (const { person, of, start, end } of roles) {
          expect(mentions[person]).toBeDefined();
          expect(mentions[of]).toBeDefined();
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a list of thousands of names is read in reasonable time", () => {
    const names = Array.from({ length: 4000 }, (_, i) => `[John${i} Smith|person] met "him`).join(
      ", ",
    );
    expect(castOf(names).chains.length).toBeGreaterThan(3000);
  });
});
