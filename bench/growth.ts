/**
 * `build` from end to end, with workers and without a cache, on a synthetic corpus: a process of its own for each size, so
 * that its CPU and its memory are its own.
 */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { nodeData } from "../src/lexicon/node-data.ts";
import { corpus } from "./corpus/articles.ts";
import { readSample } from "./corpus/sample.ts";
import type { WholeRun } from "./whole-run.ts";

export interface GrowthStep extends WholeRun {
  readonly articles: number;
}

export async function benchGrowth(sizes: readonly number[], jobs: number): Promise<GrowthStep[]> {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  try {
    const steps: GrowthStep[] = [];
    for (const articles of sizes) {
      const file = join(folder, `${articles}.jsonl`);
      await writeCorpus(file, articles);
      steps.push({ articles, ...(await runWhole(file, jobs)) });
      rmSync(file);
      console.log(JSON.stringify(steps.at(-1)));
    }
    return steps;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runWhole(file: string, jobs: number): Promise<WholeRun> {
  const script = fileURLToPath(new URL("./whole-run.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, `${jobs}`]);
  return JSON.parse(stdout) as WholeRun;
}

export async function writeCorpus(file: string, count: number, seed = 1): Promise<void> {
  const { texts } = await readSample();
  const out = createWriteStream(file);
  for (const { paragraphs, ...fields } of corpus(count, texts, nodeData(), seed)) {
    const line = `${JSON.stringify({ ...fields, text: paragraphs.join("\n\n") })}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
