/** The server is a function: no socket is opened here, save in the last test. */
import { describe, expect, test } from "vitest";
import { FORMATS, json } from "../../src/formats/index.ts";
import { toGraph } from "../../src/graph/build.ts";
import { CALLS } from "../../src/graph/query/calls.ts";
import { createHandler } from "../../src/server/handle.ts";
import { listen } from "../../src/server/listen.ts";
import { memorySource } from "../../src/server/source.ts";
import { etagOf, type StaticFile } from "../../src/server/viewer-files.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);

function file(text: string, mediaType: string): StaticFile {
  const bytes = new TextEncoder().encode(text);
  return { bytes, mediaType, etag: etagOf(bytes) };
}

const handler = createHandler(graph, {
  files: new Map([
    [
      "/index.html",
      file(
        "<!doctype html><head><title>viewer</title></head><body></body>",
        "text/html; charset=utf-8",
      ),
    ],
    ["/assets/main.js", file("export {}", "text/javascript; charset=utf-8")],
  ]),
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  handler(new Request(`http://127.0.0.1:4747${path}`, init));

const answer = async (path: string) => (await ask(path)).json();

describe("the calls", () => {
  test.each([
    ["/api/find?text=xi", (found: { id: string }[]) => found[0]!.id, "person:xi-jinping"],
    ["/api/get?node=Putin", (node: { id: string }) => node.id, "person:vladimir-putin"],
    ["/api/get?node=place%3Aberlin-germany", (node: { id: string }) => node.id, "place:berlin"],
    [
      "/api/neighbors?node=Xi+Jinping&depth=2&kinds=person",
      (found: { nodes: { id: string }[] }) => found.nodes[0]!.id,
      "person:vladimir-putin",
    ],
    ["/api/paths?from=Peskov&to=Xi+Jinping&limit=1", (paths: unknown[]) => paths.length, 1],
    [
      "/api/events?acts=CONSULT,PROTEST&since=2023-03-01",
      (found: { total: number }) => found.total,
      4,
    ],
    ["/api/timeline?node=country%3ACHN", (entries: unknown[]) => entries.length, 2],
    ["/api/evidence?node=Putin&limit=1", (found: { items: unknown[] }) => found.items.length, 1],
    [
      "/api/subgraph?nodes=Putin&nodes=country%3ARUS",
      (part: { edges: unknown[] }) => part.edges.length,
      1,
    ],
    ["/api/top?by=degree&limit=3", (ranked: unknown[]) => ranked.length, 3],
    [
      "/api/projection?by=country&all=true",
      (edges: { source: string }[]) => edges[0]!.source.length,
      3,
    ],
    ["/api/projection?by=mention", (pairs: { sentences: number }[]) => pairs[0]!.sentences, 4],
    ["/api/communities", (found: { name: string }[]) => found[0]!.name.length > 0, true],
    ["/api/articles", (articles: unknown[]) => articles.length, 8],
    ["/api/notes", (notes: unknown[]) => notes.length, 1],
    ["/api/", (about: { calls: unknown[] }) => about.calls.length, 9],
  ])("%s is answered", async (path, pick, expected) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(pick((await response.json()) as never)).toEqual(expected);
  });

  test.each([
    ["/api/neighbors?node=Nobody", 404, /no "Nobody"/],
    ["/api/neighbors", 400, /takes <node>/],
    ["/api/neighbors?node=Xi&depth=x", 400, /whole number/],
    ["/api/neighbors?node=Xi&deep=1", 400, /no parameter "deep"/],
    ["/api/top?by=beauty", 400, /unknown/],
    ["/api/projection?by=planet", 400, /expected actor, country, mention/],
    ["/api/projection?by=constructor", 400, /unknown/],
    ["/api/graph.docx", 404, /unknown format "docx"/],
    ["/api/dance", 404, /no such call/],
  ])("%s is turned down with %i and a sentence", async (path, status, message) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message).toMatch(message);
  });
});

describe("the graph", () => {
  test("comes as JSON to the byte", async () => {
    const response = await ask("/api/graph");
    expect(await response.text()).toBe([...json.write(graph)].join(""));
  });

  test.each(FORMATS.map(({ name }) => name))("comes as %s", async (name) => {
    const response = await ask(`/api/graph.${name}`);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    if (name !== "json")
      expect(response.headers.get("content-disposition")).toMatch(
        /^attachment; filename="graph\.[\w.-]+"$/,
      );
  });

  test("is laid out when a format with positions is asked for, not before", async () => {
    const bare = toGraph(knowledge, { layout: false });
    const isDrawn = () => bare.everyNode((_, { x }) => x !== undefined);
    const get = createHandler(bare);
    for (const path of [
      "articles",
      "communities",
      "projection",
      "graph.turtle",
      "get?node=Putin",
    ]) {
      await get(new Request(`http://localhost/api/${path}`));
    }
    expect(isDrawn()).toBe(false);
    await get(new Request("http://localhost/api/opening"));
    expect(isDrawn()).toBe(true);
  });

  test("is not sent again to whoever has it", async () => {
    const etag = (await ask("/api/graph")).headers.get("etag")!;
    expect(etag).toMatch(/^"/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const response = await ask("/api/graph", { headers: { "If-None-Match": known } });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
    }
    expect((await ask("/api/graph", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  test("is compressed for whoever understands it", async () => {
    const response = await ask("/api/graph", { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const text = await new Response(
      response.body!.pipeThrough(new DecompressionStream("gzip")),
    ).text();
    expect(text).toBe([...json.write(graph)].join(""));
  });
});

describe("the viewer", () => {
  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html", "text/html; charset=utf-8"],
    ["/assets/main.js", "text/javascript; charset=utf-8"],
  ])("%s is served as %s", async (path, mediaType) => {
    const response = await ask(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, mediaType]);
  });

  test.each([
    "/../package.json",
    "/..%2f..%2fetc/passwd",
    "/assets/../../package.json",
    "//etc/passwd",
    "/assets/",
    "/%00",
    "/%",
  ])("%s leads nowhere", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("without it the address says where the data are", async () => {
    const bare = createHandler(graph);
    const response = await bare(new Request("http://localhost/"));
    expect(await response.text()).toContain("api/");
  });
});

describe("safety", () => {
  test.each(["/", "/api/graph", "/api/dance", "/nothing"])(
    "%s carries the headers that forbid",
    async (path) => {
      const { headers } = await ask(path);
      const policy = headers.get("content-security-policy")!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test.each([
    ["127.0.0.1:4747", 200],
    ["localhost", 200],
    ["[::1]:8080", 200],
    ["LOCALHOST:1", 200],
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost:4747.evil.example", 403],
    ["", 403],
  ])("the host %j gets %i", async (host, status) => {
    expect((await ask("/api/", { headers: { Host: host } })).status).toBe(status);
  });

  test("a host that the user named is answered", async () => {
    const open = createHandler(graph, { hosts: ["news.internal"] });
    const request = new Request("http://news.internal/api/", {
      headers: { Host: "news.internal:80" },
    });
    expect((await open(request)).status).toBe(200);
  });

  test.each([
    ["http://127.0.0.1:4747", 200],
    ["http://localhost:3000", 200],
    ["https://evil.example", 403],
    ["null", 403],
    ["file://", 403],
    ["not an origin", 403],
  ])("a page from %s gets %i", async (origin, status) => {
    expect((await ask("/api/", { headers: { Origin: origin } })).status).toBe(status);
  });

  test("a flood of questions is turned away, and let in again", async () => {
    let now = 0;
    const flooded = createHandler(graph, { now: () => now });
    const askNow = () => flooded(new Request("http://127.0.0.1/api/notes"));
    const statuses: number[] = [];
    for (let i = 0; i < 2100; i++) statuses.push((await askNow()).status);
    expect(statuses.indexOf(429)).toBe(2000);
    now = 1000;
    expect((await askNow()).status).toBe(200);
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not allowed", async (method) => {
    const response = await ask("/api/top", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("an endless address is turned down", async () => {
    expect((await ask(`/api/find?text=${"x".repeat(10_000)}`)).status).toBe(414);
  });

  test("a fault inside tells nothing of the inside", async () => {
    const query = new Proxy(
      {},
      {
        get: () => () => {
          throw new Error("secret at /home/me/x.ts");
        },
      },
    );
    const broken = createHandler({ ...memorySource(graph), query: query as never });
    const response = await broken(new Request("http://localhost/api/top"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secret|home|\.ts/);
  });
});

describe("the OpenAPI document", () => {
  test("describes every call with its parameters", async () => {
    const { openapi, paths } = await answer("/api/openapi.json");
    expect(openapi).toBe("3.1.0");
    for (const { name, parameters, positional } of CALLS) {
      const described = paths[`/api/${name}`].get.parameters.map(
        (parameter: { name: string }) => parameter.name,
      );
      expect(described).toEqual([...positional, ...parameters].map((parameter) => parameter.name));
    }
  });

  test("describes nothing that is not there", async () => {
    const { paths } = await answer("/api/openapi.json");
    for (const path of Object.keys(paths)) {
      const { status } = await ask(path.replace("{format}", "gexf"));
      expect([200, 400]).toContain(status);
    }
  });
});

test("HEAD tells as much as GET, without the body", async () => {
  const response = await ask("/api/top", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

test("behind a socket it answers on loopback, to loopback names only", async () => {
  const server = await listen(handler);
  try {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(`${server.address}api/top?limit=1`);
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveLength(1);
  } finally {
    await server.close();
  }
});
