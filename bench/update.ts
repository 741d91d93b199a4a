/**
 * `node .tools/bench/update.js [articles] [more] [--sparse | --analyses file.jsonl] [--rebuild seconds]`: `more` (100) articles into a store of `articles`
 * (10,000), and out again, against linking and writing all that is kept; the additions are of the days after the others. The analyses are synthetic, as
 * dense as news (`dense-analyses.ts`); with `--sparse` they have four names each (`synthetic-analyses.ts`), with a file they are those that `dramatis analyze`
 * wrote. `--rebuild`: CPU seconds that reading and analyzing all of them takes, to compare with building from pages as well. Each step is a process of its
 * own, whose memory is told; to analyze the articles that are added is left out on both sides.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { assembleChange, assembleParts } from "../src/build.ts";
import type { Analysis, RelinkWork } from "../src/model.ts";
import { createStore, type StoreWriter, updateStore, verifyStore } from "../src/store/index.ts";
import { denseAnalyses } from "./dense-analyses.ts";
import { syntheticAnalyses } from "./synthetic-analyses.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sparse: { type: "boolean", default: false },
    analyses: { type: "string" },
    rebuild: { type: "string" },
    // Of a step that is run by itself.
    store: { type: "string" },
    step: { type: "string" },
  },
});
const [articles = "10000", more = "100"] = positionals;
const size = Number(articles);
const added = Number(more);

interface Step {
  /** User CPU, as all seconds here. */
  readonly seconds: number;
  readonly text: string;
}

if (values.step === undefined) measure();
else console.log(JSON.stringify(await take(values.store!, values.step)));

function measure(): void {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-update-"));
  const store = join(folder, "graph.db");
  const run = (step: string): Step => {
    // The largest step of 100,000 takes ten minutes.
    console.error(`${step} ...`);
    const args = [...process.argv.slice(1), "--store", store, "--step", step];
    const told = execFileSync(process.execPath, ["--max-old-space-size=12000", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    const found = JSON.parse(told) as Step;
    console.log(found.text);
    return found;
  };
  try {
    const built = run("build").seconds;
    const addition = run("add").seconds;
    run("remove");
    if (size <= 20_000) run("verify");
    console.log(`file ${Math.round(statSync(store).size / 1e6)} MB`);
    console.log(`against linking and writing all: ${(built / addition).toFixed(1)} times less`);
    if (values.rebuild !== undefined) {
      const all = built + Number(values.rebuild);
      const own = addition + (Number(values.rebuild) * added) / size;
      console.log(`against building from pages: ${(all / own).toFixed(1)} times less`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* analysesOf(count: number): AsyncGenerator<Analysis> {
  if (values.analyses === undefined) {
    yield* values.sparse ? syntheticAnalyses(count) : denseAnalyses(count);
    return;
  }
  let left = count;
  const lines = createInterface({ input: createReadStream(values.analyses) });
  for await (const line of lines) {
    if (left-- === 0) return;
    yield JSON.parse(line) as Analysis;
  }
}

async function take(file: string, step: string): Promise<Step> {
  if (step === "verify") {
    return { seconds: 0, text: `verify: ${verifyStore(file).faults.length} faults` };
  }
  const store = step === "build" ? createStore(file) : updateStore(file);
  let n = 0;
  const ids: string[] = [];
  for await (const analysis of analysesOf(size + added)) {
    const isNew = n++ >= size;
    if (isNew) ids.push(analysis.article.id);
    if ((step === "build" && !isNew) || (step === "add" && isNew)) store.add(analysis, []);
  }
  if (step === "remove") for (const id of ids) store.remove(id);
  const started = process.cpuUsage();
  const work = relink(store);
  store.close();
  const { user, system } = process.cpuUsage(started);
  const seconds = user / 1e6;
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  const text = `${step}: ${seconds.toFixed(2)} s CPU (+ ${(system / 1e6).toFixed(2)} system), ${memory} MB; ${JSON.stringify(work ?? "all linked")}`;
  return { seconds, text };
}

function relink(store: StoreWriter): RelinkWork | undefined {
  let work: RelinkWork | undefined;
  store.relink(
    (analyses, notes) => {
      work = undefined;
      return assembleParts(analyses, notes);
    },
    (pile) => {
      const found = assembleChange(pile);
      work = found?.change.work;
      return found;
    },
  );
  return work;
}
