/** `node .tools/bench/whole-run.js <file> <jobs>`: builds once and prints what it cost, as one line of JSON. */
import { build } from "../src/build.ts";

/** User CPU of all threads in seconds, most memory of the whole process in megabytes. */
export interface WholeRun {
  readonly cpu: { readonly reading: number; readonly linking: number; readonly graph: number };
  /** CPU of the reading of a thousand articles, or of as many as there are. */
  readonly firstThousand: number;
  readonly lastThousand: number;
  readonly seconds: number;
  readonly memory: number;
  readonly nodes: number;
  readonly edges: number;
}

const [file = "", jobs = "1"] = process.argv.slice(2);
const THOUSAND = 1000;
const start = performance.now();
const cpu = (): number => process.cpuUsage().user / 1e6;
const reached: number[] = [0];
const begun = { linking: 0, drawing: 0 };
const graph = await build([file], {
  jobs: Number(jobs),
  layout: false,
  onProgress: ({ step, articles }) => {
    if (step === "reading") reached[articles] = cpu();
    else begun[step] = cpu();
  },
});
const last = reached.length - 1;
const many = Math.min(THOUSAND, last);
const run: WholeRun = {
  cpu: {
    reading: begun.linking,
    linking: begun.drawing - begun.linking,
    graph: cpu() - begun.drawing,
  },
  firstThousand: reached[many]!,
  lastThousand: reached[last]! - (reached[last - many] ?? 0),
  seconds: (performance.now() - start) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  nodes: graph.order,
  edges: graph.size,
};
console.log(JSON.stringify(run));
