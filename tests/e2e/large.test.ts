/** A graph that is too large to send: it opens on a backbone, and whatever is asked for is fetched from the store behind the server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syntheticKnowledge } from "../../bench/synthetic-knowledge.ts";
import { toGraph } from "../../src/graph/build.ts";
import { writeStore } from "../../src/store/index.ts";
import { openStage, PATIENCE_MS, type Stage, whyNot } from "./browser.ts";

const reason = whyNot();
if (reason !== undefined) console.log(`tests in the browser are skipped: ${reason}`);

describe.skipIf(reason !== undefined)("a graph of 24,000 nodes out of a store", () => {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-large-"));
  let stage: Stage;
  let page: Page;
  let rare: string;
  let rareName: string;
  const hash = (): string => decodeURIComponent(page.url().split("#")[1] ?? "");

  beforeAll(async () => {
    const graph = toGraph(syntheticKnowledge({ entities: 8000, events: 16_000 }), {
      layout: false,
    });
    // Somebody of whom one story tells, with two others: not in any backbone.
    const isShared = (id: string): boolean =>
      graph.someNeighbor(id, (event, { kind }) => kind === "event" && graph.degree(event) > 2);
    rare = graph
      .filterNodes((id, { kind, stories }) => kind === "person" && stories === 1 && isShared(id))
      .at(-1)!;
    rareName = graph.getNodeAttribute(rare, "name");
    writeStore(graph, join(folder, "large.db"));
    stage = await openStage([join(folder, "large.db")]);
    page = await stage.open();
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens on the backbone and says of how much", async () => {
    const caption = await page.textContent(".caption-text");
    expect(caption).toMatch(/of 8,000 actors/);
    expect(caption).toMatch(/fetched so far/);
    expect(await page.textContent("#panel .facts")).toContain("16,000 events");
    expect(await page.evaluate(() => window.dramatis!.shown().length)).toBeGreaterThan(50);
    await stage.screenshot(page, "large");
  });

  it("finds by search who is not in the picture, and fetches what is around", async () => {
    expect(await page.evaluate((id) => window.dramatis!.shown().includes(id), rare)).toBe(false);
    await page.keyboard.press("/");
    await page.keyboard.type(rareName);
    await page.waitForSelector(`#found [role=option] >> text="${rareName}"`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#panel .quote blockquote") !== null);
    expect(hash()).toContain("at=node");
    const id = hash()
      .replace(/.*at=node[ +]/, "")
      .split("&")[0]!;
    await page.waitForFunction((one) => window.dramatis!.shown().includes(one), id);
  });

  it("opens a link to somebody who has to be fetched first", async () => {
    const other = await stage.open({ hash: `at=node+${rare}` });
    await other.waitForFunction(
      (name) => document.querySelector("#panel h2")?.textContent === name,
      rareName,
    );
    await other.waitForFunction((id) => window.dramatis!.shown().includes(id), rare);
    await other.close();
  });

  it("tells of a hub how much of it is here, and fetches more quotes", async () => {
    await page.evaluate(() => {
      location.hash = "";
    });
    await page.waitForSelector("#panel .cast .node-link");
    await page.click("#panel .cast li:first-child .node-link");
    await page.waitForSelector("#panel .tally.part");
    await page.waitForFunction(() =>
      /best told of its/.test(document.querySelector("#panel")?.textContent ?? ""),
    );
    const before = await page.textContent("#panel .quotes .tally");
    await page.click("#panel .quotes .tally.part button");
    await page.waitForFunction(
      (text) => document.querySelector("#panel .quotes .tally")?.textContent !== text,
      before,
    );
  });

  it("expands in place, and shows one more step around", async () => {
    const count = (): Promise<number> => page.evaluate(() => window.dramatis!.shown().length);
    await page.evaluate((id) => {
      location.hash = `read=actors&shown=20&at=node+${id}`;
    }, rare);
    await page.waitForFunction((id) => window.dramatis!.shown().includes(id), rare);
    const before = await count();
    await page.click("#panel .actions >> text=Expand");
    await page.waitForFunction((least) => window.dramatis!.shown().length > least, before);
    await page.click("#panel .actions >> text=Only around");
    await page.waitForFunction(() => location.hash.includes("around=1"));
    await page.click("#panel .actions >> text=Around: 2 steps");
    await page.waitForFunction(() => location.hash.includes("around=2"));
    await page.waitForFunction(() => !document.body.classList.contains("is-fetching"));
    expect(await count()).toBeGreaterThan(3);
  });

  it("asks the server for a path and tells it as a chain of sentences", async () => {
    const ends = await page.evaluate(async () => {
      const top = (await (await fetch("api/top?limit=12")).json()) as { id: string }[];
      return [top[0]!.id, top[11]!.id];
    });
    await page.evaluate(([from, to]) => {
      location.hash = `at=path+${from}+${to}`;
    }, ends);
    await page.waitForSelector("#panel .chain .quote");
  });

  it("fetches more of the backbone with the slider", async () => {
    await page.evaluate(() => {
      location.hash = "read=actors";
    });
    const loaded = async (): Promise<number> =>
      Number(
        /([\d,]+) fetched so far/
          .exec((await page.textContent(".caption-text")) ?? "")![1]!
          .replace(",", ""),
      );
    const before = await loaded();
    await page.locator("#shown").fill("100");
    await page.waitForFunction(
      (least) =>
        Number(
          /([\d,]+) fetched so far/
            .exec(document.querySelector(".caption-text")?.textContent ?? "")?.[1]
            ?.replace(",", "") ?? 0,
        ) > least,
      before + 500,
    );
  });

  const listed = (): Promise<number> =>
    page
      .locator("#sheet .tally.part")
      .textContent()
      .then((text) => Number(/([\d,]+) of/.exec(text ?? "")![1]!.replace(",", "")));

  it.each([
    ["the table of actors", "view=table", /of 8,000 actors/],
    ["the table of events", "view=table&list=events&sort=-day", /of 16,000 events/],
    ["the map", "view=map", /of 16,000 events/],
    ["the timeline of all", "view=time", /of 16,000 events/],
  ])("says in %s of which part it is, and fetches more of it", async (_, hash, part) => {
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    await page.waitForSelector("#sheet .tally.part");
    expect(await page.textContent("#sheet .tally.part")).toMatch(part);
    await page.waitForFunction(() => !document.body.classList.contains("is-fetching"));
    const before = await listed();
    await page.click("#sheet .tally.part button");
    await page.waitForFunction(
      (least) =>
        Number(
          /([\d,]+) of/
            .exec(document.querySelector("#sheet .tally.part")?.textContent ?? "")?.[1]
            ?.replace(",", "") ?? 0,
        ) >= least,
      before + 400,
    );
  });

  it("fetches the events of one actor for its timeline", async () => {
    const hub = await page.evaluate(async () => {
      const top = (await (await fetch("api/top?limit=1")).json()) as { id: string }[];
      return top[0]!.id;
    });
    await page.evaluate((id) => {
      location.hash = `view=time&at=node+${id}`;
    }, hub);
    await page.waitForFunction(() =>
      /of its [\d,]+ events and ties/.test(
        document.querySelector("#sheet .tally.part")?.textContent ?? "",
      ),
    );
    const marks = (): Promise<string | null> => page.textContent("#sheet .facts");
    const before = await marks();
    await page.click("#sheet .tally.part button");
    await page.waitForFunction(
      (text) => document.querySelector("#sheet .facts")?.textContent !== text,
      before,
    );
  });

  it("logged no error and asked nobody else", () => {
    expect(stage.faults).toEqual([]);
  });
});
