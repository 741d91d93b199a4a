/** Projections, communities and the measures behind `top`. */
import { describe, expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { betweenness } from "../../src/graph/betweenness.ts";
import { toGraph } from "../../src/graph/build.ts";
import { coMentions } from "../../src/graph/co-mention.ts";
import { communities } from "../../src/graph/communities.ts";
import { pagerank } from "../../src/graph/pagerank.ts";
import { project, projectCountries } from "../../src/graph/project.ts";
import { withinDistance } from "../../src/text/edit-distance.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);

test("two who met twice are one undirected edge with both events", () => {
  const edges = project(graph).filter(({ source }) => source === "person:vladimir-putin");
  expect(edges).toContainEqual({
    source: "person:vladimir-putin",
    target: "person:xi-jinping",
    act: "CONSULT",
    directed: false,
    events: 2,
    stories: 3,
    first: "2022-12-30",
    last: "2023-03-21",
    ids: ["event:call", "event:talks"],
  });
});

test("who does what to whom has a direction", () => {
  const edge = project(graph).find(({ act }) => act === "SANCTION");
  expect(edge).toMatchObject({
    source: "country:USA",
    target: "country:RUS",
    directed: true,
    events: 1,
  });
});

test("what was planned, cancelled or denied is no deed unless asked for", () => {
  const pairs = (all: boolean) =>
    project(graph, { all }).map(({ source, target }) => `${source} ${target}`);
  expect(pairs(false)).not.toContain("person:antony-blinken country:CHN");
  expect(pairs(true)).toContain("person:antony-blinken country:CHN");
});

test("persons fold into their countries, and a country does nothing to itself", () => {
  const edges = projectCountries(graph, { all: true });
  expect(edges).toContainEqual(
    expect.objectContaining({
      source: "CHN",
      target: "RUS",
      act: "CONSULT",
      directed: false,
      events: 2,
    }),
  );
  expect(edges.every(({ source, target }) => source !== target)).toBe(true);
  expect(edges.some(({ source, target }) => source === "FRA" || target === "FRA")).toBe(false);
});

test("who is named in one sentence is counted by sentences and stories", () => {
  const pair = coMentions(graph).find(
    ({ source, target }) => source === "person:vladimir-putin" && target === "person:xi-jinping",
  );
  expect(pair).toEqual({
    source: "person:vladimir-putin",
    target: "person:xi-jinping",
    sentences: 4,
    stories: 3,
    first: "2022-12-29",
    last: "2023-03-21",
  });
});

describe("communities", () => {
  const found = communities(graph);

  test("every node is in one", () => {
    expect(found.flatMap(({ members }) => members).sort()).toEqual(graph.nodes());
  });

  test("they are named by their best known members, largest first", () => {
    const sizes = found.map(({ members }) => members.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const paris = found.find(({ members }) => members.includes("place:paris"))!;
    expect(paris.name).toContain("Emmanuel Macron");
  });

  test("the same seed finds the same", () => {
    expect(communities(graph)).toEqual(found);
  });
});

test("PageRank sums up to one and favors the well connected", () => {
  const ranks = pagerank(graph);
  expect([...ranks.values()].reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
  expect(ranks.get("country:CHN")!).toBeGreaterThan(ranks.get("person:dmitry-peskov")!);
});

test("betweenness of a path of three is one pair for the middle", () => {
  const counts = betweenness(graph);
  // Finland and NATO are joined over their event alone: with Brussels it lies between three pairs.
  expect(counts.get("event:joining")).toBe(3);
  expect(counts.get("country:FIN")).toBe(0);
});

test("sampled betweenness keeps the order of the great ones", () => {
  const large = toGraph(syntheticKnowledge({ entities: 700, events: 900, seed: 2 }), {
    layout: false,
  });
  const top = [...betweenness(large)].sort((a, b) => b[1] - a[1]).slice(0, 5);
  expect(large.order).toBeGreaterThan(1000);
  expect(top.every(([id]) => id.startsWith("country:"))).toBe(true);
});

test.each([
  ["putin", "putin", 0, true],
  ["putin", "puttin", 1, true],
  ["putin", "puitn", 1, true],
  ["putin", "potin", 1, true],
  ["putin", "patan", 1, false],
  ["stoltenberg", "stoltenburg", 1, true],
  ["stoltenberg", "stolenburg", 2, true],
  ["stoltenberg", "stolenburk", 2, false],
  ["", "a", 1, true],
  ["", "ab", 1, false],
])("%s and %s are within %i: %s", (a, b, limit, expected) => {
  expect(withinDistance(a, b, limit)).toBe(expected);
  expect(withinDistance(b, a, limit)).toBe(expected);
});
