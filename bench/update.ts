/**
 * `node .tools/bench/update.js [articles] [more]`: `more` (100) synthetic articles into a store of `articles` (10,000), and out again, against a build
 * of all. The addition is run by a process of its own, whose memory is told; analyzing is left out on both sides.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assembleChange, assembleParts } from "../src/build.ts";
import type { RelinkWork } from "../src/model.ts";
import { createStore, type StoreWriter, updateStore, verifyStore } from "../src/store/index.ts";
import { syntheticAnalyses } from "./synthetic-analyses.ts";

const [articles = "10000", more = "100", path, what] = process.argv.slice(2);
const size = Number(articles);
const added = Number(more);

if (path === undefined) measure();
else change(path, what!);

function measure(): void {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-update-"));
  const store = join(folder, "graph.db");
  try {
    const run = (step: string): string =>
      execFileSync(
        process.execPath,
        ["--max-old-space-size=12000", process.argv[1]!, articles, more, store, step],
        { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
      );
    for (const step of ["build", "add", "remove", ...(size <= 20_000 ? ["verify"] : [])]) {
      console.log(run(step).trimEnd());
    }
    console.log(`file ${Math.round(statSync(store).size / 1e6)} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function change(file: string, step: string): void {
  if (step === "verify") {
    console.log(`verify: ${verifyStore(file).faults.length} faults`);
    return;
  }
  const store = step === "build" ? createStore(file) : updateStore(file);
  let n = 0;
  const ids: string[] = [];
  for (const analysis of syntheticAnalyses(size + added)) {
    const isNew = n++ >= size;
    if (isNew) ids.push(analysis.article.id);
    if ((step === "build" && !isNew) || (step === "add" && isNew)) store.add(analysis, []);
  }
  if (step === "remove") for (const id of ids) store.remove(id);
  const started = process.cpuUsage();
  const work = relink(store);
  store.close();
  const { user, system } = process.cpuUsage(started);
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  console.log(
    `${step}: ${(user / 1e6).toFixed(2)} s CPU (+ ${(system / 1e6).toFixed(2)} system), ${memory} MB; ${JSON.stringify(work ?? "all linked")}`,
  );
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
