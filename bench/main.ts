/**
 * `npm run bench [-- line|growth] [--articles n] [--sizes 1000,2000] [--jobs n]`: measures and writes the tables of
 * `docs/performance.md`. Without a name both are made.
 */
import { parseArgs } from "node:util";
import { benchGrowth } from "./growth.ts";
import { benchLine } from "./line.ts";
import { writeGrowth, writeStages } from "./performance.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "300" },
    sizes: { type: "string", default: "1000,2000,5000" },
    jobs: { type: "string", default: "2" },
  },
});
const benches: Readonly<Record<string, () => Promise<void>>> = {
  line: async () => writeStages(await benchLine(Number(values.articles))),
  growth: async () => {
    const jobs = Number(values.jobs);
    writeGrowth(await benchGrowth(values.sizes.split(",").map(Number), jobs), jobs);
  },
};
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  throw new Error(`bench: expected ${Object.keys(benches).join(", ")}; got ${unknown.join(", ")}`);
}
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length === 0 || positionals.includes(name)) await bench();
}
