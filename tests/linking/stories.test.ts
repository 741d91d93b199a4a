import { describe, expect, it } from "vitest";
import { nodeData } from "../../src/lexicon/node-data.ts";
import { loadActs } from "../../src/linking/acts.ts";
import { clusterByAverage } from "../../src/linking/average-link.ts";
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
