/** `npm run eval`: measures quality on gold data. Each file of `train/evals/` that exports `suite` is one suite. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { dataFolder } from "../src/lexicon/node-data.ts";
import type { Suite } from "./evals/suite.ts";
import { belowFloor, digestOf, type Floors, raised } from "./floors.ts";
import { goldFolder } from "./gold-folder.ts";

const USAGE = `npm run eval -- [suite...] [--data FOLDER] [--verbose] [--json] [--check | --update [--lower]]

  --data FOLDER   the gold data; without it gold/ in shared/, beside the project
  --verbose       what was wrong, case by case, where a suite tells
  --check         compare with tests/gold/floors.json and fail on a drop
  --update        raise the floors; --lower also lowers them

Suites, without a name all:
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string" },
    verbose: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    update: { type: "boolean", default: false },
    lower: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  },
});

const project = join(dataFolder(), "..");
const floorsFile = join(project, "tests", "gold", "floors.json");
const shared = join(project, "..", "shared");
const suites = await loadSuites();
if (values.help === true) {
  const names = suites.map(({ name, about }) => `  ${name.padEnd(20)} ${about}\n`);
  process.stdout.write(`${USAGE}${names.join("")}`);
  process.exit();
}
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  throw new Error(`eval: there is no suite ${unknown.join(", ")}; --help lists them`);
}
const gold = goldFolder(values.data ?? join(shared, "gold"), shared, suites);
const floors: Record<string, Floors[string]> = existsSync(floorsFile)
  ? (JSON.parse(readFileSync(floorsFile, "utf8")) as Floors)
  : {};
const results: Record<string, Record<string, number>> = {};
const failures: string[] = [];

for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  const missing = suite.files.find((file) => !existsSync(join(gold, file)));
  if (missing !== undefined) {
    console.log(`${suite.name}: skipped, its gold data are missing (${missing})`);
    continue;
  }
  const started = process.cpuUsage();
  const result = await suite.run(gold);
  const seconds = process.cpuUsage(started).user / 1e6;
  results[suite.name] = { ...result.figures };
  const digest = digestOf(suite, gold);
  if (values.check) failures.push(...belowFloor(suite, result, digest, floors));
  if (values.update) floors[suite.name] = raised(suite, result, digest, floors, values.lower);
  if (values.json) continue;
  console.log(`\n${suite.name}: ${suite.about} (${seconds.toFixed(1)} s CPU)`);
  for (const [name, value] of Object.entries(result.figures)) {
    console.log(`  ${name.padEnd(36)} ${Number.isInteger(value) ? value : value.toFixed(4)}`);
  }
  if (values.verbose && result.details) console.log(result.details);
}

if (values.json) console.log(JSON.stringify(results, null, 2));
if (values.update) {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)));
  mkdirSync(dirname(floorsFile), { recursive: true });
  writeFileSync(floorsFile, `${JSON.stringify(sorted, null, 2)}\n`);
}
if (values.check) {
  for (const failure of failures) console.log(`below the floor: ${failure}`);
  const measured = Object.keys(results).length;
  const failed = new Set(failures.map((text) => text.slice(0, text.indexOf(":")))).size;
  console.log(`suites: ${measured - failed} hold their floors, ${failed} do not`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function loadSuites(): Promise<Suite[]> {
  const folder = join(import.meta.dirname, "evals");
  const loaded: Suite[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".js")) continue;
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { suite?: Suite };
    if (module.suite) loaded.push(module.suite);
  }
  return loaded;
}
