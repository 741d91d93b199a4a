/**
 * `npm run fuzz`: the long run of the fuzzer. The cases run in a process of their own, so that
 * nothing they do ends the run: a crash in a library, a case that takes longer than the limit (a hang), more memory than the limit. Each is told, and
 * another process goes on behind it. Exits 1 when anything was found.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Range, Told } from "./run-cases.ts";

const MOST_HEAP_MB = 1500;
const TELL_EVERY = 1000;

const USAGE = `npm run fuzz -- [--runs 100000] [--seed 1] [--from 0] [--only TARGET | --without TARGET]

  --from    the case to begin with: a broken promise is told with its number
`;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    only: { type: "string" },
    without: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help === true) {
  process.stdout.write(USAGE);
  process.exit();
}
const { only, without } = values;
const seed = Number(values.seed);
const to = Number(values.from) + Number(values.runs);
const found: string[] = [];
const tried = new Map<string, number>();
let cpuSeconds = 0;
let next = Number(values.from);
while (next < to) next = await runUntilItStops({ seed, from: next, to, only, without });
const targets = Array.from(tried, ([name, cases]) => `${name} ${cases}`);
const cases = [...tried.values()].reduce((sum, some) => sum + some, 0);
console.log(
  `${cases} cases (${targets.join(", ")}): ${found.length} broken promises, ${Math.round(cpuSeconds)} s CPU`,
);
process.exitCode = found.length === 0 ? 0 : 1;

/** The number of the case to go on with. */
function runUntilItStops(range: Range): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL("./run-cases.js", import.meta.url)), {
      execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`],
      stdio: ["ignore", "ignore", "pipe", "pipe", "ipc"],
    });
    let current = range.from;
    let isDone = false;
    let cpu = 0;
    let errors = "";
    const tell = (number: number, about: string): void => {
      found.push(about);
      console.log(`case ${number} of seed ${range.seed}: ${about}`);
    };
    const take = (told: Told): void => {
      if (told.kind === "broken") tell(told.number, told.about);
      else if (told.kind === "done") isDone = true;
      else {
        current = told.number;
        cpu = told.cpuSeconds;
        tried.set(told.target, (tried.get(told.target) ?? 0) + 1);
        if (current % TELL_EVERY === 0) console.error(`${current} …`);
      }
    };
    let line = "";
    child.stdio[3]!.on("data", (piece: Buffer) => {
      const lines = (line + piece).split("\n");
      line = lines.pop()!;
      for (const whole of lines) take(JSON.parse(whole) as Told);
    });
    child.stderr!.on("data", (piece: Buffer) => {
      errors = (errors + piece).slice(-600);
    });
    child.on("close", (code, signal) => {
      cpuSeconds += cpu;
      if (isDone) return resolve(range.to);
      tell(current, `the process ended (${signal ?? code}): ${errors.trim()}`);
      resolve(current + 1);
    });
    child.send(range);
  });
}
