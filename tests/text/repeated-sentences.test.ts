import { expect, test } from "vitest";
import { findRepeatedSentences, sentenceKey } from "../../src/text/repeated-sentences.ts";

const FURNITURE = "The Quay Post has reported from the harbour since the year 1871.";
const NEWS = "The board voted seven to two on Monday for a new ferry pier.";
const SHORT = "He declined to comment.";

const SENTENCES = [
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
    const keyed = sentences.flatMap((sentence) => {
      const key = sentenceKey(sentence);
      return key === undefined ? [] : [{ key, story: sentence.story }];
    });
    const repeated = findRepeatedSentences(keyed);
    const isRepeated = (outlet: string, text: string): boolean =>
      repeated.has(sentenceKey({ outlet, text }) ?? Number.NaN);
    expect(isRepeated("Quay Post", FURNITURE)).toBe(true);
    expect(isRepeated("Gazette", FURNITURE)).toBe(false);
    expect(isRepeated("Quay Post", NEWS)).toBe(false);
    expect(isRepeated("Gazette", SHORT)).toBe(false);
  }
});
