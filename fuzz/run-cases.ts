/**
 * The process that runs cases for `main.ts`. What it tells is written before it goes on, so that it is known which case it died of; a thread beside it watches that none
 * takes too long, and ends the process then.
 */
import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { caseOf } from "./cases.ts";
import { createTargets } from "./targets.ts";

export interface Range {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The cases of other targets are passed over. */
  readonly only?: string | undefined;
  readonly without?: string | undefined;
}

export type Told =
  | {
      readonly kind: "begun";
      readonly number: number;
      readonly target: string;
      readonly cpuSeconds: number;
    }
  | { readonly kind: "broken"; readonly number: number; readonly about: string }
  | { readonly kind: "done" };

/** Of CPU, so that a busy machine makes no hang; of wall time only what no case can need, should it wait for ever. */
const HANG_CPU_S = 30;
const HANG_WALL_S = 900;
const WATCH_MS = 1000;
/** Where `main.ts` listens. */
const CHANNEL = 3;

if (isMainThread) process.once("message", (range: Range) => void runCases(range));
else watch(workerData as Int32Array);

async function runCases({ seed, from, to, only, without }: Range): Promise<void> {
  const targets = await createTargets();
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(from);
  const watcher = new Worker(new URL(import.meta.url), { workerData: current });
  for (let number = from; number < to; number++) {
    const { target, name, bytes } = caseOf(targets, seed, number);
    if (target.name === without || (only !== undefined && target.name !== only)) continue;
    const { user, system } = process.cpuUsage();
    tell({ kind: "begun", number, target: target.name, cpuSeconds: (user + system) / 1e6 });
    Atomics.store(current, 0, number);
    try {
      await target.run(bytes);
    } catch (error) {
      const { stack = String(error) } = error as Error;
      tell({ kind: "broken", number, about: `${target.name}, ${name}: ${stack.slice(0, 600)}` });
    }
  }
  tell({ kind: "done" });
  await watcher.terminate();
  process.disconnect();
}

function tell(told: Told): void {
  writeSync(CHANNEL, `${JSON.stringify(told)}\n`);
}

function watch(current: Int32Array): void {
  let number = Atomics.load(current, 0);
  let cpuBefore = process.cpuUsage();
  let begun = performance.now();
  setInterval(() => {
    const now = Atomics.load(current, 0);
    if (now !== number) {
      number = now;
      cpuBefore = process.cpuUsage();
      begun = performance.now();
      return;
    }
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1e6;
    const wall = (performance.now() - begun) / 1000;
    if (cpu < HANG_CPU_S && wall < HANG_WALL_S) return;
    writeSync(2, `no end after ${Math.round(cpu)} s CPU, ${Math.round(wall)} s\n`);
    process.kill(process.pid, "SIGKILL");
  }, WATCH_MS);
}
