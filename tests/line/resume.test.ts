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
const KILLS = 5;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-resume-"));
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
  test(`kill -9 at ${KILLS} random moments: the next run goes on and gives the same bytes`, async () => {
    const random = createRandom(5);
    const started = performance.now();
    build("whole.json", "--no-cache");
    const whole = performance.now() - started;
    for (let i = 0; i < KILLS; i++) {
      await ended("killed.json", random() * whole, "SIGKILL");
      expect(existsSync(at("killed.json"))).toBe(false);
    }
    expect(build("killed.json", "--cache", at("cache")).status).toBe(0);
    expect(bytes("killed.json")).toBe(bytes("whole.json"));
    const { stdout } = spawnSync(
      process.execPath,
      [program, "build", sample, "--dry-run", "--cache", at("cache"), "--json"],
      { encoding: "utf8" },
    );
    expect(JSON.parse(stdout)).toMatchObject({ read: 0, new: 0 });
  }, 120_000);

  test("Ctrl-C finishes what is under way, keeps it and says so", async () => {
    const { code, stderr } = await ended("stopped.json", 900, "SIGINT", at("cache-2"));
    // On a slow machine the signal may come before the program listens, on a fast one after it is done.
    if (code === null || code === 0) return;
    expect(code).toBe(130);
    expect(stderr).toMatch(/stopped after \d+ articles; what is finished is kept/);
    expect(existsSync(at("stopped.json"))).toBe(false);
    expect(build("stopped.json", "--cache", at("cache-2")).status).toBe(0);
    expect(bytes("stopped.json")).toBe(bytes("whole.json"));
  }, 120_000);
});

/** Starts a build, sends a signal after so many milliseconds, waits for its end. */
function ended(
  output: string,
  afterMs: number,
  signal: NodeJS.Signals,
  cache = at("cache"),
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args(output, "--cache", cache, "--jobs", "2"));
    let stderr = "";
    child.stderr.on("data", (text: Buffer) => {
      stderr += text.toString();
    });
    const timer = setTimeout(() => child.kill(signal), afterMs);
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve({ code, stderr });
    });
  });
}
