/** Lists as bytes, from a file that may be damaged: whatever stands in them, an end is found. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader } from "../../src/linking/bytes.ts";
import { PackedNumbers, packEdges, unpackEdges, unpackNumbers } from "../../src/store/packed.ts";

const TEXTS = { number: () => 0, text: () => "" } as unknown as ConstructorParameters<
  typeof ByteReader
>[1];

describe("packed lists", () => {
  const edges = { others: [7, 300, 70_000], weights: [9, 9, 2], codes: [1, 130, 4] };

  test("come back as they were", () => {
    const { others, weights, codes } = unpackEdges([packEdges(edges, 3)]);
    expect({
      others: Array.from(others),
      weights: Array.from(weights),
      codes: Array.from(codes),
    }).toEqual(edges);
    const numbers = new PackedNumbers();
    for (const number of [3, 900, 40]) numbers.add(number);
    expect(unpackNumbers(numbers.take())).toEqual([3, 40, 900]);
  });

  test.each([
    ["a list that is cut off", [3, 9, 3, 7]],
    ["a number that is cut off", [1, 9, 1, 255]],
    ["more items than bytes", [255, 255, 255, 255, 15, 1]],
    ["runs of nothing, for ever", [1, 9, 0]],
    ["a run without end", [1, 9, 255, 255, 255, 255, 127, 1]],
  ])("%s: refused", (_, bytes) => {
    expect(() => unpackEdges([Uint8Array.from(bytes)])).toThrow(RangeError);
  });

  test("any bytes: read or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        for (const run of [
          () => unpackEdges([bytes]),
          () => unpackNumbers(bytes),
          () => new ByteReader(bytes, TEXTS).list(() => 0),
          () => new ByteReader(bytes, TEXTS).unsigned(),
        ]) {
          try {
            run();
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
      }),
    );
  });
});
