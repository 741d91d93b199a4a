import { expect, test } from "vitest";
import { findRepeatedSentences, type PrintedSentence } from "../../src/text/repeated-sentences.ts";

const FURNITURE = "The Quay Post has reported from the harbour since the year 1871.";
const NEWS = "The board voted seven to two on Monday for a new ferry pier.";
const SHORT = "He declined to comment.";

const SENTENCES: readonly PrintedSentence[] = [
  { outlet: "Quay Post", story: "a", text: NEWS },
  { outlet: "Quay Post", story: "a", text: FURNITURE },
  { outlet: "Quay Post", story: "b", text: FURNITURE.replace(" the harbour", "  the\nharbour") },
  { outlet: "Quay Post", story: "a", text: NEWS },
  { outlet: "Gazette", story: "c", text: NEWS },
  { outlet: "Gazette", story: "c", text: SHORT },
  { outlet: "Gazette", story: "d", text: SHORT },
];

test("a sentence under two stories of an outlet is repeated; in reprints, in two outlets, or short, it is not", () => {
  for (const sentences of [SENTENCES, [...SENTENCES].reverse()]) {
    const isRepeated = findRepeatedSentences(sentences);
    expect(isRepeated({ outlet: "Quay Post", text: FURNITURE })).toBe(true);
    expect(isRepeated({ outlet: "Gazette", text: FURNITURE })).toBe(false);
    expect(isRepeated({ outlet: "Quay Post", text: NEWS })).toBe(false);
    expect(isRepeated({ outlet: "Gazette", text: SHORT })).toBe(false);
  }
});
