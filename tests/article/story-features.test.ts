import { expect, test } from "vitest";
import { dumpLines } from "../../src/article/dump-lines.ts";
import { createLanguageFinder } from "../../src/article/language.ts";
import { lineFacts } from "../../src/article/line-facts.ts";
import { createPhraseFinder } from "../../src/article/phrases.ts";
import { STORY_FEATURES, writeStoryFeatures } from "../../src/article/story-features.ts";
import { createStoryWords } from "../../src/article/story-words.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";

const HEADLINE = "Harwick board approves ferry pier after decade of dispute";
const STORY = [
  "Mayor Ida Holm told reporters in Harwick on Monday that work on the ferry pier would begin in June and take about two years.",
  "Fishermen who use the quay in Harwick said the board leaves them too little room, and two of them will go to court over the dispute.",
  "The national ports agency is to pay a third of the cost, which the board puts at forty million euros, Holm said.",
];
const words = createStoryWords(nodeData(), createLanguageFinder(nodeData()));
const phrasesOf = createPhraseFinder(nodeData());

/** One feature of every line. */
function feature(name: string, texts: readonly string[]): number[] {
  const lines = dumpLines(texts.join("\n"));
  const width = STORY_FEATURES.length;
  const rows = new Float32Array(lines.length * width);
  writeStoryFeatures(rows, width, 0, lines, lineFacts(lines, phrasesOf), words);
  return lines.map((_, i) => rows[i * width + STORY_FEATURES.indexOf(name)]!);
}

test("the headline is the short line before the story that shares its words", () => {
  const lines = ["Storm hits the coast of Jutland", HEADLINE, ...STORY];
  expect(feature("lines since headline", lines)).toEqual([-1, 0, 1, 2, 3]);
  expect(feature("lines since headline", STORY)).toEqual([-60, -60, -60]);
});

test("sentences have small words, headlines and menus do not", () => {
  const shares = feature("function words share", [HEADLINE, ...STORY, "Sport Culture Weather"]);
  expect(shares[1]).toBeGreaterThan(0.3);
  expect(shares[0]).toBeLessThan(0.25);
  expect(shares.at(-1)).toBe(0);
});

test.each([
  ["Subscribe to our newsletter and get your news in your inbox.", 3 / 11],
  ["Ihre Daten gehören Ihnen.", 2 / 4],
  ["Sie sagte, sie komme.", 1 / 4],
  ["The board said that it had heard nobody.", 0],
])("%s: share of words to the reader %d", (line, share) => {
  expect(feature("reader words share", [...STORY, line]).at(-1)).toBeCloseTo(share);
});

test.each([
  ["The Five Best Piers Of HarwickReaders sent in hundreds.", 1],
  ["Ein Kutter im Hafen.Anna Berg/dpa", 1],
  ["The pier was opened in 1960. It is the oldest of the U.S. coast.", 0],
])("%s: glued words %d", (line, count) => {
  expect(feature("glued words", [...STORY, line]).at(-1)).toBe(count);
});

test.each([
  ["Mayor Ida Holm, left, and Per Lund on the pier", 1],
  ["Anna Berg (l.) trifft Per Lund", 1],
  ["Holm left the town on Monday, and Lund was right.", 0],
])("%s: words of a caption %d", (line, has) => {
  expect(feature("caption words", [...STORY, line]).at(-1)).toBe(has);
});

test.each([
  ["— Joe Quay (@JoeQuay) February 28, 2024", 1],
  ["Write to desk@quay.example", 0],
])("%s: mark of a post %d", (line, has) => {
  expect(feature("has handle", [...STORY, line]).at(-1)).toBe(has);
});

test("every feature has its number, also of no lines", () => {
  expect(feature("terms", [])).toEqual([]);
  expect(new Set(STORY_FEATURES).size).toBe(STORY_FEATURES.length);
});
