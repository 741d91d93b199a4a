import { describe, expect, it } from "vitest";
import { assign } from "../../train/assignment.ts";
import { scoreCoreference } from "../../train/coreference-scores.ts";

/** `ab c` is the clustering {a, b}, {c}. */
const clusters = (text: string) =>
  new Map(
    text.split(" ").flatMap((group) => [...group].map((mention) => [mention, group] as const)),
  );

describe("scores of coreference", () => {
  it("are 1 for equal clusterings", () => {
    const { muc, b3, ceafe, lea, conll } = scoreCoreference(
      clusters("abc de f"),
      clusters("abc de f"),
    );
    expect([muc.f1, b3.f1, ceafe.f1, lea.f1, conll]).toEqual([1, 1, 1, 1, 1]);
  });

  // The worked example of Bagga and Baldwin 1998: precision 16/21 after a wrong merge of two small chains.
  it("agree with the published example of B³", () => {
    const gold = clusters("12345 67 89ABC");
    expect(scoreCoreference(gold, clusters("12345 6789ABC")).b3.precision).toBeCloseTo(16 / 21, 6);
    expect(scoreCoreference(gold, clusters("1234589ABC 67")).b3.precision).toBeCloseTo(7 / 12, 6);
    expect(scoreCoreference(gold, clusters("12345 6789ABC")).muc.precision).toBeCloseTo(0.9, 6);
  });

  // The running example of Moosavi and Strube 2016: key {a,b,c},{d,e,f,g}; response {a,b},{c,d},{f,g,h,i}.
  it("agree with the published example of LEA", () => {
    const { lea } = scoreCoreference(clusters("abc defg"), clusters("ab cd fghi"));
    expect(lea.recall).toBeCloseTo((3 * (1 / 3) + 4 * (1 / 6)) / 7, 6);
    expect(lea.precision).toBeCloseTo((2 * 1 + 0 + 4 * (1 / 6)) / 8, 6);
  });

  it("count a mention that was not found as missed", () => {
    const { b3 } = scoreCoreference(clusters("abc"), clusters("ab"));
    expect(b3.precision).toBe(1);
    expect(b3.recall).toBeCloseTo(4 / 9, 6);
  });

  it("align clusters one to one for CEAFe", () => {
    const { ceafe } = scoreCoreference(clusters("abcd"), clusters("ab cd"));
    expect(ceafe.recall).toBeCloseTo(2 / 3, 6);
    expect(ceafe.precision).toBeCloseTo(1 / 3, 6);
  });
});

describe("assign", () => {
  it.each([
    [[[1]], 1],
    [
      [
        [1, 2],
        [2, 1],
      ],
      4,
    ],
    [
      [
        [0.9, 0.8],
        [0.8, 0.1],
      ],
      1.6,
    ],
    [
      [
        [1, 0, 0],
        [1, 5, 0],
      ],
      6,
    ],
    [[[3], [7], [5]], 7],
  ])("%j gives %d", (values, sum) => {
    expect(assign(values)).toBeCloseTo(sum, 9);
  });
});
