/**
 * `npm run fuzz -- [--runs N] [--seed N] [--from N] [--only TARGET | --without TARGET]`: the long run of the fuzzer. The cases run in a worker; one that takes
 * longer than the limit is a hang, one that uses more memory than the limit ends the worker: both are told, and
 * the run goes on behind it. Exits 1 when anything was found. Stores are left out unless they are asked for (`--without none`): the database driver ends
 * the whole process where a text of the file is not UTF-8 (github.com/tursodatabase/libsql/issues/1223).
 */
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { caseOf } from "./cases.ts";
import { createTargets } from "./targets.ts";

/** Of CPU, so that a busy machine makes no hang; of wall time only what no case can need, should it wait for ever. */
const HANG_CPU_S = 30;
const HANG_WALL_S = 900;
const WATCH_MS = 1000;
const MOST_HEAP_MB = 1500;

interface Range {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The cases of other targets are passed over. */
  readonly only?: string | undefined;
  readonly without?: string | undefined;
}

type Told =
  | { readonly kind: "begun"; readonly number: number }
  | { readonly kind: "broken"; readonly number: number; readonly about: string }
  | { readonly kind: "done" };

if (isMainThread) await superviseRun();
else await runCases(workerData as Range);

async function superviseRun(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      only: { type: "string" },
      without: { type: "string", default: "stores" },
    },
  });
  const seed = Number(values.seed);
  const to = Number(values.from) + Number(values.runs);
  const { only, without } = values;
  const found: string[] = [];
  let next = Number(values.from);
  while (next < to) next = await runUntilItStops({ seed, from: next, to, only, without }, found);
  const { user } = process.cpuUsage();
  console.log(
    `${values.runs} cases, ${found.length} broken promises, ${Math.round(user / 1e6)} s CPU`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

/** The number of the case to go on with. */
function runUntilItStops(range: Range, found: string[]): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: range,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    let current = range.from;
    let isOver = false;
    const tell = (number: number, about: string): void => {
      found.push(about);
      console.log(`case ${number} of seed ${range.seed}: ${about}`);
    };
    const stop = (next: number): void => {
      if (isOver) return;
      isOver = true;
      clearInterval(watch);
      void worker.terminate();
      resolve(next);
    };
    // The supervisor itself only waits: what the process uses is what the case uses.
    let cpuAtStart = process.cpuUsage();
    let begun = performance.now();
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(cpuAtStart);
      const cpu = (user + system) / 1e6;
      const wall = (performance.now() - begun) / 1000;
      if (cpu < HANG_CPU_S && wall < HANG_WALL_S) return;
      tell(current, `no end after ${Math.round(cpu)} s CPU, ${Math.round(wall)} s`);
      stop(current + 1);
    }, WATCH_MS);
    worker.on("message", (told: Told) => {
      if (told.kind === "broken") tell(told.number, told.about);
      else if (told.kind === "done") stop(range.to);
      else {
        current = told.number;
        cpuAtStart = process.cpuUsage();
        begun = performance.now();
        if (current % 1000 === 0) console.error(`${current} …`);
      }
    });
    worker.on("error", (error) => {
      tell(current, `the worker ended: ${error.message}`);
      stop(current + 1);
    });
  });
}

async function runCases({ seed, from, to, only, without }: Range): Promise<void> {
  const targets = await createTargets();
  const tell = (told: Told): void => parentPort!.postMessage(told);
  for (let number = from; number < to; number++) {
    const { target, name, bytes } = caseOf(targets, seed, number);
    if (target.name === without || (only !== undefined && target.name !== only)) continue;
    tell({ kind: "begun", number });
    try {
      await target.run(bytes);
    } catch (error) {
      const { stack = String(error) } = error as Error;
      tell({ kind: "broken", number, about: `${target.name}, ${name}: ${stack.slice(0, 600)}` });
    }
  }
  tell({ kind: "done" });
}
