/**
 * `npm run eval [suite...] [-- --data FOLDER --verbose --json]`: measures quality on gold data.
 * Each file of `train/evals/` that exports `suite` is one suite.
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { dataFolder } from "../src/lexicon/node-data.ts";
import type { Suite } from "./evals/suite.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string" },
    verbose: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const gold = resolve(values.data ?? join(dataFolder(), "..", "..", "shared", "gold"));
const suites = await loadSuites();
const results: Record<string, Record<string, number>> = {};
for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  const missing = suite.files.find((file) => !existsSync(join(gold, file)));
  if (missing !== undefined) {
    console.log(`${suite.name}: skipped, ${join(gold, missing)} is missing`);
    continue;
  }
  const started = process.cpuUsage();
  const { figures, details } = await suite.run(gold);
  const seconds = process.cpuUsage(started).user / 1e6;
  results[suite.name] = { ...figures };
  if (values.json) continue;
  console.log(`\n${suite.name}: ${suite.about} (${seconds.toFixed(1)} s CPU)`);
  for (const [name, value] of Object.entries(figures)) {
    console.log(`  ${name.padEnd(36)} ${Number.isInteger(value) ? value : value.toFixed(4)}`);
  }
  if (values.verbose && details) console.log(details);
}
if (values.json) console.log(JSON.stringify(results, null, 2));

async function loadSuites(): Promise<Suite[]> {
  const folder = join(import.meta.dirname, "evals");
  const loaded: Suite[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!/\.js$/.test(file)) continue;
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { suite?: Suite };
    if (module.suite) loaded.push(module.suite);
  }
  return loaded;
}
