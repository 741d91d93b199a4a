/** Decisions over HTTP: what may be written, and by whom. */
import { describe, expect, test } from "vitest";
import { toGraph } from "../../src/graph/build.ts";
import { parseDecisions } from "../../src/linking/index.ts";
import { createHandler } from "../../src/server/handle.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);

function server(token?: string) {
  const written: string[] = [];
  const file = {
    read: async () => written.join("\n"),
    fault: (line: string) => parseDecisions(line).notes[0]?.message,
    append: async (lines: readonly string[]) => void written.push(...lines),
  };
  const handler = createHandler(graph, {
    writing: token === undefined ? { file } : { file, token },
  });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    handler(
      new Request("http://127.0.0.1/api/decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
  return { handler, post, written };
}

const GOOD = { lines: ["same Putin = Vladimir Putin", "not an actor Apple Daily"] };

describe("decisions", () => {
  test("are appended, and read again", async () => {
    const { handler, post, written } = server();
    expect(await (await post(GOOD)).json()).toEqual({ added: 2 });
    expect(written).toEqual(GOOD.lines);
    const response = await handler(new Request("http://127.0.0.1/api/decisions"));
    expect(await response.json()).toEqual({ text: written.join("\n"), asksForToken: false });
  });

  test.each<[string, unknown, number]>([
    ["no JSON", "{", 400],
    ["no lines", {}, 400],
    ["null", "null", 400],
    ["no line at all", { lines: [] }, 400],
    ["what no build can read", { lines: ["delete everything"] }, 400],
    ["a line that is two", { lines: ["same A = B\nrename C -> D"] }, 400],
    ["a carriage return", { lines: ["same A = B\rx"] }, 400],
    ["numbers", { lines: [1] }, 400],
    ["a line without end", { lines: [`same A = ${"B".repeat(600)}`] }, 400],
    ["more than anybody decides", { lines: Array(300).fill("same A = B") }, 400],
    ["a large body", { lines: ["same A = B"], more: "x".repeat(100_000) }, 413],
  ])("%s is turned down, and nothing is written", async (_, body, status) => {
    const { post, written } = server();
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await response.json()).error.message.length).toBeGreaterThan(5);
    expect(written).toEqual([]);
  });

  test("a form of another page cannot write", async () => {
    const { post, written } = server();
    expect((await post(GOOD, { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await post(GOOD, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await post(GOOD, { Host: "evil.example" })).status).toBe(403);
    expect(written).toEqual([]);
  });

  test("with a token only who knows it may write", async () => {
    const { post, written } = server("open sesame");
    expect((await post(GOOD)).status).toBe(401);
    expect((await post(GOOD, { Authorization: "Bearer open sesam" })).status).toBe(401);
    expect(written).toEqual([]);
    expect((await post(GOOD, { Authorization: "Bearer open sesame" })).status).toBe(200);
    expect(written).toHaveLength(2);
  });

  test("are named among the addresses of a server that takes them, and of no other", async () => {
    const about = async (ask: ReturnType<typeof createHandler>) =>
      (await (await ask(new Request("http://127.0.0.1/api/"))).json()).decisions;
    expect(await about(server().handler)).toBe("/api/decisions");
    expect(await about(createHandler(graph))).toBeUndefined();
    const described = async (ask: ReturnType<typeof createHandler>) =>
      (await (await ask(new Request("http://127.0.0.1/api/openapi.json"))).json()).paths[
        "/api/decisions"
      ];
    expect(Object.keys(await described(server().handler))).toEqual(["get", "post"]);
    expect(await described(createHandler(graph))).toBeUndefined();
  });

  test("without a file for them there is nothing to write", async () => {
    const bare = createHandler(graph);
    const address = "http://127.0.0.1/api/decisions";
    expect((await bare(new Request(address))).status).toBe(404);
    expect((await bare(new Request(address, { method: "POST", body: "{}" }))).status).toBe(405);
  });
});
