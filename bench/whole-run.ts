/**
 * `node .tools/bench/whole-run.js <file> <jobs> [keep]`: builds a store once, as `dramatis build -o graph.db` does, and prints what it cost, as one line of
 * JSON. The store, `<file>.db`, goes again, unless it is to be kept, to add to it.
 */
import { rmSync, statSync } from "node:fs";
import "../src/cli/v8-flags.ts";
import { createAssembler } from "../src/build.ts";
import { collectOftenFor } from "../src/cli/v8-garbage.ts";
import { analyses } from "../src/line/index.ts";
import type { Note } from "../src/model.ts";
import { createStore } from "../src/store/index.ts";

/** User CPU of all threads in seconds, most memory of the whole process in megabytes. */
export interface WholeRun {
  readonly cpu: { readonly reading: number; readonly linking: number; readonly writing: number };
  /** CPU of the reading of a thousand articles, or of as many as there are. */
  readonly firstThousand: number;
  readonly secondThousand: number;
  readonly lastThousand: number;
  /** On the clock. */
  readonly seconds: number;
  readonly memory: number;
  /** Of the store. */
  readonly megabytes: number;
  readonly counts: Readonly<Record<string, number>>;
}

const [file = "", jobs = "1", keep] = process.argv.slice(2);
const THOUSAND = 1000;
const path = `${file}.db`;
const start = performance.now();
const cpu = (): number => process.cpuUsage().user / 1e6;
const reached: number[] = [0];
const store = createStore(path);
const assembler = createAssembler();
let notes: Note[] = [];
const found = analyses([file], {
  jobs: Number(jobs),
  skip: ({ id, origin }) => store.has(id, origin),
  onNote: (note) => notes.push(note),
});
for await (const analysis of found) {
  store.add(analysis, notes);
  assembler.add(analysis);
  notes = [];
  reached.push(cpu());
}
store.add(undefined, notes);
const read = cpu();
collectOftenFor(reached.length);
let linked = read;
const { counts } = store.relink((_, all) => {
  const parts = assembler.parts(all);
  linked = cpu();
  return parts;
});
store.close();
const last = reached.length - 1;
const between = (from: number, to: number): number =>
  (reached[Math.min(to, last)] ?? 0) - (reached[Math.min(from, last)] ?? 0);
const run: WholeRun = {
  cpu: { reading: read, linking: linked - read, writing: cpu() - linked },
  firstThousand: between(0, THOUSAND),
  secondThousand: between(THOUSAND, 2 * THOUSAND),
  lastThousand: between(Math.max(0, last - THOUSAND), last),
  seconds: (performance.now() - start) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  megabytes: statSync(path).size / 1e6,
  counts: counts ?? {},
};
if (keep === undefined) rmSync(path);
console.log(JSON.stringify(run));
