import { expect, test } from "vitest";
import { sharedBeginnings } from "../../src/article/shared-beginnings.ts";

const SHORT = "Ida Holm opens the pier on Monday.";
const CAPTION = `${SHORT} Photo: A. Lund`;
const OTHER = "Fishermen said that the plan leaves them too little room.";

function of(...texts: readonly string[]): ReturnType<typeof sharedBeginnings> {
  return sharedBeginnings(texts.map((text) => ({ text })));
}

test("a caption behind the text that stands in for its picture", () => {
  const found = of(SHORT, CAPTION, OTHER);
  expect([...found.beginsOther]).toEqual([1, 0, 0]);
  expect([...found.hasOther]).toEqual([0, 1, 0]);
  expect([...found.lengths]).toEqual([SHORT.length, SHORT.length, 0]);
  expect([...found.near]).toEqual([2, 1, 0]);
});

test("lines that begin alike and go on differently share their beginning, and none begins the other", () => {
  const found = of("The pier of Harwick was opened", "The pier of Harwick was closed");
  expect([...found.lengths]).toEqual([24, 24]);
  expect([...found.beginsOther, ...found.hasOther]).toEqual([0, 0, 0, 0]);
});

test("far from each other they are told, but not as near", () => {
  const found = of(SHORT, OTHER, `${OTHER} Yes.`, "Sport", "Culture", CAPTION);
  expect(found.hasOther[5]).toBe(1);
  expect(found.near[5]).toBe(0);
});

test.each([
  ["the same line twice", SHORT, SHORT],
  ["few characters", "Sport", "Sport and culture"],
])("%s is no shared beginning", (_, first, second) => {
  const found = of(first, second);
  expect([...found.lengths, ...found.near]).toEqual([0, 0, 0, 0]);
});
