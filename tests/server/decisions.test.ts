/** Decisions over HTTP: what may be written, and by whom. */
import { describe, expect, test } from "vitest";
import { toGraph } from "../../src/graph/build.ts";
import { parseDecisions } from "../../src/linking/index.ts";
import { createHandler } from "../../src/server/handle.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const graph = toGraph(knowledge);

function server(token?: string, text = "") {
  const written: string[] = [];
  const file = {
    read: async () => text + written.map((line) => `${line}\n`).join(""),
    fault: (line: string) => parseDecisions(line).notes[0]?.message,
    append: async (lines: readonly string[]) => void written.push(...lines),
    async replace(before: string, after: string) {
      if (before !== (await file.read())) return false;
      text = after;
      written.length = 0;
      return true;
    },
  };
  const handler = createHandler(graph, {
    writing: token === undefined ? { file } : { file, token },
  });
  const send =
    (method: string) =>
    (body: unknown, headers: Record<string, string> = {}) =>
      handler(
        new Request("http://127.0.0.1/api/decisions", {
          method,
          headers: { "Content-Type": "application/json", ...headers },
          body: typeof body === "string" ? body : JSON.stringify(body),
        }),
      );
  const read = () => handler(new Request("http://127.0.0.1/api/decisions"));
  return { handler, post: send("POST"), remove: send("DELETE"), read, file, written };
}

const GOOD = { lines: ["same Putin = Vladimir Putin", "not an actor Apple Daily"] };

describe("decisions", () => {
  test("are appended, and read again", async () => {
    const { post, read, file } = server(undefined, "# mine\nsame A = B\n");
    expect(await (await post(GOOD)).json()).toEqual({ added: 2 });
    const text = await file.read();
    expect(parseDecisions(text).decisions.map((decision) => decision.text)).toEqual([
      "same A = B",
      ...GOOD.lines,
    ]);
    expect(await (await read()).json()).toEqual({ text, own: GOOD.lines, asksForToken: false });
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
    expect(Object.keys(await described(server().handler))).toEqual(["get", "post", "delete"]);
    expect(await described(createHandler(graph))).toBeUndefined();
  });

  test("without a file for them there is nothing to write", async () => {
    const bare = createHandler(graph);
    const address = "http://127.0.0.1/api/decisions";
    expect((await bare(new Request(address))).status).toBe(404);
    for (const method of ["POST", "DELETE"]) {
      expect((await bare(new Request(address, { method, body: "{}" }))).status).toBe(405);
    }
  });
});

describe("taking decisions back", () => {
  const [SAME, NOBODY] = GOOD.lines as [string, string];
  const MINE = "# by hand\r\nsame A = B  # sure\r\n";

  test("takes out what came over HTTP, and leaves the rest as it stands", async () => {
    const { post, remove, read, file } = server(undefined, MINE);
    await post(GOOD);
    expect(await (await remove({ lines: [SAME] })).json()).toEqual({ removed: 1 });
    expect(await file.read()).toMatch(
      /^# by hand\r\nsame A = B {2}# sure\r\nnot an actor Apple Daily/,
    );
    expect((await (await read()).json()).own).toEqual([NOBODY]);
    await remove({ lines: [NOBODY] });
    expect(await file.read()).toBe(MINE);
  });

  test.each<[string, readonly string[], number]>([
    ["what was written by hand", ["same A = B"], 409],
    ["what is not there", ["same C = D"], 404],
    ["a comment", ["# by hand"], 404],
    ["one that is there and one that is not", [SAME, "same C = D"], 404],
    ["one line twice", [SAME, SAME], 404],
    ["nothing", [], 400],
  ])("refuses %s, and writes nothing", async (_, lines, status) => {
    const { post, remove, file } = server(undefined, MINE);
    await post(GOOD);
    const before = await file.read();
    expect((await remove({ lines })).status).toBe(status);
    expect(await file.read()).toBe(before);
  });

  test("refuses when the file has changed since it was read", async () => {
    const { post, remove, read, file } = server();
    await post(GOOD);
    const tag = (await read()).headers.get("etag")!;
    await post({ lines: ["same C = D"] });
    expect((await remove({ lines: [SAME] }, { "If-Match": tag })).status).toBe(412);
    expect(await file.read()).toContain(SAME);
    const now = `W/${(await read()).headers.get("etag")!}`;
    expect((await remove({ lines: [SAME] }, { "If-Match": now })).status).toBe(200);
    expect(await file.read()).not.toContain(SAME);
  });

  test("asks for the same token, origin and type as adding", async () => {
    const { post, remove, file } = server("open sesame");
    const allowed = { Authorization: "Bearer open sesame" };
    await post(GOOD, allowed);
    expect((await remove(GOOD)).status).toBe(401);
    expect((await remove(GOOD, { ...allowed, "Content-Type": "text/plain" })).status).toBe(415);
    expect((await remove(GOOD, { ...allowed, Origin: "https://evil.example" })).status).toBe(403);
    expect(await file.read()).toContain(SAME);
    expect((await remove(GOOD, allowed)).status).toBe(200);
  });
});
