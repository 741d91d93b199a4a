/** For everyone: by keyboard alone, with a screen reader, in the dark, on a phone, without WebGL, with a hostile, an empty or no graph at all. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openStage, PATIENCE_MS, root, type Stage, whyNot } from "./browser.ts";
import { hostileGraph } from "./hostile-graph.ts";

const reason = whyNot();
if (reason !== undefined) console.log(`tests in the browser are skipped: ${reason}`);

/** Of the page of an article, with its text and findings. */
async function articleHash(page: Page): Promise<string> {
  const articles = await page.evaluate(async () => (await fetch("api/articles")).json());
  return `at=article+${articles[0].id}`;
}

describe.skipIf(reason !== undefined)("the viewer for everyone", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
  });

  it.each([
    [
      "by day",
      {},
      [
        "read=actors",
        "read=events&at=node+country:CHN",
        "view=table",
        "view=map",
        "view=time&at=node+country:RUS",
        "at=path+country:RUS+country:JPN",
      ],
    ],
    ["in the dark", { dark: true }, ["at=node+country:CHN", "view=table&list=events"]],
    ["on a phone", { width: 390, height: 844, touch: true }, ["at=node+country:CHN"]],
  ])("breaks no rule of accessibility %s", async (_, options, hashes) => {
    const page = await stage.open({ ...options, hash: "" });
    for (const hash of [...hashes, await articleHash(page)]) {
      await page.evaluate((text) => {
        location.hash = text;
      }, hash);
      await page.waitForTimeout(300);
      if (hash.startsWith("at=article"))
        await page.waitForSelector("#panel .reading-text .finding");
      expect([hash, ...(await violations(page))]).toEqual([hash]);
    }
    await page.close();
  });

  it("breaks no rule of accessibility in its dialogs", async () => {
    const page = await stage.open({ hash: "at=node+country:CHN" });
    for (const key of ["?", "d", "c"]) {
      await page.keyboard.press(key);
      await page.waitForSelector("dialog[open]");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.close();
  });

  it("is fully usable by keyboard: search, walk, read, expand, path, table, play, undo", async () => {
    const page = await stage.open({ hash: "read=actors" });
    const { keyboard } = page;
    const hash = (): string => decodeURIComponent(page.url().split("#")[1] ?? "");
    await keyboard.press("/");
    await keyboard.type("zelensky");
    await page.waitForSelector("#found [role=option]");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("zelensky"));
    const first = hash();
    const visited = new Set([first]);
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
      await keyboard.press(key);
      visited.add(hash());
    }
    expect(visited.size).toBeGreaterThan(1);
    expect(await page.textContent("#announcer")).toMatch(/(stor|Nobody)/);
    await keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    await keyboard.press("e");
    expect(hash()).toContain("expanded=");
    await keyboard.press("o");
    expect(hash()).toContain("around=1");
    await keyboard.press("u");
    expect(hash()).not.toContain("around=");
    await keyboard.press("p");
    await keyboard.type("japan");
    await page.waitForSelector("#found [role=option]");
    await keyboard.press("Enter");
    expect(hash()).toContain("at=path");
    await keyboard.press("Escape");
    await keyboard.press("t");
    expect(await page.isVisible("#sheet table")).toBe(true);
    await page.focus("#sheet tbody tr:nth-child(2) button");
    await keyboard.press("Enter");
    expect(hash()).toContain("at=node");
    await keyboard.press("t");
    await keyboard.press("]");
    expect(hash()).toContain("since=");
    await page.focus("#time .handle");
    await keyboard.press("ArrowRight");
    await page.focus("#canvas");
    await keyboard.press(" ");
    await page.waitForSelector("#time .play[aria-label^=Pause]");
    await keyboard.press(" ");
    await keyboard.press("?");
    await page.waitForSelector("dialog.help[open]");
    await keyboard.press("Escape");
    await page.close();
  });

  it("says in its list all that the canvas shows", async () => {
    const page = await stage.open({ hash: "read=actors" });
    await page.click("#panel .more");
    const listed = await page.$$eval("#panel .cast .node-link", (all) => all.length);
    expect(listed).toBe(await page.evaluate(() => window.dramatis!.shown().length));
    await page.close();
  });

  it("fits a phone: a sheet below, a drawer for the legend, fingers for the nodes", async () => {
    const page = await stage.open({ width: 390, height: 844, touch: true, hash: "read=actors" });
    await stage.screenshot(page, "phone");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    const spot = await page.evaluate(() => window.dramatis!.spotOf("country:UKR"));
    const box = await page.locator("#canvas").boundingBox();
    await page.touchscreen.tap(box!.x + spot!.x, box!.y + spot!.y);
    await page.waitForFunction(() => location.hash.includes("at=node"));
    await page.click("#panel .grip");
    await page.waitForTimeout(200);
    await stage.screenshot(page, "phone-sheet");
    await page.click("#panel .grip");
    await page.click(".tool-filter");
    await page.waitForTimeout(300);
    expect(await page.isVisible("#legend .kinds")).toBe(true);
    await stage.screenshot(page, "phone-legend");
    await page.close();
  });

  it("keeps picture and page side by side on a phone on its side, as at 200 %", async () => {
    for (const [width, height] of [
      [844, 390],
      [720, 450],
    ] as const) {
      const page = await stage.open({ width, height, hash: "at=node+country:CHN" });
      const [picture, panel] = [page.locator("#stage"), page.locator("#panel")];
      expect((await picture.boundingBox())!.height).toBeGreaterThan(height / 2);
      expect((await panel.boundingBox())!.height).toBeGreaterThan(height / 2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await stage.screenshot(page, `phone-${width}`);
      await page.close();
    }
  });

  it("is dark where the system is, and keeps the choice of the reader", async () => {
    const page = await stage.open({ width: 1440, height: 900, dark: true, hash: "read=events" });
    const background = (): Promise<string> =>
      page.evaluate(
        () =>
          getComputedStyle(document.body).backgroundColor +
          getComputedStyle(document.documentElement).backgroundColor,
      );
    const dark = await background();
    await stage.screenshot(page, "dark");
    await page.click(".tool-contrast");
    expect(await background()).not.toBe(dark);
    await page.reload();
    await page.waitForSelector("body.is-ready");
    expect(await background()).not.toBe(dark);
    await page.close();
  });

  it("reads on without WebGL: list, search and table stay", async () => {
    const page = await stage.open({
      hash: "",
      before: (opened) =>
        opened.addInitScript(() => {
          const original = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (
            this: HTMLCanvasElement,
            type: string,
            ...rest: unknown[]
          ) {
            return type.startsWith("webgl")
              ? null
              : original.call(this, type as "2d", ...(rest as []));
          } as typeof original;
        }),
    });
    expect(await page.textContent("#canvas")).toContain("no WebGL");
    await page.keyboard.press("t");
    expect(await page.locator("#sheet tbody tr").count()).toBeGreaterThan(20);
    await page.click("#sheet tbody tr:first-child");
    expect(await page.isVisible("#panel .quote")).toBe(true);
    await page.close();
  });

  it("says what to do when the server fails, and opens a dropped graph instead", async () => {
    const page = await stage.open({
      waitFor: ".notice.error",
      before: (opened) =>
        opened.route("**/api/opening", (route) => route.fulfill({ status: 500, body: "" })),
    });
    expect(await page.textContent("#notice")).toContain("500");
    await stage.screenshot(page, "error");
    const file = {
      name: "hostile.json",
      mimeType: "application/json",
      buffer: Buffer.from(hostileGraph()),
    };
    await page.setInputFiles("#graph-file", file);
    await page.waitForSelector("body.is-ready");
    expect(await page.evaluate(() => window.dramatis!.shown().length)).toBeGreaterThan(0);
    await page.close();
  });

  it("says what to do with an empty graph and with a file that is none", async () => {
    const empty = {
      attributes: {
        format: 1,
        generator: "dramatis",
        inputs: "",
        counts: {},
        articles: [],
        notes: [],
      },
      options: { type: "directed", multi: true, allowSelfLoops: true },
      nodes: [],
      edges: [],
    };
    const page = await stage.open({
      waitFor: ".notice.empty",
      before: (opened) => opened.route("**/api/opening", (route) => route.fulfill({ json: empty })),
    });
    expect(await page.textContent("#notice")).toContain("dramatis build");
    await page.setInputFiles("#graph-file", {
      name: "x.json",
      mimeType: "application/json",
      buffer: Buffer.from("{}"),
    });
    await page.waitForSelector(".notice.error");
    expect(await page.textContent("#notice [role=alert]")).toContain("not a graph");
    await page.close();
  });

  it("takes a graph file that is dropped on the page", async () => {
    const page = await stage.open();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.json"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }, hostileGraph());
    await page.waitForFunction(() =>
      document.querySelector("#panel")?.textContent?.includes("onerror"),
    );
    await page.close();
  });

  it("logged no error of its own and asked nobody else", () => {
    const own = stage.faults.filter((fault) => !fault.includes("status of 500"));
    expect(own).toEqual([]);
  });
});

describe.skipIf(reason !== undefined)("a graph as one page", () => {
  it("opens from a disk and asks for nothing at all", async () => {
    const graph = join(tmpdir(), `dramatis-page-${process.pid}.json`);
    const path = join(tmpdir(), `dramatis-page-${process.pid}.html`);
    writeFileSync(graph, hostileGraph());
    execFileSync(process.execPath, [join(root, "dist/cli/main.js"), "export", graph, "-o", path]);
    const stage = await openStage([graph]);
    try {
      const address = pathToFileURL(path).href;
      const page = await stage.open({ address, hash: "at=node+country:RUS" });
      expect(await page.textContent("#panel h2")).toBe("Russia");
      expect(await page.evaluate(() => window.dramatis!.shown())).toContain("country:RUS");
      await page.keyboard.press("t");
      expect(await page.locator("#sheet tbody tr").count()).toBeGreaterThan(1);
      await page.keyboard.press("m");
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => "pwned" in window)).toBe(false);
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      await page.fill("#new-name", "Russian Federation");
      await page.click("dialog.correct >> text=Rename");
      await page.click(".tool-pen");
      await page.waitForSelector("text=Save decisions.txt");
      await page.waitForTimeout(200);
      expect(await page.locator("text=Save on the server").count()).toBe(0);
      expect(stage.faults).toEqual([]);
      await page.close();
    } finally {
      await stage.close();
      for (const file of [graph, path]) rmSync(file, { force: true });
    }
  });
});

describe.skipIf(reason !== undefined)("a hostile graph", () => {
  let stage: Stage;
  const path = join(tmpdir(), `dramatis-hostile-${process.pid}.json`);

  beforeAll(async () => {
    writeFileSync(path, hostileGraph());
    stage = await openStage([path]);
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
    rmSync(path, { force: true });
  });

  it("runs nothing and reaches nobody, whatever names, quotes and links say", async () => {
    const page = await stage.open({ hash: "at=node+person:evil" });
    for (const hash of [
      "at=node+person:evil",
      "at=node+event:1",
      "at=article+a1",
      "view=table&list=articles",
      "view=time",
      "view=map",
      "at=path+person:evil+person:other",
      "",
    ]) {
      await page.evaluate((text) => {
        location.hash = text;
      }, hash);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => "pwned" in window)).toBe(false);
      expect(
        await page.locator("#panel img, #panel script, #panel iframe, #sheet img").count(),
      ).toBe(0);
      const links = await page.$$eval("a[href]", (all) =>
        (all as HTMLAnchorElement[]).map(({ protocol }) => protocol),
      );
      expect(links.every((protocol) => /^https?:$/.test(protocol))).toBe(true);
    }
    await page.close();
    expect(stage.faults).toEqual([]);
  });

  it("shows the hostile name as the text that it is", async () => {
    const page = await stage.open({ hash: "at=node+person:evil" });
    expect(await page.textContent("#panel h2")).toBe(`<img src=x onerror="window.pwned=1">`);
    await page.close();
  });
});
