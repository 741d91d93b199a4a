/** A build that is ended, gently or not, goes on; with any number of workers it gives the same bytes. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../src/graph/random.ts";

const project = join(import.meta.dirname, "..", "..");
const program = join(project, "dist", "cli", "main.js");
const sample = join(project, "data", "sample");
/** A long run: `DRAMATIS_KILLS=100 npx vitest run tests/line/resume.test.ts`. */
const KILLS = Number(process.env.DRAMATIS_KILLS ?? 5);
/** Each round of kills begins with an empty cache. */
const KILLS_A_ROUND = 5;
const A_KILL_MS = 30_000;

let folder = "";
/** What a build without a cache takes. */
let wholeMs = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-resume-"));
  const started = performance.now();
  build("whole.json", "--no-cache");
  wholeMs = performance.now() - started;
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const args = (output: string, ...more: string[]): string[] => [
  program,
  "build",
  sample,
  "-o",
  at(output),
  "--no-layout",
  ...more,
];
const build = (output: string, ...more: string[]) =>
  spawnSync(process.execPath, args(output, ...more), { encoding: "utf8" });
const bytes = (name: string): string => readFileSync(at(name), "utf8");

describe("workers", () => {
  test("1, 2 and 16 give the same bytes", () => {
    for (const jobs of ["1", "2", "16"]) {
      const { status, stderr } = build(`jobs-${jobs}.json`, "--jobs", jobs, "--no-cache");
      expect(stderr).toContain("50 articles");
      expect(status).toBe(0);
    }
    expect(bytes("jobs-2.json")).toBe(bytes("jobs-1.json"));
    expect(bytes("jobs-16.json")).toBe(bytes("jobs-1.json"));
  }, 240_000);
});

describe("a run that is ended", () => {
  test(
    `kill -9 at ${KILLS} random moments: the next run goes on and gives the same bytes`,
    async () => {
      const random = createRandom(5);
      for (let i = 0; i < KILLS; i++) {
        const round = Math.floor(i / KILLS_A_ROUND);
        const [output, cache] = [`killed-${round}.json`, at(`cache-killed-${round}`)];
        const moment = random() * wholeMs;
        await ended(output, () => wait(moment), "SIGKILL", cache);
        // What earlier runs have kept makes it quicker: it may be done before the signal comes.
        if (existsSync(at(output))) expect(bytes(output)).toBe(bytes("whole.json"));
        if (i !== KILLS - 1 && (i + 1) % KILLS_A_ROUND !== 0) continue;
        expect(build(output, "--cache", cache).status).toBe(0);
        expect(bytes(output)).toBe(bytes("whole.json"));
        const { stdout } = spawnSync(
          process.execPath,
          [program, "build", sample, "--dry-run", "--cache", cache, "--json"],
          { encoding: "utf8" },
        );
        expect(JSON.parse(stdout)).toMatchObject({ read: 0, new: 0 });
      }
    },
    120_000 + KILLS * A_KILL_MS,
  );

  test("Ctrl-C twice stops at once; the next run goes on and gives the same bytes", async () => {
    const cache = at("cache-3");
    const child = spawn(process.execPath, args("twice.json", "--cache", cache, "--jobs", "2"));
    const exit = new Promise<number | null>((resolve) => child.on("exit", resolve));
    let stderr = "";
    child.stderr.on("data", (text: Buffer) => {
      stderr += text.toString();
    });
    await isAtWork(cache);
    child.kill("SIGINT");
    await wait(20);
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect(stderr).not.toContain("stopped after");
    expect(existsSync(at("twice.json"))).toBe(false);
    expect(build("twice.json", "--cache", cache).status).toBe(0);
    expect(bytes("twice.json")).toBe(bytes("whole.json"));
  }, 240_000);

  test("Ctrl-C finishes what is under way, keeps it and says so", async () => {
    const cache = at("cache-2");
    const { code, stderr } = await ended("stopped.json", () => isAtWork(cache), "SIGINT", cache);
    expect(code).toBe(130);
    expect(stderr).toMatch(/stopped after \d+ articles; what is finished is kept/);
    expect(existsSync(at("stopped.json"))).toBe(false);
    expect(build("stopped.json", "--cache", cache).status).toBe(0);
    expect(bytes("stopped.json")).toBe(bytes("whole.json"));
  }, 240_000);
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Once something is kept the program is at work and listens. */
async function isAtWork(cache: string): Promise<void> {
  while (!existsSync(join(cache, "articles"))) await wait(5);
}

/** Starts a build, sends a signal when it is time, waits for its end. */
async function ended(
  output: string,
  time: () => Promise<unknown>,
  signal: NodeJS.Signals,
  cache: string,
): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, args(output, "--cache", cache, "--jobs", "2"));
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.on("exit", resolve));
  await Promise.race([time(), exit]);
  child.kill(signal);
  return { code: await exit, stderr };
}
