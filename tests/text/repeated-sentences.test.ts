import { expect, test } from "vitest";
import {
  findRepeatedSentences,
  isRepeated,
  type StorySentences,
} from "../../src/text/repeated-sentences.ts";

const FURNITURE = "The Quay Post has reported from the harbour since the year 1871.";
const NEWS = "The board voted seven to two on Monday for a new ferry pier.";

const STORIES: readonly StorySentences[] = [
  { outlet: "Quay Post", story: "a", sentences: [NEWS, FURNITURE] },
  {
    outlet: "Quay Post",
    story: "b",
    sentences: ["The mayor flew home on Sunday after the vote was lost.", FURNITURE],
  },
  { outlet: "Quay Post", story: "a", sentences: [NEWS] },
  { outlet: "Gazette", story: "c", sentences: [NEWS, "He declined to comment."] },
  { outlet: "Gazette", story: "d", sentences: ["He declined to comment."] },
];

test("a sentence under two stories of an outlet is furniture; in reprints, in two outlets, or short, it is not", () => {
  for (const stories of [STORIES, [...STORIES].reverse()]) {
    const repeated = findRepeatedSentences(stories);
    expect(isRepeated(repeated, "Quay Post", FURNITURE)).toBe(true);
    expect(isRepeated(repeated, "Gazette", FURNITURE)).toBe(false);
    expect(isRepeated(repeated, "Quay Post", NEWS)).toBe(false);
    expect(isRepeated(repeated, "Gazette", "He declined to comment.")).toBe(false);
  }
});
