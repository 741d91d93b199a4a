import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecoder } from "../../../src/analysis/names/decode.ts";
import {
  isOpen,
  LABEL_COUNT,
  mayFollow,
  mayStart,
  OUTSIDE,
} from "../../../src/analysis/names/labels.ts";
import { FORBIDDEN } from "../../../src/analysis/names/weights.ts";

const transitions = new Int32Array(LABEL_COUNT * LABEL_COUNT);
for (let a = 0; a < LABEL_COUNT; a++) {
  for (let b = 0; b < LABEL_COUNT; b++) {
    transitions[a * LABEL_COUNT + b] = mayFollow(a, b) ? ((a * 7 + b * 3) % 11) - 5 : FORBIDDEN;
  }
}
const decoder = createDecoder(transitions);

/** All sequences that BILOU allows, of this length. */
function sequences(length: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < length; i++) {
    all = all.flatMap((path) =>
      [...Array(LABEL_COUNT).keys()]
        .filter((b) => (i === 0 ? mayStart(b) : mayFollow(path[i - 1]!, b)))
        .map((b) => [...path, b]),
    );
  }
  return all.filter((path) => !isOpen(path[length - 1]!));
}

function scoreOf(path: readonly number[], scores: Int32Array): number {
  return path.reduce(
    (sum, b, i) =>
      sum +
      scores[i * LABEL_COUNT + b]! +
      (i === 0 ? 0 : transitions[path[i - 1]! * LABEL_COUNT + b]!),
    0,
  );
}

const scoresFor = (length: number) =>
  fc
    .array(fc.integer({ min: -120, max: 120 }), {
      minLength: length * LABEL_COUNT,
      maxLength: length * LABEL_COUNT,
    })
    .map((values) => Int32Array.from(values));

describe("the decoder", () => {
  it("finds the sequence with the best sum among all that are allowed", () => {
    const paths = sequences(3);
    fc.assert(
      fc.property(scoresFor(3), (scores) => {
        const labels = new Uint8Array(3);
        decoder.best(scores, 3, labels);
        const best = Math.max(...paths.map((path) => scoreOf(path, scores)));
        expect(scoreOf([...labels], scores)).toBe(best);
      }),
      { numRuns: 25 },
    );
  });

  it("gives what names something a probability: its share of all allowed sequences", () => {
    const paths = sequences(2);
    fc.assert(
      fc.property(scoresFor(2), (scores) => {
        const labels = new Uint8Array(2);
        decoder.best(scores, 2, labels);
        const sureness = new Float32Array(2);
        decoder.sureness(scores, 2, labels, sureness);
        const weights = paths.map((path) => Math.exp(scoreOf(path, scores) / 40));
        const total = weights.reduce((a, b) => a + b);
        for (const i of [0, 1]) {
          if (labels[i] === OUTSIDE) continue;
          const share =
            paths.reduce((sum, path, p) => sum + (path[i] === labels[i] ? weights[p]! : 0), 0) /
            total;
          expect(sureness[i]).toBeCloseTo(share, 4);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("takes an empty sentence", () => {
    expect(() => decoder.best(new Int32Array(0), 0, new Uint8Array(0))).not.toThrow();
  });
});
