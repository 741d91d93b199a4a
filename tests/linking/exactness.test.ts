import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticAnalyses } from "../../bench/synthetic-analyses.ts";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { Linker } from "../../src/linking/index.ts";
import type { Analysis } from "../../src/model.ts";

const data = nodeData();
const analyses = [...syntheticAnalyses(60, 7)];

function bytesOf(list: readonly Analysis[]): string {
  const linker = new Linker(data);
  for (const analysis of list) linker.add(analysis);
  return JSON.stringify(linker.finish());
}

const some = fc.subarray(analyses, { minLength: 2, maxLength: 60 });

describe("linking", () => {
  it("gives the same bytes in whatever order articles were added", () => {
    const shuffled = some.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(bytesOf(other)).toBe(bytesOf(list));
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it("gives the same bytes in any number of batches", () => {
    fc.assert(
      fc.property(some, fc.nat(59), (list, at) => {
        const linker = new Linker(data);
        for (const analysis of list.slice(0, at)) linker.add(analysis);
        linker.finish();
        for (const analysis of list.slice(at)) linker.add(analysis);
        expect(JSON.stringify(linker.finish())).toBe(bytesOf(list));
      }),
      { numRuns: 15, seed: 2 },
    );
  });

  it("is, after an article was removed, as if it had never been there", () => {
    fc.assert(
      fc.property(some, fc.nat(59), (list, n) => {
        const gone = list[n % list.length]!;
        const linker = new Linker(data);
        for (const analysis of list) linker.add(analysis);
        linker.finish();
        expect(linker.remove(gone.article.id)).toBe(true);
        const rest = list.filter((analysis) => analysis !== gone);
        expect(JSON.stringify(linker.finish())).toBe(bytesOf(rest));
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  it("says that there was nothing to remove", () => {
    expect(new Linker(data).remove("0")).toBe(false);
  });

  it("gives every entity and event a sentence, and every former id to one thing only", () => {
    const linker = new Linker(data);
    for (const analysis of analyses) linker.add(analysis);
    const { entities, events } = linker.finish();
    for (const { evidence } of [...entities, ...events]) expect(evidence.length).toBeGreaterThan(0);
    const ids = events.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
