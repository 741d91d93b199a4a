import { describe, expect, it } from "vitest";
import { isPartOfName, isSameFullName, nameParts } from "../../src/text/name-parts.ts";

const familyFirst = (word: string): boolean => ["xi", "kim", "wang"].includes(word);
const parts = (name: string) => nameParts(name, familyFirst);

describe("nameParts", () => {
  it.each([
    ["Angela Merkel", "merkel", "angela"],
    ["Ursula von der Leyen", "von der leyen", "ursula"],
    ["Bashar al-Assad", "al assad", "bashar"],
    ["Xi Jinping", "xi", "jinping"],
    ["Kim Jong Un", "kim", "jong un"],
    ["Martin Luther King Jr.", "king", "martin"],
    ["Lula", "lula", undefined],
  ])("takes %s apart", (name, family, given) => {
    const { family: foundFamily, given: foundGiven } = parts(name);
    expect([foundFamily, foundGiven]).toEqual([family, given]);
  });
});

describe("isSameFullName", () => {
  it.each([
    ["John Kennedy", "John F. Kennedy"],
    ["J. Smith", "John Smith"],
    ["Recep Erdogan", "Recep Tayyip Erdoğan"],
    ["Xi Jinping", "XI JINPING"],
  ])("joins %s and %s", (a, b) => {
    expect(isSameFullName(parts(a), parts(b))).toBe(true);
  });

  it.each([
    ["John Smith", "Jane Smith"],
    ["George H. Bush", "George W. Bush"],
    ["John Smith Jr.", "John Smith Sr."],
    ["Kim Jong Un", "Kim Yo Jong"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(isSameFullName(parts(a), parts(b))).toBe(false);
  });
});

describe("isPartOfName", () => {
  it.each([
    ["Merkel", "Angela Merkel", "family"],
    ["Angela", "Angela Merkel", "given"],
    ["von der Leyen", "Ursula von der Leyen", "family"],
    ["Leyen", "Ursula von der Leyen", "family"],
    ["Assad", "Bashar al-Assad", "family"],
    ["Xi", "Xi Jinping", "family"],
    ["Putin", "Angela Merkel", undefined],
  ])("%s in %s: %s", (short, full, part) => {
    expect(isPartOfName(parts(short), parts(full))).toBe(part);
  });
});
