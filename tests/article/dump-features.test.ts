import { expect, test } from "vitest";
import { DUMP_FEATURES, writeDumpFeatures } from "../../src/article/dump-features.ts";
import { dumpLines } from "../../src/article/dump-lines.ts";
import { lineFacts } from "../../src/article/line-facts.ts";

const STORY = [
  "Mayor Ida Holm told reporters in Harwick on Monday that work on the ferry pier would begin in June and take about two years.",
  "Fishermen who use the quay in Harwick said the plan of Mayor Holm leaves them too little room, and two of them will go to court.",
  "The national ports agency is to pay a third of the cost, which the board puts at forty million euros, Holm said.",
];

/** One feature of every line. */
function feature(name: string, texts: readonly string[]): number[] {
  const lines = dumpLines(texts.join("\n"));
  const width = DUMP_FEATURES.length;
  const rows = new Float32Array(lines.length * width);
  writeDumpFeatures(
    rows,
    width,
    0,
    lines,
    lineFacts(lines, () => 0),
  );
  return lines.map((_, i) => rows[i * width + DUMP_FEATURES.indexOf(name)]!);
}

test.each([
  ["Alex on September 17, 2018 at 6:34 am said:", 1],
  ["MightyMidwest says:", 1],
  ["34 responses to “We needed to win this game”", 1],
  ["12 Kommentare", 1],
  ["Reply", 1],
  ["Mayor Holm said on Monday that work would begin in June.", 0],
  [
    "She was asked what the town had learned, and said: “We have waited long enough, all of us, for a pier.” They agree.",
    0,
  ],
])("%s: mark of a comment %d", (line, expected) => {
  expect(feature("comment mark", [...STORY, line]).at(-1)).toBe(expected);
});

test("a teaser shares no names with the story, its own lines do", () => {
  const shares = feature("names in best run share", [
    ...STORY,
    "Football: Marseille sack coach Tudor after defeat in Lille",
  ]);
  expect(shares[0]).toBeGreaterThan(0.3);
  expect(shares.at(-1)).toBe(0);
});

test("lines that come again every few lines are told", () => {
  const teasers = [
    "Storm",
    "Roads closed in the north today",
    "Budget",
    "Council votes on a new tax",
  ];
  const repeats = feature("same shape every few lines", [...STORY, ...teasers, ...teasers]);
  expect(repeats.at(-1)).toBeGreaterThanOrEqual(2);
  expect(repeats[0]).toBeLessThan(2);
});

test("every feature has its number, also of no lines", () => {
  expect(feature("names", [])).toEqual([]);
  expect(new Set(DUMP_FEATURES).size).toBe(DUMP_FEATURES.length);
});
