/** The commands on a store, called as a user calls them. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dramatis } from "./fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "dramatis-cli-store-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const met = {
  title: "Leaders meet in Moscow",
  text: "Chinese President Xi Jinping met Russian President Vladimir Putin in Moscow on Tuesday. The two leaders spoke for more than four hours and had dinner together, officials said. It was the first visit of the Chinese leader since the start of the war.",
  date: "2023-03-21",
  outlet: "Sample Herald",
};
const phoned = {
  title: "Macron calls Scholz over grain",
  text: "French President Emmanuel Macron phoned German Chancellor Olaf Scholz on Monday to talk about exports of grain. The two leaders spoke for an hour and agreed to meet in Berlin next month, the chancellery said in a statement.",
  date: "2023-04-03",
  outlet: "Sample Courier",
};

beforeAll(async () => {
  mkdirSync(at("news"));
  mkdirSync(at("more"));
  mkdirSync(at("nothing"));
  writeFileSync(at("news/met.jsonl"), JSON.stringify(met));
  writeFileSync(at("more/phoned.jsonl"), JSON.stringify(phoned));
  writeFileSync(at("more/empty.txt"), "");
  writeFileSync(at("nothing/empty.txt"), "");
  await dramatis(["build", at("news"), "-o", at("one.json")]);
  await dramatis(["build", at("news"), at("more"), "-o", at("both.json")]);
  await dramatis(["build", at("news"), "-o", at("graph.db")]);
});

const exported = async (): Promise<string> =>
  (await dramatis(["export", at("graph.db"), "-f", "json"])).out;

describe("a store", () => {
  test("is exported as what building it as a file gives", async () => {
    expect(await exported()).toBe(readFileSync(at("one.json"), "utf8"));
  });

  test("grows and shrinks, exact to the byte", async () => {
    const added = await dramatis(["add", at("graph.db"), at("more")]);
    expect([added.code, added.err]).toEqual([0, expect.stringContaining("1 article added")]);
    expect(await exported()).toBe(readFileSync(at("both.json"), "utf8"));
    expect((await dramatis(["add", at("graph.db"), at("more")])).err).toContain("nothing new");
    expect((await dramatis(["verify", at("graph.db")])).out).toContain(" 0 faults");
    const removed = await dramatis(["remove", at("graph.db"), "Sample Courier", "--json"]);
    expect(JSON.parse(removed.out)).toMatchObject({ removed: 1, articles: 1 });
  });

  test("is asked and served as a file is", async () => {
    const { out } = await dramatis(["query", at("graph.db"), "neighbors", "Xi Jinping"]);
    const { out: same } = await dramatis(["query", at("one.json"), "neighbors", "Xi Jinping"]);
    expect(out).toBe(same);
    const whileServing = async (printed: string): Promise<void> => {
      const { address } = JSON.parse(printed) as { address: string };
      const answer = await fetch(new URL("api/get?node=Vladimir+Putin", address));
      expect(await answer.json()).toMatchObject({ id: "person:vladimir-putin" });
    };
    const served = await dramatis(["serve", at("graph.db"), "--json"], { whileServing });
    expect([served.code, served.err]).toEqual([0, ""]);
  });
});

describe("a wrong call ends with 2 and one sentence, and touches nothing", () => {
  test.each([
    [["add", "none.db", "news"], /there is no file/],
    [["add", "one.json", "news"], /is not a store/],
    [["verify", "one.json"], /is not a store/],
    [["remove", "one.json", "x"], /is not a store/],
    [["build", "news", "-o", "none/graph.db"], /its folder does not exist/],
    [["add", "graph.db", "missing"], /missing/],
  ])("%j", async (args, message) => {
    const before = readFileSync(at("graph.db"));
    const paths = args.map((arg, i) => (i > 0 && arg !== "-o" && arg !== "x" ? at(arg) : arg));
    const { code, err } = await dramatis(paths);
    expect([code, err.trim().split("\n").length]).toEqual([2, 1]);
    expect(err).toMatch(message);
    expect(readFileSync(at("graph.db")).equals(before)).toBe(true);
  });

  test("a folder without articles makes no store", async () => {
    expect((await dramatis(["build", at("nothing"), "-o", at("empty.db")])).code).toBe(1);
    expect((await dramatis(["query", at("empty.db"), "top"])).err).toMatch(/there is no file/);
  });

  test("an article that is not there cannot be removed", async () => {
    expect((await dramatis(["remove", at("graph.db"), "Nobody's Times"])).code).toBe(1);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that is read-only", async () => {
    chmodSync(folder, 0o555);
    const { code, err } = await dramatis(["build", at("news"), "-o", at("graph.db")]);
    chmodSync(folder, 0o755);
    expect([code, err]).toEqual([2, expect.stringMatching(/permission denied/)]);
  });
});
