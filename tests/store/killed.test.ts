/** `dramatis add` killed at any moment: the store opens, has all that was acknowledged, and the next run goes on. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "../../src/graph/random.ts";
import { openStore, verifyStore } from "../../src/store/index.ts";

const project = join(import.meta.dirname, "..", "..");
const program = join(project, "dist", "cli", "main.js");
const sample = join(project, "data", "sample");
/** A long run: `DRAMATIS_KILLS=100 npx vitest run tests/store/killed.test.ts`. */
const KILLS = Number(process.env.DRAMATIS_KILLS ?? 4);
/** Each round of kills begins with the store of half of the sample. */
const KILLS_A_ROUND = 4;
const A_KILL_MS = 60_000;

let folder = "";
let more: string[] = [];
/** What an addition that nobody kills takes. */
let wholeMs = 0;

const at = (name: string): string => join(folder, name);
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect([status, stderr]).toEqual([0, expect.anything()]);
  return stdout;
};
const exported = (store: string): string => run("export", at(store), "-f", "json");
const additions = (store: string): string[] => ["add", at(store), ...more, "--no-cache"];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-killed-"));
  const files = readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  more = files.filter((_, i) => i % 2 === 1);
  const first = files.filter((_, i) => i % 2 === 0);
  run("build", ...first, "-o", at("first.db"), "--no-layout", "--no-cache", "--quiet");
  copyFileSync(at("first.db"), at("whole.db"));
  const started = performance.now();
  run(...additions("whole.db"));
  wholeMs = performance.now() - started;
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

test(
  `kill -9 at ${KILLS} random moments: it opens, nothing acknowledged is lost, the next run goes on`,
  async () => {
    const whole = exported("whole.db");
    const random = createRandom(11);
    for (let i = 0; i < KILLS; i++) {
      if (i % KILLS_A_ROUND === 0) {
        for (const end of ["", "-wal", "-shm"]) rmSync(`${at("killed.db")}${end}`, { force: true });
        copyFileSync(at("first.db"), at("killed.db"));
      }
      const acknowledged = await killed(additions("killed.db"), random() * wholeMs);
      const store = openStore(at("killed.db"));
      expect(store.top({ limit: 1 }).length).toBe(1);
      store.close();
      expect(keptArticles()).toBeGreaterThanOrEqual(acknowledged);
      expect(verifyStore(at("killed.db")).faults).toEqual([]);
      if (i !== KILLS - 1 && (i + 1) % KILLS_A_ROUND !== 0) continue;
      run(...additions("killed.db"));
      expect(exported("killed.db")).toBe(whole);
    }
  },
  120_000 + KILLS * A_KILL_MS,
);

/** What another program sees in the store is acknowledged. */
function keptArticles(): number {
  // A writer that begins or ends has the file for itself for a moment.
  const database = new Database(at("killed.db"), { timeout: 10_000 });
  try {
    const row = database.prepare("SELECT count(*) AS kept FROM analyses").get() as { kept: number };
    return row.kept;
  } finally {
    database.close();
  }
}

/** Runs the program until the moment has come; how many articles the store had just before. */
async function killed(args: readonly string[], moment: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  const exit = new Promise((resolve) => child.on("exit", resolve));
  await Promise.race([new Promise((resolve) => setTimeout(resolve, moment)), exit]);
  const acknowledged = keptArticles();
  child.kill("SIGKILL");
  await exit;
  return acknowledged;
}
