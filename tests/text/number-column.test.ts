import { expect, it } from "vitest";
import { NumberColumn } from "../../src/text/number-column.ts";

const MANY = 40_000;

function upTo(count: number): NumberColumn {
  const column = new NumberColumn();
  for (let i = 0; i < count; i++) column.add(i);
  return column;
}

it("keeps numbers over several chunks, the largest too", () => {
  const column = upTo(MANY);
  column.add(2 ** 32 - 1);
  expect(column.length).toBe(MANY + 1);
  expect([0, 16_383, 16_384, MANY - 1].map((i) => column.at(i))).toEqual([
    ...[0, 16_383, 16_384, MANY - 1],
  ]);
  expect(column.at(MANY)).toBe(2 ** 32 - 1);
});

it("goes on where it was cut", () => {
  for (const length of [0, 5, 16_384, 20_000, MANY]) {
    const column = upTo(MANY);
    column.cutTo(length);
    column.add(7);
    expect(column.length).toBe(length + 1);
    expect(column.at(length)).toBe(7);
    if (length > 0) expect(column.at(length - 1)).toBe(length - 1);
  }
});
