import { describe, expect, it } from "vitest";
import { NumberLists } from "../../src/text/number-lists.ts";

describe("lists of numbers", () => {
  it("have one number each, however often they come", () => {
    const lists = new NumberLists();
    expect(lists.number([7, 8])).toBe(0);
    expect(lists.number([])).toBe(1);
    expect(lists.number([8, 7])).toBe(2);
    expect(lists.number([7, 8])).toBe(0);
    expect(lists.number([7, 8, 0])).toBe(3);
    expect(lists.count).toBe(4);
  });

  it("are found again among many thousands, with what they hold", () => {
    const lists = new NumberLists();
    const listOf = (i: number): number[] => Array.from({ length: i % 7 }, (_, at) => i * at);
    const numbers = Array.from({ length: 30_000 }, (_, i) => lists.number([i, ...listOf(i)]));
    expect(new Set(numbers).size).toBe(30_000);
    for (const i of [0, 1, 4_095, 4_096, 29_999]) {
      expect(lists.number([i, ...listOf(i)])).toBe(numbers[i]);
      const own = Array.from({ length: lists.lengthOf(numbers[i]!) }, (_, at) =>
        lists.at(numbers[i]!, at),
      );
      expect(own).toEqual([i, ...listOf(i)]);
    }
  });

  it("hold numbers up to 2^32 - 1", () => {
    const lists = new NumberLists();
    lists.number([2 ** 32 - 1, 0]);
    expect(lists.at(0, 0)).toBe(2 ** 32 - 1);
    expect(lists.number([2 ** 32 - 1, 0])).toBe(0);
  });
});
