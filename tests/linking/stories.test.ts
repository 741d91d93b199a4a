import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { loadActs } from "../../src/linking/acts.ts";
import { clusterByAverage, type Similarity } from "../../src/linking/average-link.ts";
import { toLinkRecord } from "../../src/linking/records.ts";
import { findStories } from "../../src/linking/stories.ts";
import { loadLinkingTables } from "../../src/linking/tables.ts";
import { makeAnalysis } from "./make-analysis.ts";

const data = nodeData();
const tables = loadLinkingTables(data);

describe("stories", () => {
  const articles = [
    ["2024-02-01", "A tanker ran aground off [place:Skagen], spilling oil on the beaches.", "Crews from [place:Skagen] pumped oil from the tanker."],
    ["2024-02-03", "Beaches near [place:Skagen] are black with oil after a tanker ran aground.", "The oil of the tanker killed birds."],
    ["2024-02-02", "A tanker ran aground off [place:Muscat], spilling oil on the beaches.", "Divers from [place:Muscat] looked for leaks."],
    ["2024-05-03", "Beaches near [place:Skagen] are clean again, a council said.", "The oil of the tanker is gone from [place:Skagen]."],
    ["2024-02-02", "The orchestra of [place:Ghent] chose a conductor from [country:Peru].", "She studied the harp."],
  ].map(([published, ...lines]) => makeAnalysis({ published: published!, lines })); // biome-ignore format: a table
  const { storyOf } = findStories(articles.map((article) => toLinkRecord(article, tables)));

  it("join articles on one happening", () => {
    expect(storyOf[0]).toBe(storyOf[1]);
  });

  it("keep the same sort of happening elsewhere apart", () => {
    expect(storyOf[2]).not.toBe(storyOf[0]);
  });

  it("end after a week", () => {
    expect(storyOf[3]).not.toBe(storyOf[0]);
  });

  it("leave alone what shares no words", () => {
    expect(storyOf.filter((story) => story === storyOf[4])).toHaveLength(1);
  });
});

describe("average linkage", () => {
  it("joins the closest first and stops where the mean is too low", () => {
    const pairs = [
      { a: 0, b: 1, value: 0.9 },
      { a: 1, b: 2, value: 0.5 },
      { a: 2, b: 3, value: 0.8 },
    ];
    expect(clusterByAverage(5, pairs, 0.4, [0, 1, 2, 3, 4])).toEqual([0, 0, 2, 2, 4]);
    expect(clusterByAverage(5, pairs, 0.1, [0, 1, 2, 3, 4])).toEqual([0, 0, 0, 0, 4]);
  });

  it("joins as if all means were reckoned anew before each step, equal ones too", () => {
    const size = fc.integer({ min: 2, max: 14 });
    const values = fc.infiniteStream(fc.constantFrom(0, 0.125, 0.25, 0.5, 0.75, 0.875));
    fc.assert(
      fc.property(size, values, fc.constantFrom(0.1, 0.25, 0.5), (n, stream, threshold) => {
        const pairs: Similarity[] = [];
        for (let a = 0; a < n; a++) {
          for (let b = a + 1; b < n; b++) {
            const value = stream.next().value!;
            if (value > 0) pairs.push({ a, b, value });
          }
        }
        const alone = Array.from({ length: n }, (_, i) => i);
        expect(clusterByAverage(n, pairs, threshold, alone)).toEqual(plainly(n, pairs, threshold));
      }),
      { numRuns: 300 },
    );
  });

  /** A cluster is called by the place where the larger list of neighbors stood, as there. */
  function plainly(size: number, pairs: readonly Similarity[], threshold: number): number[] {
    const clusters = new Map<number, readonly number[]>();
    for (let i = 0; i < size; i++) clusters.set(i, [i]);
    const sums = (x: readonly number[], y: readonly number[]): number[] =>
      pairs
        .filter(({ a, b }) => (x.includes(a) && y.includes(b)) || (x.includes(b) && y.includes(a)))
        .map(({ value }) => value);
    const degree = (x: number): number =>
      [...clusters.values()].filter(
        (y) => y !== clusters.get(x) && sums(clusters.get(x)!, y).length,
      ).length;
    for (;;) {
      let best = { a: -1, b: -1, mean: threshold };
      const places = [...clusters.keys()].sort((a, b) => a - b);
      for (const a of places) {
        for (const b of places.filter((place) => place > a)) {
          const [x, y] = [clusters.get(a)!, clusters.get(b)!];
          const between = sums(x, y);
          const mean = between.reduce((sum, value) => sum + value, 0) / (x.length * y.length);
          if (between.length > 0 && (best.a < 0 ? mean >= threshold : mean > best.mean))
            best = { a, b, mean };
        }
      }
      if (best.a < 0) break;
      const [kept, gone] = degree(best.a) >= degree(best.b) ? [best.a, best.b] : [best.b, best.a];
      clusters.set(kept, [...clusters.get(kept)!, ...clusters.get(gone)!]);
      clusters.delete(gone);
    }
    const result = new Array<number>(size);
    for (const members of clusters.values()) {
      for (const member of members) result[member] = Math.min(...members);
    }
    return result;
  }

  it("starts with the groups that it is given", () => {
    expect(clusterByAverage(3, [], 0.5, [0, 1, 0])).toEqual([0, 1, 0]);
  });
});

describe("acts", () => {
  const { actOf, isKnown, isVague } = loadActs(data);

  it.each([
    ["died", "death"],
    ["murdered", "slaying"],
    ["arrested", "detention"],
    ["shot", "shooting"],
    ["won", "victory"],
    ["bought", "acquisition"],
    ["flies", "flight"],
    ["earthquake", "quakes"],
  ])("are the same for %s and %s", (a, b) => {
    expect(actOf(a)).toBe(actOf(b));
  });

  it.each([
    ["win", "lose"],
    ["arrest", "release"],
    ["buy", "sell"],
    ["arrive", "leave"],
    ["meet", "attack"],
  ])("are not the same for %s and %s", (a, b) => {
    expect(actOf(a)).not.toBe(actOf(b));
  });

  it("know which say little", () => {
    expect(isVague(actOf("said"))).toBe(true);
    expect(isVague(actOf("arrested"))).toBe(false);
    expect(isKnown(actOf("zzz"))).toBe(false);
  });
});
