/**
 * Worker threads that do the work on single articles, by piscina. A worker that dies or hangs costs the one article
 * that it died of: the others of its batch are done again, each by itself.
 */
import { Piscina } from "piscina";
import type { Note, Stage } from "../model.ts";
import type { CachePlace } from "./cache.ts";
import type { Runner } from "./runner.ts";
import type { Task } from "./worker.ts";

export interface PoolOptions {
  readonly jobs: number;
  readonly cache?: CachePlace;
  /** A batch that takes longer is a hang. Milliseconds, default two minutes: an article takes ten milliseconds. */
  readonly hangMs?: number;
  /** Heap of a worker, megabytes. Default 1024. */
  readonly heapMb?: number;
  /** The file of the worker, for tests. */
  readonly file?: URL;
}

const BATCH = 16;
const HANG_MS = 120_000;
const HEAP_MB = 1024;

export function workerRunner(options: PoolOptions): Runner {
  const { jobs, cache, hangMs = HANG_MS, heapMb = HEAP_MB } = options;
  const pool = new Piscina<Task, unknown[]>({
    filename: (options.file ?? new URL("./worker.js", import.meta.url)).href,
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const shared = cache === undefined ? {} : { cache };
  const tried = (task: Task): Promise<unknown[]> =>
    pool.run(task, { signal: AbortSignal.timeout(hangMs) });

  async function run<I extends { readonly origin: string }, O>(
    items: readonly I[],
    stage: Stage,
    toTask: (items: readonly I[]) => Task,
  ): Promise<O[]> {
    try {
      return (await tried(toTask(items))) as O[];
    } catch (error) {
      if (items.length === 1) return [{ notes: [lost(items[0]!.origin, stage, error)] } as O];
      const outcomes: O[] = [];
      for (const item of items) outcomes.push(...(await run<I, O>([item], stage, toTask)));
      return outcomes;
    }
  }

  return {
    ahead: 3 * jobs,
    batch: BATCH,
    toArticles: (pages) =>
      run(pages, "article", (some) => ({ stage: "article", pages: some, ...shared })),
    analyze: (articles, tokens) =>
      run(articles, "analysis", (some) => ({
        stage: "analysis",
        articles: some,
        tokens,
        ...shared,
      })),
    close: () => pool.destroy(),
  };
}

function lost(origin: string, stage: Stage, error: unknown): Note {
  const { name, message } = error as Error;
  const why = name === "AbortError" || name === "TimeoutError" ? "it took too long" : message;
  return { stage, origin, message: `left out: the program failed here (${why})` };
}
