/**
 * The part of the line that knows single articles: files -> pages -> articles -> analyses. How its stages are run (in
 * this thread, in workers, out of a cache) cannot be seen in the result.
 */
import type { AnalyzeOptions } from "../analysis/analyze.ts";
import type { DataSource } from "../lexicon/data.ts";
import { nodeData } from "../lexicon/node-data.ts";
import type { Analysis, Article, Note } from "../model.ts";
import { type ReadItem, type ReadOptions, read } from "../sources/index.ts";
import { analysesOf, articlesOf, peeked } from "./articles.ts";
import type { CachePlace } from "./cache.ts";
import { keptAt, localRunner, type Runner } from "./runner.ts";
import { createStages, type Known } from "./stages.ts";
import { stageVersions } from "./versions.ts";

export interface LineOptions extends ReadOptions {
  /** Tables and models. Default: the folder `data/` of the package. */
  readonly data?: DataSource;
  /** Languages to go on with, ISO 639-1. Default: `["en"]`, the only one that the analysis knows. */
  readonly languages?: readonly string[];
  /** Told of everything that is left out, as it happens. */
  readonly onNote?: (note: Note) => void;
  /** Worker threads for what is done with single articles; 1 does it in this thread. Only with the tables of the package. Default 1. */
  readonly jobs?: number;
  /** A folder for finished articles and analyses: what is in it is not done again. Only with the tables of the package. Default: none. */
  readonly cache?: string;
  /** Ends the reading: what is under way is finished, and the call rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** Told of each article that was read, and each that was analyzed; `isKnown`: by an earlier run, out of the cache. */
  readonly onDone?: (stage: "article" | "analysis", isKnown: boolean) => void;
  /** Told of what concerns this run and not its input, as damage in the cache. It does not go into the graph, which must not hang on it. */
  readonly onRunNote?: (note: Note) => void;
}

export interface AnalysesOptions extends LineOptions, AnalyzeOptions {
  /** Articles that need not be analyzed: they are known already. */
  readonly skip?: (article: Article) => boolean;
}

const LANGUAGES = ["en"];

/** The articles of files, folders and standard input, one at a time; what is none goes to `onNote`. */
export async function* articles(
  paths: readonly string[],
  options: LineOptions = {},
): AsyncGenerator<Article> {
  const { items, runner } = await start(paths, options);
  try {
    yield* knownArticles(items, runner, options);
  } finally {
    await runner.close();
  }
}

/** The same, each analyzed. An article that comes twice is yielded twice. */
export async function* analyses(
  paths: readonly string[],
  options: AnalysesOptions = {},
): AsyncGenerator<Analysis> {
  const { tokens = false, skip = () => false, onNote = ignore, ...given } = options;
  const { items, runner } = await start(paths, options);
  async function* wanted(): AsyncGenerator<Article> {
    for await (const article of knownArticles(items, runner, options)) {
      if (!skip(article)) yield article;
    }
  }
  try {
    yield* analysesOf(wanted(), { ...given, runner, onNote, tokens });
    given.signal?.throwIfAborted();
  } finally {
    await runner.close();
  }
}

/** How far earlier runs have brought what is to be read, by the cache; nothing is done. */
export async function survey(
  paths: readonly string[],
  options: LineOptions = {},
): Promise<Readonly<Record<Known, number>>> {
  const { cache, languages = LANGUAGES, onNote = ignore } = options;
  const stages = createStages(nodeData(), keptAt(placeOf(cache)));
  const counts = { analyzed: 0, read: 0, new: 0 };
  for await (const item of read(paths, options)) {
    if ("note" in item) onNote(item.note);
    else counts[stages.known(item.page, languages)]++;
  }
  return counts;
}

/** Fewer pages than this are done before workers have loaded their models. */
const FEW_PAGES = 32;

async function start(
  paths: readonly string[],
  options: LineOptions,
): Promise<{ readonly items: AsyncIterable<ReadItem>; readonly runner: Runner }> {
  const { data, jobs = 1 } = options;
  const all = read(paths, options);
  if (data !== undefined) return { items: all, runner: localRunner(data, undefined) };
  const cache = placeOf(options.cache);
  const local = (items: AsyncIterable<ReadItem>) => ({
    items,
    runner: localRunner(nodeData(), cache),
  });
  if (jobs === 1 || !canStartWorkers()) return local(all);
  const { isAll, items } = await peeked(all, FEW_PAGES);
  if (isAll) return local(items);
  const { workerRunner } = await import("./worker-runner.ts");
  return { items, runner: workerRunner({ jobs, ...(cache === undefined ? {} : { cache }) }) };
}

function placeOf(folder: string | undefined): CachePlace | undefined {
  return folder === undefined ? undefined : { folder, versions: stageVersions() };
}

/** Node 20 runs no TypeScript: from the sources (in tests) everything is done in this thread. */
function canStartWorkers(): boolean {
  return !import.meta.url.endsWith(".ts");
}

async function* knownArticles(
  items: AsyncIterable<ReadItem>,
  runner: Runner,
  options: LineOptions,
): AsyncGenerator<Article> {
  const { languages = LANGUAGES, onNote = ignore } = options;
  for await (const article of articlesOf(items, { ...options, runner, onNote })) {
    if (languages.includes(article.language)) yield article;
    else onNote(foreign(article, languages));
  }
}

function foreign({ origin, language }: Article, languages: readonly string[]): Note {
  const wanted = languages.join('", "');
  return { stage: "article", origin, message: `left out: not in "${wanted}" but in "${language}"` };
}

function ignore(): void {}
