import { expect, test } from "vitest";
import { extended } from "../../src/text/extended.ts";
import { toInterval } from "../../src/text/interval.ts";

test("a copy has what the item has in its order, then what is more; the item stays as it was", () => {
  const item = { id: 1, name: "Kyiv" };
  expect(Object.entries(extended(item, { country: "UKR", id: 2 }))).toEqual([
    ["id", 2],
    ["name", "Kyiv"],
    ["country", "UKR"],
  ]);
  expect(item).toEqual({ id: 1, name: "Kyiv" });
});

test.each([
  ["2024-01-01", "2024-01-31", "month", ["from", "to", "precision", "basis"]],
  ["2024-01-01", undefined, undefined, ["from", "basis"]],
  [undefined, "2024-01-31", undefined, ["to", "basis"]],
  [undefined, undefined, "day", ["precision", "basis"]],
] as const)(
  "an interval from %s to %s by %s has %j and no property more",
  (from, to, precision, keys) => {
    expect(Object.keys(toInterval(from, to, precision, "explicit"))).toEqual(keys);
  },
);
