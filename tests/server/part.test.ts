/** Parts of a graph that is too large to send: the same from memory and from a store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { json } from "../../src/formats/json.ts";
import { toGraph } from "../../src/graph/build.ts";
import { createHandler } from "../../src/server/handle.ts";
import { openingPart } from "../../src/server/part.ts";
import { type GraphSource, memorySource } from "../../src/server/source.ts";
import { openStore, writeStore } from "../../src/store/index.ts";

const graph = toGraph(syntheticKnowledge({ entities: 3000, events: 6000 }), { layout: false });
const folder = mkdtempSync(join(tmpdir(), "dramatis-part-"));
const path = join(folder, "large.db");
writeStore(graph, path);
const store = openStore(path);

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const sources: readonly (readonly [string, GraphSource])[] = [
  ["in memory", { ...memorySource(graph), isLarge: true }],
  [
    "in a store",
    {
      query: store,
      read: store.read,
      articles: store.articles,
      reading: () => undefined,
      whole: () => graph,
      isLarge: true,
    },
  ],
];

describe.each(sources)("a large graph %s", (_, source) => {
  const handler = createHandler(source);
  const ask = (address: string): Promise<Response> =>
    handler(new Request(`http://127.0.0.1${address}`));
  const read = async (address: string) => json.read!(await (await ask(address)).text());

  test("opens on a backbone that is a graph of its own", async () => {
    const part = await read("/api/opening?actors=60");
    expect(part.order).toBeLessThan(800);
    expect(part.size).toBeGreaterThan(100);
    expect(part.getAttribute("counts")).toEqual(graph.getAttribute("counts"));
    expect(part.getAttribute("part")).toEqual({ around: {} });
  });

  test("sends no event without all who take part in it", async () => {
    const part = await read("/api/opening?actors=60");
    const events = part.filterNodes((_id, { kind }) => kind === "event");
    expect(events.length).toBeGreaterThan(50);
    for (const id of events) expect(part.degree(id)).toBe(graph.degree(id));
  });

  test("sends the articles of every quote, and few quotes of a hub, saying how many there are", async () => {
    const part = await read("/api/opening?actors=60");
    const known = new Set(part.getAttribute("articles").map(({ id }) => id));
    let trimmed = 0;
    part.forEachNode((id, { evidence, sentences }) => {
      for (const { article } of evidence) expect(known.has(article)).toBe(true);
      const all = graph.getNodeAttribute(id, "evidence").length;
      expect(sentences ?? evidence.length).toBe(all);
      if (sentences !== undefined) trimmed++;
    });
    expect(trimmed).toBeGreaterThan(0);
  });

  test("tells of its articles and notes without being read whole", async () => {
    const whole = () => expect.unreachable("was read whole");
    const handler = createHandler({ ...source, whole });
    for (const name of ["articles", "notes"] as const) {
      const answer = await handler(new Request(`http://127.0.0.1/api/${name}`));
      expect(await answer.json()).toEqual(graph.getAttribute(name));
    }
  });

  test("tells of a neighborhood how much of it came", async () => {
    const [hub] = source.query.top({ limit: 1 });
    const part = await read(`/api/part?around=${hub!.id}`);
    const { edges, here } = part.getAttribute("part")!.around[hub!.id]!;
    expect(here).toBeLessThanOrEqual(edges);
    expect(part.degree(hub!.id)).toBeGreaterThan(0);
    const far = await read(`/api/part?around=${hub!.id}&hops=2`);
    expect(far.order).toBeGreaterThan(part.order);
  });

  test("sends chosen nodes and what is between them", async () => {
    const event = graph.findNode((_id, { kind }) => kind === "event")!;
    const part = await read(`/api/part?node=${event}&node=nobody`);
    expect(new Set(part.nodes())).toEqual(new Set([event, ...graph.neighbors(event)]));
  });

  test("turns down what makes no sense", async () => {
    expect((await ask("/api/part")).status).toBe(400);
    expect((await ask("/api/part?around=x&hops=9")).status).toBe(400);
    expect((await ask("/api/opening?actors=1e9")).status).toBe(400);
    expect((await ask("/api/article")).status).toBe(400);
    expect((await ask("/api/article?id=__proto__")).status).toBe(204);
  });
});

test("memory and store send the same bytes", () => {
  const [inMemory, inStore] = sources.map(([, source]) => openingPart(source, 60));
  const ids = (part: typeof inMemory): string[] => part!.nodes.map(({ key }) => key);
  expect(ids(inStore)).toEqual(ids(inMemory));
  expect(inStore!.edges.map(({ key }) => key)).toEqual(inMemory!.edges.map(({ key }) => key));
});

test("a small graph is sent whole, without the texts that it keeps", async () => {
  const small = toGraph(syntheticKnowledge({ entities: 30, events: 60 }), { layout: false });
  const id = small.getAttribute("articles")[0]!.id;
  const reading = { text: "A text.", findings: [] };
  small.setAttribute("texts", { [id]: reading });
  const handler = createHandler(small);
  const opening = await handler(new Request("http://localhost/api/opening"));
  const text = await opening.text();
  expect(json.read!(text).order).toBe(small.order);
  expect(text).not.toContain("A text.");
  const article = await handler(new Request(`http://localhost/api/article?id=${id}`));
  expect(await article.json()).toEqual(reading);
});
