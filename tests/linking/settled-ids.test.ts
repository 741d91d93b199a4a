import { expect, test } from "vitest";
import { settleIds } from "../../src/linking/settled-ids.ts";

const IDS = [
  "country:DEU",
  ...Array.from({ length: 20_000 }, (_, i) => `person:anna-holm~${100_000 + i}`),
  "person:李-明",
];

test("an id is found at its place, and a place has its id, also when the same few are asked for in turns", () => {
  const ids = settleIds(IDS);
  expect(ids).toHaveLength(IDS.length);
  for (let i = 0; i < IDS.length; i++) {
    expect(ids.at(i)).toBe(IDS[i]);
    expect(ids.at(0)).toBe("country:DEU");
    expect(ids.placeOf(IDS[i]!)).toBe(i);
  }
});

test("what is no id has no place", () => {
  expect(settleIds(IDS).placeOf("person:anna-holm")).toBe(-1);
  expect(settleIds([]).placeOf("country:DEU")).toBe(-1);
});
