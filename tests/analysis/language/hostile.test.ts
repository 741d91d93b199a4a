import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_TEXT } from "../../../src/analysis/language/index.ts";
import type { Parsed } from "../../../src/analysis/parsed.ts";
import { parseText } from "./engine.ts";

/** Whatever the text: spans lie in it, rise, and do not overlap; heads stay inside their sentence. */
function expectSound(text: string, { sentences, tokens }: Parsed): void {
  let last = 0;
  for (let i = 0; i < tokens.count; i++) {
    const [start, end] = [tokens.start[i]!, tokens.end[i]!];
    if (start < last || end <= start || end > text.length) throw new Error(`token ${i} is off`);
    if (tokens.form[i] !== text.slice(start, end)) throw new Error(`token ${i} is not its span`);
    last = end;
    const { firstToken, lastToken } = sentences[tokens.sentence[i]!]!;
    const head = tokens.head[i]!;
    if (head !== -1 && (head < firstToken || head >= lastToken || head === i)) {
      throw new Error(`token ${i} has the head ${head}`);
    }
  }
  expect(sentences.reduce((sum, s) => sum + s.lastToken - s.firstToken, 0)).toBe(tokens.count);
}

describe("bad input", () => {
  test.each([
    ["a sentence of 2,000 words", "the war, ".repeat(1000)],
    ["100 kB without punctuation", "soldiers marched north again ".repeat(3500)],
    ["100 kB without a blank", "x".repeat(100_000)],
    ["100 kB of dotted letters", "a.b-c'".repeat(8_000)],
    ["digits only", "1234567890 ".repeat(2000)],
    ["full stops only", ".".repeat(50_000)],
    ["quotes only", "\"'“".repeat(5_000)],
    ["lone surrogates", "\ud800 \udc00a \ud83d. \ude00".repeat(500)],
    ["another language", "政府は月曜日に新しい法律を発表した。".repeat(200)],
    ["nothing", ""],
    ["blanks", " \u00a0\u200b \t"],
  ])("%s is parsed", (_, text) => {
    expectSound(text, parseText(text));
  });

  test("a sentence that is too long is cut, with a note", () => {
    const { sentences, notes } = parseText("the war, ".repeat(1000));
    expect(sentences.length).toBeGreaterThan(4);
    expect(notes[0]!.message).toContain("cut into pieces");
  });

  test("a text that is too long is read to the limit, with a note", () => {
    const text = `${"stone".repeat(99)} fell. `.repeat(LONGEST_TEXT / 500);
    const { tokens, notes } = parseText(text);
    expect(tokens.end.at(-1)!).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(notes[0]!.message).toContain("only the first");
  });

  test("any string gives sound columns", () => {
    const piece = fc.constantFrom(
      "Mr.", " ", "\n\n", "U.S.", "'s", "n't", "-", "…", "?", '"', "$5", "kill", "The", "\ud83d", "é",
    ); // biome-ignore format: a list
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join("");
          expectSound(text, parseText(text));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });
});
