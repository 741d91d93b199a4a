/** `npm run bench`: measures and writes the tables of `docs/performance.md`. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import "../src/cli/v8-flags.ts";
import { benchGrowth } from "./growth.ts";
import { benchStore } from "./large-store.ts";
import { benchLine } from "./line.ts";
import { writeGrowth, writeStages, writeStore } from "./performance.ts";

const USAGE = `npm run bench -- [line] [growth] [store] [options]      without a name all three

  line     --articles 1000                      what the stages cost, beside wink-nlp
  growth   --sizes 1000,2000,5000 --jobs 2      time and memory by the number of articles
  store    --entities 300000 --events 1000000   a large store; --file graph.db keeps it, or asks the one that is there

The figures are written into docs/performance.md.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "1000" },
    sizes: { type: "string", default: "1000,2000,5000" },
    jobs: { type: "string", default: "2" },
    entities: { type: "string", default: "300000" },
    events: { type: "string", default: "1000000" },
    file: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help === true) {
  process.stdout.write(USAGE);
  process.exit();
}
const benches: Readonly<Record<string, () => Promise<void>>> = {
  line: async () => writeStages(await benchLine(Number(values.articles))),
  growth: async () => {
    const jobs = Number(values.jobs);
    writeGrowth(await benchGrowth(values.sizes.split(",").map(Number), jobs), jobs);
  },
  store: async () => {
    const { file } = values;
    const kept = file === undefined ? {} : { file, isThere: existsSync(file) };
    writeStore(await benchStore(Number(values.entities), Number(values.events), kept));
  },
};
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  throw new Error(`bench: expected ${Object.keys(benches).join(", ")}; got ${unknown.join(", ")}`);
}
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length === 0 || positionals.includes(name)) await bench();
}
