import { expect, test } from "vitest";
import { likelyBodyOfDump } from "../../src/article/body-region.ts";
import type { LineFacts } from "../../src/article/line-facts.ts";

/** A letter a line: the story scores S = .9 or is doubtful d = .55, teasers t = .6, menus m = .02. */
const SCORES: Readonly<Record<string, number>> = { S: 0.9, d: 0.55, t: 0.6, m: 0.02 };
const likely = (lines: string): string => {
  const scores = Float32Array.from(lines, (line) => SCORES[line]!);
  const facts = [...lines].map((line) => ({ length: line === "m" ? 15 : 250 }) as LineFacts);
  return likelyBodyOfDump(scores, facts)
    .map((isLikely) => (isLikely ? "x" : "-"))
    .join("");
};

test.each([
  ["a doubtful line inside the story is kept", "mmmSSdSSmmm", "---xxxxx---"],
  [
    "one far below it is not",
    "mmmSSSSmmmmmmmmmmmmmmmmmmmmmmmmmmmdmmm",
    "---xxxx-------------------------------",
  ],
  [
    "nor teasers",
    "mmmSSSSmmmmmmmmmmmmmmmmmmmmmmmmmmmtmmtmmm",
    "---xxxx----------------------------------",
  ],
  [
    "a line without doubt is kept wherever it stands",
    "SSSSmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmS",
    "xxxx---------------------------------x",
  ],
  ["nothing is something", "", ""],
])("%s", (_, lines, expected) => {
  expect(likely(lines)).toBe(expected);
});
