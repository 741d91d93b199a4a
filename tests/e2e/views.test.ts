/** Every view and tool, clicked: reading, ego network, path, time, table, timeline, map, export, corrections, named views, the link that brings it all back. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, PATIENCE_MS, root, type Stage, whyNot } from "./browser.ts";

const reason = whyNot();
if (reason !== undefined) console.log(`tests in the browser are skipped: ${reason}`);

describe.skipIf(reason !== undefined)("views and tools", () => {
  let stage: Stage;
  let page: Page;
  let decisions: string;
  const shown = (): Promise<readonly string[]> => page.evaluate(() => window.dramatis!.shown());
  const go = async (hash: string): Promise<void> => {
    await page.evaluate((text) => {
      location.hash = text === "" ? "#" : text;
    }, hash);
    await page.waitForTimeout(150);
  };
  const title = (): Promise<string | null> => page.textContent("#panel h2");

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.open();
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
  });

  it("shows events as nodes or folds them into lines between actors", async () => {
    await page.click("#caption >> text=Events");
    const events = (await shown()).filter((id) => id.startsWith("event:"));
    expect(events.length).toBeGreaterThan(20);
    await page.click("#caption >> text=Actors only");
    expect((await shown()).some((id) => id.startsWith("event:"))).toBe(false);
  });

  it("unfolds the lines of an actor in focus into one curve an act, with its verb", async () => {
    await go("read=actors&at=node+country:UKR");
    await page.waitForFunction(() =>
      window
        .dramatis!.labels()
        .some(({ text }) => /^(meets|accuses|sanctions|rejects|asks|works|agrees)/.test(text)),
    );
    await stage.screenshot(page, "fan");
  });

  it("opens what is between two actors when their line is clicked", async () => {
    await go("read=actors");
    await page.waitForTimeout(400);
    const middle = await page.evaluate(() => {
      const probe = window.dramatis!;
      const spots = probe.shown().map((id) => probe.spotOf(id)!);
      for (const { source, target } of probe.edges()) {
        const [a, b] = [probe.spotOf(source)!, probe.spotOf(target)!];
        const spot = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        const isFree = spots.every(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) > 26);
        if (isFree && spot.x > 40 && spot.y > 40 && Math.hypot(a.x - b.x, a.y - b.y) > 80)
          return spot;
      }
      return undefined;
    });
    expect(middle).toBeDefined();
    const box = await page.locator("#canvas").boundingBox();
    await page.mouse.move(box!.x + middle!.x, box!.y + middle!.y);
    await page.waitForTimeout(100);
    await page.mouse.click(box!.x + middle!.x, box!.y + middle!.y);
    await page.waitForFunction(() => location.hash.includes("at=pair"));
    expect(await page.isVisible("#panel .quote blockquote")).toBe(true);
  });

  it("narrows down to the neighborhood of one actor, step by step, and back", async () => {
    await go("read=actors&at=node+person:xi-jinping");
    const before = await shown();
    await page.click("#panel .actions >> text=Only around");
    await page.waitForFunction((count) => window.dramatis!.shown().length < count, before.length);
    const one = (await shown()).length;
    expect(await page.textContent(".caption-text")).toContain("around Xi Jinping");
    await page.click("#panel .actions >> text=Around: 2 steps");
    await page.waitForFunction((count) => window.dramatis!.shown().length > count, one);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !location.hash.includes("around"));
  });

  it("expands in place: newcomers appear, nobody moves", async () => {
    await go("read=actors&shown=20&at=node+country:CHN");
    const ids = await shown();
    const spot = await page.evaluate(() => window.dramatis!.spotOf("country:CHN"));
    await page.click("#panel .actions >> text=Expand");
    await page.waitForFunction((count) => window.dramatis!.shown().length > count, ids.length);
    const after = await page.evaluate(() => window.dramatis!.spotOf("country:CHN"));
    expect(after).toBeDefined();
    await go("read=actors&shown=20&at=node+country:CHN");
    expect(await page.evaluate(() => window.dramatis!.spotOf("country:CHN"))).toEqual(spot);
  });

  it("shows more with the slider", async () => {
    await go("read=actors&shown=20");
    const few = (await shown()).length;
    await page.locator("#shown").fill("100");
    await page.waitForFunction((count) => window.dramatis!.shown().length > count * 3, few);
  });

  it("tells a path as a chain of sentences", async () => {
    await go("read=actors&at=node+person:xi-jinping");
    await page.click("#panel .actions >> text=Path to");
    await page.keyboard.type("zelensk");
    await page.waitForSelector("#found [role=option]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("at=path"));
    expect(await page.locator("#panel .chain .quote").count()).toBeGreaterThan(0);
    await stage.screenshot(page, "path");
  });

  it("restricts to a window of time by dragging over the histogram, and plays", async () => {
    await go("read=actors");
    const before = (await shown()).length;
    const track = await page.locator("#time .track").boundingBox();
    await page.mouse.move(track!.x + track!.width * 0.3, track!.y + 20);
    await page.mouse.down();
    await page.mouse.move(track!.x + track!.width * 0.45, track!.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => location.hash.includes("since="));
    await page.waitForFunction((count) => window.dramatis!.shown().length < count, before);
    const since = /since=([\d-]+)/.exec(page.url())?.[1];
    await page.click("#time .play");
    await page.waitForFunction((day) => /since=([\d-]+)/.exec(location.hash)?.[1] !== day, since, {
      timeout: 5000,
    });
    await page.click("#time .play");
    await page.click("#time >> text=All time");
    await page.waitForFunction(() => !location.hash.includes("since="));
    expect((await shown()).length).toBe(before);
  });

  it("answers who met whom in a month: days typed, one kind of events, and the panel says only that", async () => {
    await go("at=node+person:xi-jinping");
    const rows = (): Promise<number> => page.locator("#panel .event-row").count();
    const before = await rows();
    await page.click("#time .window summary");
    const [from, to] = [page.locator(".days input").first(), page.locator(".days input").last()];
    await to.fill("2023-03-31");
    await from.fill("2023-03-01");
    await page.waitForFunction(() => location.hash.includes("since=2023-03-01&until=2023-03-31"));
    await page.waitForSelector("#panel .scope");
    expect(await rows()).toBeLessThan(before);
    await page.click("#legend >> text=Kinds of events");
    await page.locator('#legend [aria-label="Only Talks and visits"]').dispatchEvent("click");
    await page.waitForFunction(() => location.hash.includes("without-acts="));
    const days = await page.$$eval("#panel .event-row .day", (all) =>
      all.map((day) => day.textContent ?? ""),
    );
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((day) => day.endsWith("Mar 2023"))).toBe(true);
    const acts = await page.$$eval("#panel .pair-list .act", (all) =>
      all.map((act) => act.textContent?.replace("← ", "")),
    );
    expect(new Set(acts)).toEqual(new Set(["meets"]));
    expect(await page.textContent("#panel .scope")).toMatch(
      /^\d+ of \d+ events pass the filters, 1–31 Mar 2023$/,
    );
    await page.click("#legend .reset");
  });

  it("says for all to see that the link is copied", async () => {
    await page.click(".tool-link");
    await page.waitForSelector("#announcer.said");
    expect(await page.textContent("#announcer")).toContain("link");
  });

  it("lists everything in a table that sorts and shares the focus", async () => {
    await go("");
    await page.click("#views >> text=Table");
    const names = (): Promise<string[]> =>
      page.$$eval("#sheet tbody .node-link", (all) => all.map((item) => item.textContent ?? ""));
    const byStories = await names();
    await page.click("#sheet th >> text=Name");
    const byName = await names();
    expect(byName).not.toEqual(byStories);
    expect(byName[0]!.toLowerCase() <= byName[1]!.toLowerCase()).toBe(true);
    await page.click("#sheet tbody tr:nth-child(3)");
    expect(await title()).toBe(byName[2]);
    expect(await page.getAttribute("#sheet tbody tr:nth-child(3)", "aria-current")).toBe("true");
    for (const list of ["Events", "Relations", "Articles"]) {
      await page.click(`#sheet .table-head >> text=${list}`);
      expect(await page.locator("#sheet tbody tr").count()).toBeGreaterThan(10);
    }
    await page.click("#sheet tbody tr:first-child");
    await page.waitForFunction(() => location.hash.includes("at=article"));
    expect(await page.textContent("#panel .kind")).toBe("article");
    await stage.screenshot(page, "table");
  });

  it("lays the events of one actor along time", async () => {
    await go("view=time&at=node+country:RUS");
    expect(await page.textContent("#sheet h2")).toBe("Russia");
    expect(await page.locator("#sheet .mark").count()).toBeGreaterThan(5);
    await page.locator("#sheet .mark").first().click();
    expect(await page.textContent("#panel .kind")).toContain("event");
    await stage.screenshot(page, "timeline");
  });

  it("draws a map offline and reads a country that is clicked on it", async () => {
    await go("view=map");
    await page.waitForFunction(() =>
      /\d+ countr/.test(document.querySelector(".map-caption")?.textContent ?? ""),
    );
    expect(await page.getAttribute(".map-canvas", "aria-label")).toContain("Russia");
    await stage.screenshot(page, "map");
    const box = (await page.locator(".map-canvas").boundingBox())!;
    const isOver = (): Promise<boolean> =>
      page.evaluate(() => document.querySelector(".map-canvas.over-node") !== null);
    search: for (let y = 0.25; y < 0.75; y += 0.02) {
      for (let x = 0.1; x < 0.95; x += 0.03) {
        await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
        if (await isOver()) {
          await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
          break search;
        }
      }
    }
    expect(await page.textContent("#panel .kind")).toMatch(/country|place/);
  });

  it("colors by community and sizes by a metric", async () => {
    await go("");
    await page.selectOption("#legend >> select >> nth=0", "community");
    await page.selectOption("#legend >> select >> nth=1", "pagerank");
    await page.waitForFunction(
      () => location.hash.includes("color=community") && location.hash.includes("size=pagerank"),
    );
    await stage.screenshot(page, "communities");
  });

  it("saves the picture with its caption, the data in four formats, and the table as it is listed", async () => {
    await go("read=actors&at=node+country:CHN");
    const saveAs = async (name: string): Promise<Buffer> => {
      await page.keyboard.press("d");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.click(`dialog.take .choice:has(strong:text-is("${name}"))`),
      ]);
      return readFileSync((await download.path())!);
    };
    const svg = (await saveAs("SVG")).toString();
    expect(svg).toContain("actors");
    expect(svg).toContain("China");
    expect((await saveAs("PNG")).subarray(1, 4).toString()).toBe("PNG");
    const json = JSON.parse((await saveAs("JSON")).toString());
    expect(json.nodes.length).toBe((await shown()).length);
    expect((await saveAs("GEXF")).toString()).toContain("<gexf");
    expect((await saveAs("GraphML")).toString()).toContain("<graphml");
    expect((await saveAs("CSV")).subarray(0, 2).toString()).toBe("PK");
    await go("view=table&list=events&sort=day&since=2023-03-01&until=2023-03-31");
    const [head, ...rows] = (await saveAs("Table")).toString().trim().split("\r\n");
    expect(head).toBe("Day,What,Kind,Status,Stories,Outlets");
    expect(rows.length).toBe(await page.locator("#sheet tbody tr").count());
    expect(rows.at(-1)).toMatch(/^2023-03-\d\d,/);
  });

  it("merges two actors by hand, shows it at once, saves the decision and takes it back", async () => {
    await go("at=node+country:CHN");
    await page.keyboard.press("c");
    await page.selectOption("#same-as", { index: 1 });
    const twin = await page.inputValue("#same-as");
    await page.click("dialog.correct >> text=Merge");
    await page.waitForFunction((id) => !window.dramatis!.shown().includes(id), twin);
    await page.click(".tool-pen");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Save decisions.txt"),
    ]);
    expect(readFileSync((await download.path())!, "utf8")).toBe(`same country:CHN = ${twin}\n`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await page.waitForFunction((id) => window.dramatis!.shown().includes(id), twin);
  });

  it("rejects a tie that is wrong: it goes, the line is written, undo brings it back", async () => {
    await go("at=pair+country:RUS+person:vladimir-putin");
    await page.waitForSelector("#panel .tie-list >> text=wrong?");
    const ties = await page.locator("#panel .tie-list li").count();
    await page.locator("#panel .tie-list >> text=wrong?").first().click();
    await page.waitForFunction(
      (count) => document.querySelectorAll("#panel .tie-list li").length < count,
      ties,
    );
    await page.click(".tool-pen");
    expect(await page.textContent("dialog.correct .decisions")).toMatch(/^wrong \S+/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Save decisions.txt"),
    ]);
    decisions = (await download.path())!;
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await page.waitForFunction(
      (count) => document.querySelectorAll("#panel .tie-list li").length === count,
      ties,
    );
  });

  it("hands the rejection to the next build, which obeys it", () => {
    const edge = readFileSync(decisions, "utf8").trim().slice("wrong ".length);
    const built = JSON.parse(
      execFileSync(
        process.execPath,
        [
          ...[join(root, "dist/cli/main.js"), "build", join(root, "data/sample"), "-o", "-"],
          ...["--decisions", decisions, "--no-layout", "--quiet"],
        ],
        { encoding: "utf8", maxBuffer: 1e8 },
      ),
    );
    expect(built.edges.map(({ key }: { key: string }) => key)).not.toContain(edge);
    expect(built.nodes.map(({ key }: { key: string }) => key)).toContain("country:RUS");
    expect(
      built.attributes.notes.filter(({ message }: { message: string }) =>
        message.includes("wrong"),
      ),
    ).toEqual([]);
  }, 60_000);

  it("reads a whole article with every finding underlined and the rule of each", async () => {
    await go("at=node+person:xi-jinping");
    await page.locator("#panel .quote .article-link").first().click();
    await page.waitForSelector("#panel .reading-text .finding");
    const id = decodeURIComponent(page.url())
      .replace(/.*at=article[ +]/, "")
      .split("&")[0]!;
    const kept = await page.evaluate(
      async (article) => (await fetch(`api/article?id=${article}`)).json(),
      id,
    );
    const shown = await page.$$eval("#panel .reading-text p", (all) =>
      all.map((item) => item.textContent).join(""),
    );
    expect(shown.replace(/\s/g, "")).toBe(kept.text.replace(/\s/g, ""));
    const finding = page.locator("#panel .reading-text .finding.mark-person").first();
    await finding.hover();
    expect(await page.textContent("#panel .reading-says")).toMatch(/person: .+\(rule .+\)/);
    expect(await finding.getAttribute("title")).toContain("rule");
    await stage.screenshot(page, "article");
    await page.locator("#panel .reading-text a.finding-link").first().click();
    await page.waitForFunction(() => location.hash.includes("at=node"));
  });

  it("keeps a note on a node in this browser, and saves it", async () => {
    await go("at=node+person:xi-jinping");
    await page.fill("#panel .note", "ask the desk");
    await go("");
    await go("at=node+person:xi-jinping");
    expect(await page.inputValue("#panel .note")).toBe("ask the desk");
    await page.click(".tool-pen");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("text=Save notes.txt"),
    ]);
    expect(readFileSync((await download.path())!, "utf8")).toBe(
      "Xi Jinping (person:xi-jinping): ask the desk\n",
    );
    await page.keyboard.press("Escape");
  });

  it("drags a node where the reader wants it, and leaves it there", async () => {
    await go("read=actors");
    await page.waitForTimeout(300);
    const id = "country:TUR";
    const box = (await page.locator("#canvas").boundingBox())!;
    const spot = async () => (await page.evaluate((one) => window.dramatis!.spotOf(one), id))!;
    const start = await spot();
    await page.mouse.move(box.x + start.x, box.y + start.y);
    await page.mouse.down();
    await page.mouse.move(box.x + start.x - 60, box.y + start.y + 30, { steps: 5 });
    await page.mouse.up();
    const end = await spot();
    expect(Math.hypot(end.x - start.x + 60, end.y - start.y - 30)).toBeLessThan(8);
    await go("read=actors&at=node+country:CHN");
    const later = await spot();
    expect(Math.hypot(later.x - end.x, later.y - end.y)).toBeLessThan(8);
  });

  it("keeps a named view and comes back to it", async () => {
    await go("read=actors&at=node+country:CHN&without=place");
    await page.click(".tool-star");
    await page.fill("#view-name", "China without places");
    await page.click("dialog.views >> text=Keep this view");
    await page.keyboard.press("Escape");
    await go("");
    await page.click(".tool-star");
    await page.click("dialog.views >> text=China without places");
    await page.waitForFunction(() => location.hash.includes("without=place"));
    expect(await title()).toBe("China");
  });

  it("undoes and redoes", async () => {
    await go("");
    await page.click("#caption >> text=Events");
    await page.keyboard.press("u");
    await page.waitForFunction(() => !location.hash.includes("read=events"));
    await page.keyboard.press("r");
    await page.waitForFunction(() => location.hash.includes("read=events"));
  });

  it("opens a link on exactly the same picture", async () => {
    await go(
      "read=actors&at=node+country:RUS&without=place&stories=2&since=2023-01-01&until=2023-04-30&size=degree",
    );
    // What was dragged before is in no link.
    await page.reload();
    await page.waitForFunction(() => (window.dramatis?.shown().length ?? 0) > 0);
    await page.keyboard.press("+");
    await page.waitForFunction(() => location.hash.includes("camera="));
    await page.waitForTimeout(500);
    const look = (where: Page) =>
      where.evaluate(() =>
        window.dramatis!.shown().map((id) => ({ id, spot: window.dramatis!.spotOf(id)! })),
      );
    const other = await stage.open({ hash: page.url().split("#")[1]! });
    const [here, there] = [await look(page), await look(other)];
    expect(there.map(({ id }) => id)).toEqual(here.map(({ id }) => id));
    const offsets = here.map(({ spot }, i) =>
      Math.hypot(spot.x - there[i]!.spot.x, spot.y - there[i]!.spot.y),
    );
    // The address holds the camera with four decimals: a fraction of a pixel.
    expect(Math.max(...offsets)).toBeLessThan(0.5);
    expect(other.url()).toBe(page.url());
    await other.close();
  });

  it("rearranges in a worker when asked to", async () => {
    await go("read=actors");
    await page.keyboard.press("0");
    const before = await page.evaluate(() => window.dramatis!.spotOf("country:USA"));
    await page.click(".tool-arrange");
    await page.waitForFunction(
      (spot) => {
        const now = window.dramatis!.spotOf("country:USA");
        return now !== undefined && Math.hypot(now.x - spot!.x, now.y - spot!.y) > 3;
      },
      before,
      { timeout: 8000 },
    );
    await page.click(".tool-arrange");
  });

  it("logged no error and asked nobody else", () => {
    expect(stage.faults).toEqual([]);
  });
});
