/**
 * The viewer in a real browser (Debian's chromium; skipped without it): what a frame, a step in time and an opening cost. Drawing is by software
 * here, so what counts is the CPU time of scripts on the page's main thread, as the browser tells it, and never the clock.
 *
 *     node --max-old-space-size=8000 .tools/bench/viewer.js [nodes ...]
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { createHandler } from "../src/server/handle.ts";
import { type Listening, listen } from "../src/server/listen.ts";
import { viewerFiles, viewerFolder } from "../src/server/viewer-files.ts";
import type {} from "../web/probe.ts";
import { syntheticGraph } from "./synthetic-graph.ts";

const CHROMIUM = "/usr/bin/chromium";
const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  ...["--enable-unsafe-swiftshader", "--js-flags=--expose-gc"],
];
const SIZES = [1000, 10_000, 100_000];
const EDGES_PER_NODE = 5;
const PATIENCE_MS = 240_000;
const PAN_STEPS = 20;
const TIME_STEPS = 5;
const GZIP_LEVEL = 9;

interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Of the main thread until the picture is there, milliseconds of CPU. */
  readonly readyMs: number;
}

async function main(): Promise<void> {
  bundle();
  if (!existsSync(CHROMIUM)) {
    console.log(`the rest is skipped: there is no ${CHROMIUM}`);
    return;
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const chosen = process.argv.slice(2).map(Number);
    for (const nodes of chosen.length > 0 ? chosen : SIZES) {
      await measure(browser, nodes, nodes * EDGES_PER_NODE);
    }
  } finally {
    await browser.close();
  }
}

function bundle(): void {
  const folder = viewerFolder();
  if (!existsSync(join(folder, "viewer.js"))) {
    console.log("the viewer is not built: npm run build:viewer");
    return;
  }
  const size = (name: string): number =>
    gzipSync(readFileSync(join(folder, name)), { level: GZIP_LEVEL }).length / 1000;
  const first = ["index.html", "viewer.js", "viewer.css"].reduce(
    (sum, name) => sum + size(name),
    0,
  );
  console.log(
    `bundle: ${first.toFixed(1)} kB gzip; on demand map ${size("map.js").toFixed(1)}, formats ${size("formats.js").toFixed(1)} kB`,
  );
}

async function measure(browser: Browser, nodes: number, edges: number): Promise<void> {
  const graph = syntheticGraph(nodes, edges);
  const server = await listen(createHandler(graph, { files: viewerFiles() }));
  console.log(`${nodes} nodes, ${edges} edges`);
  try {
    const { page, cdp, readyMs } = await open(browser, server);
    console.log(`  usable picture           ${readyMs.toFixed(0)} ms of the main thread`);
    console.log(`  heap after it            ${(await heap(cdp)).toFixed(0)} MB`);
    console.log(`  caption                  ${await page.textContent(".caption-text")}`);
    console.log(`  overlapping labels       ${await overlaps(page)}`);
    await page.close();
    if (nodes > 20_000) return;
    const all = await open(browser, server, "read=events&shown=1000000");
    const shown = await countsOf(all.page);
    console.log(`  all of it shown          ${shown}, ${all.readyMs.toFixed(0)} ms`);
    console.log(`  script a pan frame       ${(await pan(all)).toFixed(1)} ms`);
    console.log(`  ${await stepTime(all)}`);
    console.log(`  overlapping labels       ${await overlaps(all.page)}`);
    console.log(`  heap                     ${(await heap(all.cdp)).toFixed(0)} MB`);
    await all.page.close();
  } finally {
    await server.close();
  }
}

async function open(browser: Browser, { address }: Listening, hash = ""): Promise<Opened> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${address}#${hash}`);
  await page.waitForFunction(() => document.body.className.includes("is-ready"), undefined, {
    timeout: PATIENCE_MS,
  });
  const readyMs = await metric(cdp, "TaskDuration");
  await page.waitForTimeout(500);
  return { page, cdp, readyMs };
}

/** Seconds become milliseconds, bytes stay bytes. */
async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return name.endsWith("Duration") ? value * 1000 : value;
}

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await metric(cdp, "JSHeapUsedSize")) / 1e6;
}

async function countsOf(page: Page): Promise<string> {
  return page.evaluate(
    () => `${window.dramatis!.shown().length} nodes, ${window.dramatis!.edges().length} edges`,
  );
}

/** Drags the picture and counts the frames that were really drawn. */
async function pan({ page, cdp }: Opened): Promise<number> {
  const box = (await page.locator("#canvas").boundingBox())!;
  const at = { x: box.x + box.width * 0.9, y: box.y + 30 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 5, at.y + 5);
  const before = await metric(cdp, "ScriptDuration");
  const framesBefore = await page.evaluate(() => window.dramatis!.frames());
  for (let i = 0; i < PAN_STEPS; i++) {
    await page.mouse.move(at.x - 5 - i * 6, at.y + 5 + i * 4);
    await page.waitForTimeout(30);
  }
  const frames = (await page.evaluate(() => window.dramatis!.frames())) - framesBefore;
  const cost = (await metric(cdp, "ScriptDuration")) - before;
  await page.mouse.up();
  return cost / Math.max(frames, 1);
}

async function stepTime({ page, cdp }: Opened): Promise<string> {
  const edgesOf = (): Promise<string[]> =>
    page.evaluate(() => window.dramatis!.edges().map(({ source, target }) => source + target));
  await page.evaluate(() => {
    // Wide enough that a step, half of it, changes more than 1,000 lines.
    location.hash = `${location.hash}&since=2022-06-06&until=2022-06-24`;
  });
  await page.waitForTimeout(1500);
  await page.focus("#canvas");
  let cost = 0;
  let changed = 0;
  for (let i = 0; i < TIME_STEPS; i++) {
    const here = new Set(await edgesOf());
    const before = await metric(cdp, "ScriptDuration");
    await page.keyboard.press("]");
    await page.waitForTimeout(400);
    cost += (await metric(cdp, "ScriptDuration")) - before;
    const there = new Set(await edgesOf());
    changed += [...here].filter((edge) => !there.has(edge)).length;
    changed += [...there].filter((edge) => !here.has(edge)).length;
  }
  return `script a step in time     ${(cost / TIME_STEPS).toFixed(1)} ms, ${Math.round(changed / TIME_STEPS)} edges change`;
}

function overlaps(page: Page): Promise<string> {
  return page.evaluate(() => {
    const boxes = window.dramatis!.labels();
    let count = 0;
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const isBeside = a.left >= b.left + b.width || b.left >= a.left + a.width;
        const isBelow = a.top >= b.top + b.height || b.top >= a.top + a.height;
        if (!isBeside && !isBelow) count++;
      }
    });
    return `${count} of ${boxes.length}`;
  });
}

await main();
