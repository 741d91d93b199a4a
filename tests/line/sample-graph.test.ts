/** The sample corpus through the whole line, against its manifest: found as one node, kept apart, not there at all. Thresholds lie a little under what is reached. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { EventNode, NewsGraph, NodeAttributes } from "../../src/graph/attributes.ts";
import manifest from "../sample/manifest.json" with { type: "json" };

const folder = join(import.meta.dirname, "../../data/sample");

interface Node {
  readonly id: string;
  readonly data: NodeAttributes;
}

let graph: NewsGraph;
let entities: Node[] = [];
let events: { readonly id: string; readonly data: EventNode }[] = [];
let originOf = new Map<string, string>();

beforeAll(async () => {
  graph = await build([folder], { layout: false });
  const nodes = graph.mapNodes((id, data): Node => ({ id, data }));
  entities = nodes.filter(({ data }) => data.kind !== "event" && data.kind !== "article");
  events = nodes.flatMap(({ id, data }) => (data.kind === "event" ? [{ id, data }] : []));
  originOf = new Map(
    graph.getAttribute("articles").map(({ id, origin }) => [id, origin.slice(folder.length + 1)]),
  );
});

const fold = (name: string) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/^the /, "");

/** Entities of a kind that carry the name, as their own or as another. */
function called(name: string, kind?: string): Node[] {
  return entities.filter(
    ({ data }) =>
      (kind === undefined || data.kind === kind) &&
      [data.name, ...data.aliases].some((other) => fold(other) === fold(name)),
  );
}

function nodeOf(id: string): Node | undefined {
  const [kind, name] = id.split(":") as [string, string];
  if (kind === "country") return entities.find((node) => node.id === id);
  return called(name, kind)[0];
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length;
}

describe("the graph of the sample", () => {
  it("has nearly every actor of the manifest as one node", () => {
    const found = share(manifest.entities, ({ id }) => nodeOf(id) !== undefined);
    expect(found).toBeGreaterThanOrEqual(0.93);
    const one = share(manifest.entities, ({ id, aliases }) => {
      const full = aliases.filter((name) => /^\p{Lu}/u.test(name) && name.includes(" "));
      const kind = id.slice(0, id.indexOf(":"));
      const nodes = full.flatMap((name) => called(name, kind).map((node) => node.id));
      return new Set(nodes).size <= 1;
    });
    expect(one).toBeGreaterThanOrEqual(0.96);
  });

  it("learns the countries of people", () => {
    const known = manifest.entities.filter(({ id, country }) => country && nodeOf(id));
    const right = share(known, ({ id, country }) => {
      const { data } = nodeOf(id)!;
      return "country" in data && data.country === country;
    });
    expect(right).toBeGreaterThanOrEqual(0.8);
  });

  it("keeps people of one last name apart", () => {
    for (const { persons } of manifest.sameSurname) {
      const [a, b] = persons.map(nodeOf);
      if (a !== undefined && b !== undefined) expect(a.id).not.toBe(b.id);
    }
  });

  it("has most events of the manifest, with their days", () => {
    const fitting = (event: (typeof manifest.events)[number]) =>
      events.filter(
        ({ id, data }) =>
          [event.act, ...(event.accept ?? [])].includes(data.act) &&
          data.polarity === "asserted" &&
          (data.from === undefined || event.to === undefined || data.from <= event.to) &&
          (data.to === undefined || event.from === undefined || data.to >= event.from) &&
          data.evidence.some(({ article }) => event.articles.some((told) => told.article === originOf.get(article))) &&
          event.participants.some((who) => {
            const node = nodeOf(who);
            return node !== undefined && graph.areNeighbors(node.id, id);
          }),
      ); // biome-ignore format: one condition a line
    expect(share(manifest.events, (event) => fitting(event).length > 0)).toBeGreaterThanOrEqual(
      SHARES.found,
    );
    const several = manifest.events.filter(({ articles }) => articles.length > 1);
    const joined = share(several, (event) =>
      fitting(event).some(({ data }) => {
        const told = new Set(
          data.evidence.flatMap(({ article, copies = [] }) => [article, ...copies]),
        );
        return (
          [...told].filter((id) =>
            event.articles.some(({ article }) => article === originOf.get(id)),
          ).length > 1
        );
      }),
    );
    expect(joined).toBeGreaterThanOrEqual(SHARES.joined);
  });

  it("joins no tellings of articles whose events lie on different days", () => {
    const wrong = events.filter(({ data }) => {
      const told = new Set(data.evidence.map(({ article }) => originOf.get(article)));
      const held = manifest.events.filter(
        (event) =>
          event.act === data.act &&
          event.articles.some(({ article }) => told.has(article)) &&
          event.participants.some((who) => data.name.includes(who.slice(who.indexOf(":") + 1))),
      );
      return held.some((a) =>
        held.some(
          (b) =>
            a.to !== undefined &&
            b.from !== undefined &&
            a.to < b.from &&
            a.articles.every(({ article }) =>
              b.articles.every((other) => other.article !== article),
            ),
        ),
      );
    });
    expect(wrong.map(({ data }) => data.name)).toEqual([]);
  });

  it("counts reprints as one story", () => {
    for (const { original, copies } of manifest.reprints) {
      const stories = graph
        .getAttribute("articles")
        .filter(({ id }) => [original, ...copies].includes(originOf.get(id)!))
        .map(({ reprintGroup }) => reprintGroup);
      expect(stories.length).toBe(1 + copies.length);
      expect(new Set(stories).size).toBe(1);
    }
  });

  it("has hardly anything of teasers, bylines and credits", () => {
    const { persons, places, organizations, authors, credits, outlets } = manifest.mustNot;
    const names = [...persons, ...places, ...organizations, ...authors, ...credits, ...outlets];
    const there = names.filter((name) => called(name).length > 0);
    expect(there.length, there.join(", ")).toBeLessThanOrEqual(SHARES.mustNot);
  });
});

/** What is found of an event in the second article is mostly limited by the analysis of that article. */
const SHARES = { found: 0.75, joined: 0.2, mustNot: 4 };
