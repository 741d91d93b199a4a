import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeTexts, sortedTexts } from "../../src/text/sorted-texts.ts";
import { TextColumn } from "../../src/text/text-column.ts";

const anyTexts = fc.uniqueArray(
  fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^(?:event|person):[a-f0-9]{0,4}$/)),
);

function inOrder(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function columnOf(texts: readonly string[]): TextColumn {
  const column = new TextColumn();
  for (const text of texts) column.add(text);
  return column;
}

it("a column gives back the texts that were added, whatever their letters", () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const column = columnOf(texts);
      expect(texts.map((_, i) => column.at(i))).toEqual(texts);
      expect(column.length).toBe(texts.length);
    }),
  );
});

it("a column compares its texts as they are compared", () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const column = columnOf(texts);
      const order = texts.map((_, i) => i).sort((a, b) => column.compare(a, b));
      expect(order.map((i) => texts[i])).toEqual(inOrder(texts));
    }),
  );
});

it("finds what is in a list or in a column, and nothing else", () => {
  fc.assert(
    fc.property(anyTexts, fc.string({ unit: "binary" }), (texts, other) => {
      const sorted = inOrder(texts);
      for (const list of [sortedTexts(sorted), columnOf(sorted)]) {
        expect(sorted.map((text) => list.placeOf(text))).toEqual(sorted.map((_, i) => i));
        expect(list.placeOf(other)).toBe(sorted.indexOf(other));
      }
    }),
  );
});

it("two lists are as one that is sorted", () => {
  fc.assert(
    fc.property(anyTexts, fc.array(fc.boolean(), { minLength: 1 }), (texts, sides) => {
      const sorted = inOrder(texts);
      const isFirst = (i: number): boolean => sides[i % sides.length]!;
      const first = sorted.filter((_, i) => isFirst(i));
      const second = sorted.filter((_, i) => !isFirst(i));
      const merged = mergeTexts(sortedTexts(first), columnOf(second));
      expect(sorted.map((_, i) => merged.at(i))).toEqual(sorted);
      expect(sorted.map((text) => merged.placeOf(text))).toEqual(sorted.map((_, i) => i));
      expect(first.map((_, i) => merged.at(merged.placeOfFirst(i)))).toEqual(first);
      expect(second.map((_, i) => merged.at(merged.placeOfSecond(i)))).toEqual(second);
      expect(merged.placeOf("\u0000 not there")).toBe(sorted.indexOf("\u0000 not there"));
    }),
  );
});
