/** From articles to a quote in the browser: build the sample through the real program, open, search, click, read, filter. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, PATIENCE_MS, type Stage, whyNot } from "./browser.ts";

const reason = whyNot();
if (reason !== undefined) console.log(`tests in the browser are skipped: ${reason}`);

describe.skipIf(reason !== undefined)("reading the sample in a browser", () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.open();
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
  });

  it("opens on a picture whose caption says what it shows of what", async () => {
    const caption = await page.textContent(".caption-text");
    expect(caption).toMatch(/^(\d+ of \d+|all \d+) actors/);
    expect(await page.textContent("#panel h2")).toBe("The cast");
    await stage.screenshot(page, "opening");
  });

  it("counts every kind in the legend", async () => {
    const counts = await page.$$eval("#legend .kinds .count", (all) =>
      all.map((item) => Number(item.textContent)),
    );
    expect(counts).toHaveLength(6);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  });

  it("finds a person under another spelling and jumps to the page with quotes", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("xi jinpíng");
    await page.waitForSelector("#found [role=option]");
    expect(await page.textContent("#found [role=option] .name")).toContain("Xi Jinping");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () => document.querySelector("#panel h2")?.textContent === "Xi Jinping",
    );
    expect(page.url()).toContain("person:xi-jinping");
    const quote = await page.textContent("#panel .quote blockquote");
    expect(quote?.length).toBeGreaterThan(10);
    expect(await page.textContent("#panel .quote .source strong")).toBeTruthy();
    expect(await page.textContent("#panel .quote .source")).toMatch(/\d{4}/);
    await stage.screenshot(page, "person");
  });

  it("marks the names of actors in the quotes", async () => {
    const marks = await page.$$eval("#panel .quote mark", (all) =>
      (all as HTMLElement[]).map((mark) => mark.title),
    );
    expect(marks).toContain("Xi Jinping");
  });

  it("opens links to articles elsewhere, and only as http", async () => {
    const links = await page.$$eval("#panel a", (all) =>
      (all as HTMLAnchorElement[]).map((a) => [a.protocol, a.rel]),
    );
    for (const [protocol, rel] of links) {
      expect(protocol).toMatch(/^https?:$/);
      expect(rel).toBe("noopener noreferrer");
    }
  });

  it("lights up the neighbors of what the pointer is over, and fades the rest", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
    const labels = () => page.evaluate(() => window.dramatis!.labels().map(({ id }) => id));
    const before = await labels();
    const spot = await page.evaluate(() => window.dramatis!.spotOf("person:xi-jinping"));
    const box = await page.locator("#canvas").boundingBox();
    await page.mouse.move(box!.x + spot!.x, box!.y + spot!.y);
    await page.waitForFunction((count) => window.dramatis!.labels().length < count, before.length);
    expect(await labels()).toContain("person:xi-jinping");
    await page.mouse.move(box!.x + 3, box!.y + 3);
    await page.waitForFunction((count) => window.dramatis!.labels().length >= count, before.length);
  });

  it("reads a node that is clicked in the picture", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    const spot = await page.evaluate(() => window.dramatis!.spotOf("country:CHN"));
    const box = await page.locator("#canvas").boundingBox();
    await page.mouse.click(box!.x + spot!.x, box!.y + spot!.y);
    await page.waitForFunction(() => document.querySelector("#panel h2")?.textContent === "China");
    await stage.screenshot(page, "country");
  });

  it("reaches a quote from an event in two clicks", async () => {
    await page.click("#panel .event-row button");
    expect(await page.textContent("#panel .kind")).toContain("event");
    expect(await page.isVisible("#panel .quote blockquote")).toBe(true);
  });

  it("filters by the legend, says so in the caption and in the address", async () => {
    expect(
      await page.evaluate(() => window.dramatis!.shown().some((id) => id.startsWith("person:"))),
    ).toBe(true);
    await page.click("#legend .kinds li[data-kind=person] input");
    await page.waitForFunction(
      () => !window.dramatis!.shown().some((id) => id.startsWith("person:")),
    );
    expect(page.url()).toContain("without=person");
    expect(
      await page.evaluate(() => window.dramatis!.shown().some((id) => id.startsWith("person:"))),
    ).toBe(false);
    await page.click("#legend .reset");
    await page.waitForFunction(() => !location.hash.includes("without"));
  });

  it("never lets two labels overlap", async () => {
    for (const hash of ["read=actors", "read=events", "read=events&shown=400"]) {
      await page.evaluate((text) => {
        location.hash = text;
      }, hash);
      await page.waitForTimeout(500);
      const overlaps = await page.evaluate(() => {
        const boxes = window.dramatis!.labels();
        let count = 0;
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) {
            if (
              a.left < b.left + b.width &&
              b.left < a.left + a.width &&
              a.top < b.top + b.height &&
              b.top < a.top + a.height
            )
              count++;
          }
        });
        return { count, labels: boxes.length };
      });
      expect(overlaps.labels).toBeGreaterThan(20);
      expect(overlaps.count).toBe(0);
    }
  });

  it("logged no error and asked nobody else", () => {
    expect(stage.faults).toEqual([]);
  });
});
