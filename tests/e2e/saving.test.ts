/** Corrections saved in the file of the server: by whom, which lines, and that a build obeys them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { openStage, PATIENCE_MS, root, type Stage, whyNot } from "./browser.ts";

const reason = whyNot();
if (reason !== undefined) console.log(`tests in the browser are skipped: ${reason}`);
const SAMPLE = join(root, "data/sample");
const TOKEN = "open sesame";
const BEFORE = "# by hand\nnot an actor Nobody Real";

describe.skipIf(reason !== undefined)("saving corrections on the server", () => {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-saving-"));
  const file = join(folder, "decisions.txt");
  let stage: Stage;
  let page: Page;
  const status = "dialog.correct [role=status]";
  const marks = (): Promise<string[]> =>
    page.$$eval("dialog.correct .saved", (all) => all.map(({ textContent }) => textContent ?? ""));

  beforeAll(async () => {
    writeFileSync(file, BEFORE);
    stage = await openStage(["--build", SAMPLE, "--decisions", file, "--token", TOKEN]);
    page = await stage.open({ hash: "read=actors&at=node+person:xi-jinping" });
    await page.keyboard.press("c");
    await page.fill("#new-name", "Chairman Xi");
    await page.click("dialog.correct >> text=Rename");
    await page.click(".tool-pen");
    await page.waitForSelector("text=Save on the server");
  }, PATIENCE_MS);

  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is offered beside the download and breaks no rule of accessibility", async () => {
    expect(await page.isVisible("text=Save decisions.txt")).toBe(true);
    expect(await marks()).toEqual([""]);
    expect(await violations(page)).toEqual([]);
  });

  it("writes nothing for a wrong token, and says so in the server's words", async () => {
    await page.fill("#token", "open barley");
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${status}:has-text("token is missing or wrong")`);
    expect(readFileSync(file, "utf8")).toBe(BEFORE);
    expect(await marks()).toEqual([""]);
  });

  it("adds the line to the file by keyboard alone, and marks it", async () => {
    await page.keyboard.type(TOKEN);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${status}:has-text("1 correction was saved")`);
    expect(readFileSync(file, "utf8")).toBe(
      `${BEFORE}\nrename person:xi-jinping -> Chairman Xi # from the viewer\n`,
    );
    expect(await marks()).toEqual(["on the server"]);
    expect(await page.isVisible("#token")).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Save on the server",
    );
    expect(await violations(page)).toEqual([]);
    await stage.screenshot(page, "saved");
  });

  it("sends only what is new, without asking for the token again", async () => {
    await page.click("text=Save on the server");
    await page.waitForSelector(`${status}:has-text("already")`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await page.click("dialog.correct >> text=Not an actor");
    await page.click(".tool-pen");
    await page.click("text=Save on the server");
    await page.waitForSelector(`${status}:has-text("1 correction was saved")`);
    expect(readFileSync(file, "utf8").trim().split("\n").slice(2)).toEqual([
      "rename person:xi-jinping -> Chairman Xi # from the viewer",
      "not an actor person:xi-jinping # from the viewer",
    ]);
  });

  it("keeps the token neither in the address nor in what the browser stores", async () => {
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).toContain("Chairman Xi");
    expect(kept).not.toContain("sesame");
    await page.reload();
    await page.waitForSelector("body.is-ready");
    await page.click(".tool-pen");
    await page.waitForSelector("#token");
    expect(await page.inputValue("#token")).toBe("");
    expect(await marks()).toEqual(["on the server", "on the server"]);
  });

  it("is obeyed by the next build", () => {
    const path = join(folder, "first.txt");
    writeFileSync(path, readFileSync(file, "utf8").replace(/^not an actor person.*$/m, ""));
    const built = execFileSync(
      process.execPath,
      [
        ...[join(root, "dist/cli/main.js"), "build", SAMPLE, "-o", "-"],
        ...["--decisions", path, "--no-layout", "--quiet"],
      ],
      { encoding: "utf8", maxBuffer: 1e8 },
    );
    const { nodes } = JSON.parse(built);
    const names = nodes.map((node: { attributes: { name: string } }) => node.attributes.name);
    expect(names).toContain("Chairman Xi");
  }, 60_000);

  it("takes a line back there, too, asks for the token again, and undo brings it back here", async () => {
    const before = readFileSync(file, "utf8");
    await page.click("dialog.correct >> text=take back >> nth=1");
    await page.waitForSelector(`${status}:has-text("token is missing or wrong")`);
    expect(readFileSync(file, "utf8")).toBe(before);
    await page.fill("#token", TOKEN);
    await page.click("dialog.correct >> text=take back >> nth=1");
    await page.waitForSelector("dialog.correct", { state: "hidden" });
    expect(readFileSync(file, "utf8")).toBe(before.replace(/^not an actor person.*\n/m, ""));
    await page.keyboard.press("u");
    await page.click(".tool-pen");
    await page.waitForFunction(
      () => document.querySelector("dialog.correct .saved")?.textContent === "on the server",
    );
    expect(await marks()).toEqual(["on the server", ""]);
  });

  it("offers what other browsers have saved to be taken back, and leaves lines by hand alone", async () => {
    const other = await stage.open({ hash: "read=actors" });
    await other.click(".tool-pen");
    await other.waitForSelector("text=In the server's file, not in this browser");
    const lines = await other.$$eval(".on-server code", (all) => all.map((one) => one.textContent));
    expect(lines).toEqual(["rename person:xi-jinping -> Chairman Xi"]);
    expect(await violations(other)).toEqual([]);
    await stage.screenshot(other, "saved-elsewhere");
    await other.fill("#token", TOKEN);
    await other.click(".on-server >> text=take back");
    await other.waitForSelector(`${status}:has-text("Taken out")`);
    expect(readFileSync(file, "utf8")).toBe(`${BEFORE}\n`);
    expect(await other.locator(".on-server code").count()).toBe(0);
    await other.close();
  });

  it("says when the server has gone, and logs no error but the refusal", async () => {
    const own = stage.faults.filter((fault) => !fault.includes("status of 401"));
    expect(own).toEqual([]);
    await page.route("**/api/**", (route) => route.abort());
    await page.click("text=Save on the server");
    await page.waitForSelector(`${status}:has-text("does not answer")`);
  });
});

describe.skipIf(reason !== undefined)("a server without a file for decisions", () => {
  it(
    "is asked for none, and only the download is offered",
    async () => {
      const stage = await openStage();
      try {
        const page = await stage.open({ hash: "read=actors&at=node+person:xi-jinping" });
        const asked: string[] = [];
        page.on("request", (request) => asked.push(new URL(request.url()).pathname));
        await page.keyboard.press("c");
        await page.click("dialog.correct >> text=Not an actor");
        await page.click(".tool-pen");
        await page.waitForSelector("text=Save decisions.txt");
        await page.waitForTimeout(300);
        expect(await page.locator("text=Save on the server").count()).toBe(0);
        expect(asked).toContain("/api/");
        expect(asked).not.toContain("/api/decisions");
        expect(stage.faults).toEqual([]);
      } finally {
        await stage.close();
      }
    },
    PATIENCE_MS,
  );
});
