import { expect, it } from "vitest";
import { toDayNumber, toDayText } from "../../src/store/days.ts";

it.each([
  ["1970-01-01", 0],
  ["1969-12-31", -1],
  ["2024-02-29", 19_782],
  ["0000-01-01", -719_528],
  ["2023-02-29", "=2023-02-29"],
  ["2024-13-01", "=2024-13-01"],
  ["2024-04-31", "=2024-04-31"],
  ["2024-04", "=2024-04"],
  ["20x4-04-01", "=20x4-04-01"],
  ["2024/04/01", "=2024/04/01"],
  ["2024-04-01T10:00", "=2024-04-01T10:00"],
  ["２０２４-04-01", "=２０２４-04-01"],
])("keeps %s as %s and reads it back", (text, value) => {
  expect(toDayNumber(text)).toBe(value);
  expect(toDayText(toDayNumber(text))).toBe(text);
});

it("keeps no day as none", () => {
  expect(toDayNumber(undefined)).toBeNull();
  expect(toDayText(null)).toBeUndefined();
});
