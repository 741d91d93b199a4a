/**
 * What the tests in a real browser share: the sample served by the real program, Debian's chromium, and an eye on what must never happen (an error on
 * the console, a request to anywhere else). One browser a test file, each with a new temporary profile; files wait for each other, for two browsers slow each other down.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const EXECUTABLE = "/usr/bin/chromium";
const PROGRAM = join(root, "dist/cli/main.js");
const VIEWER = join(root, "dist/web/index.html");
const SCREENSHOTS = join(root, ".screenshots");
const LOCK = join(tmpdir(), "dramatis-browser.lock");
const UNSIGNED_MS = 2000;
/** Of a file that waits for others to end with the browser. */
export const PATIENCE_MS = 300_000;
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
];

export interface Stage {
  readonly address: string;
  /** Opens the viewer and waits until it has drawn. `hash` without `#`. */
  open(options?: OpenOptions): Promise<Page>;
  /** Errors on the console and requests to elsewhere, so far. */
  readonly faults: readonly string[];
  screenshot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Default: the server's. */
  readonly address?: string;
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly touch?: boolean;
  readonly still?: boolean;
  /** Default: wait for the picture. */
  readonly waitFor?: string;
  /** Before the page runs. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Why the tests of this folder cannot run here, if they cannot. */
export function whyNot(): string | undefined {
  if (!existsSync(EXECUTABLE)) return "chromium is not installed";
  if (!existsSync(PROGRAM) || !existsSync(VIEWER)) return "dist/ is missing: npm run build";
  return undefined;
}

/** `inputs`: what `dramatis serve` is given. */
export async function openStage(
  inputs: readonly string[] = ["--build", join(root, "data/sample")],
): Promise<Stage> {
  await lock();
  const release = (): void => rmSync(LOCK, { recursive: true, force: true });
  const { server, address } = await serve(inputs).catch((error: Error) => {
    release();
    throw error;
  });
  const browser: Browser = await chromium
    .launch({ executablePath: EXECUTABLE, args: FLAGS })
    .catch((error: Error) => {
      server.kill();
      release();
      throw error;
    });
  const faults: string[] = [];
  return {
    address,
    faults,
    async open(options = {}) {
      const page = await browser.newPage({
        viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
        colorScheme: options.dark === true ? "dark" : "light",
        hasTouch: options.touch === true,
        reducedMotion: options.still === false ? "no-preference" : "reduce",
        acceptDownloads: true,
      });
      const start = options.address ?? address;
      watch(page, start, faults);
      await options.before?.(page);
      await page.goto(`${start}${options.hash === undefined ? "" : `#${options.hash}`}`);
      await page.waitForSelector(options.waitFor ?? "body.is-ready", { timeout: 20_000 });
      return page;
    },
    async screenshot(page, name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    async close() {
      await browser.close();
      server.kill();
      release();
    },
  };
}

function watch(page: Page, address: string, faults: string[]): void {
  page.on("console", (message) => {
    // Software drawing warns that reading a pixel waits for it; that is no error of the page.
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) {
      faults.push(`request: ${url}`);
    }
  });
}

function serve(
  inputs: readonly string[],
): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(
    process.execPath,
    [PROGRAM, "serve", ...inputs, "--json", "--quiet", "--port", String(freePort())],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (data: Buffer): void => {
      said += data.toString();
      const address = /"address":"([^"]+)"/.exec(said)?.[1];
      if (address !== undefined) resolve({ server, address });
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", (data: Buffer) => {
      said += data.toString();
    });
    server.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

/** High ports, one a process: files that run at once do not meet. */
function freePort(): number {
  return 20_000 + (process.pid % 20_000);
}

/** A directory is made by one process only; whoever died while holding it is found out by its number. */
async function lock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, "pid"), String(process.pid));
      return;
    } catch {
      if (!isHeld()) rmSync(LOCK, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, "pid"), "utf8")), 0);
    return true;
  } catch {
    // Just made and not yet signed, or left behind: the next look tells.
    return existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs < UNSIGNED_MS;
  }
}
