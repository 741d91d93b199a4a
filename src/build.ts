/**
 * The line: read -> toArticle -> analyze -> Linker -> toGraph. The stages do not know each other; they meet
 * here. A bad page, a bad article, even a fault of the program in one of them becomes a note, and the rest is
 * built. How the stages of single articles are run (in this thread, in workers, out of a cache) is in `line/`
 * and cannot be seen in the result.
 */
import type { AnalyzeOptions } from "./analysis/analyze.ts";
import type { NewsGraph } from "./graph/attributes.ts";
import { type GraphOptions, toGraph } from "./graph/build.ts";
import { type ArticleReading, toReading } from "./graph/reading.ts";
import type { DataSource } from "./lexicon/data.ts";
import { nodeData } from "./lexicon/node-data.ts";
import { analysesOf, articlesOf, peeked } from "./line/articles.ts";
import type { CachePlace } from "./line/cache.ts";
import { keptAt, localRunner, type Runner } from "./line/runner.ts";
import { createStages, type Known } from "./line/stages.ts";
import { stageVersions } from "./line/versions.ts";
import { Linker, toLinkingOptions } from "./linking/index.ts";
import type { Analysis, Article, Note } from "./model.ts";
import { type ReadItem, type ReadOptions, read } from "./sources/index.ts";

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

export interface BuildOptions extends LineOptions, GraphOptions {
  /** The user's decisions, as their file is written: `same A = B`, `different A ≠ B`, `rename A -> B`, `not an actor A`, `role A: title of B`. */
  readonly decisions?: string;
  /** A table of identifiers, CSV with a header or JSONL: `name,aliases,kind,country,wikidata`. */
  readonly identifiers?: string;
  /** Keeps the text of every article and what was found in it with the graph. Default false. */
  readonly texts?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly step: "reading" | "linking" | "drawing";
  readonly articles: number;
  readonly notes: number;
  /** Of the article that was just done. */
  readonly origin?: string;
}

const LANGUAGES = ["en"];

/**
 * Articles in, graph out. The order of the paths cannot be seen in the result. Throws `MissingPathError` when a
 * path does not exist; a graph without articles is no error: `graph.getAttribute("counts").articles` tells.
 */
export async function build(
  paths: readonly string[],
  options: BuildOptions = {},
): Promise<NewsGraph> {
  const { onNote, onProgress } = options;
  const notes: Note[] = [];
  const note = (item: Note): void => {
    notes.push(item);
    onNote?.(item);
  };
  const pile = createPile({ ...options, onNote: note });
  // Of an article that comes again, the copy with the smallest origin stays; the others need no analysis.
  const first = new Map<string, string>();
  const skip = (article: Article): boolean => {
    const other = first.get(article.id);
    const isCopy = other !== undefined && other <= article.origin;
    if (isCopy) pile.addCopy(article.id, article.origin);
    else first.set(article.id, article.origin);
    return isCopy;
  };
  for await (const analysis of analyses(paths, { ...options, skip, onNote: note })) {
    pile.add(analysis);
    const { origin } = analysis.article;
    onProgress?.({ step: "reading", articles: pile.size(), notes: notes.length, origin });
  }
  return pile.toGraph(notes);
}

/**
 * The graph of articles that were analyzed before: the same, to the byte, as `build` makes of their pages.
 * `notes`: of what could not be read.
 */
export function assemble(
  analyses: Iterable<Analysis>,
  notes: readonly Note[],
  options: BuildOptions = {},
): NewsGraph {
  const all = [...notes];
  const onNote = (note: Note): void => {
    all.push(note);
    options.onNote?.(note);
  };
  const pile = createPile({ ...options, onNote });
  for (const analysis of analyses) pile.add(analysis);
  return pile.toGraph(all);
}

interface Pile {
  /** Of an article that comes twice the copy with the smallest origin counts. */
  add(analysis: Analysis): void;
  /** An article that came again and was not analyzed. */
  addCopy(id: string, origin: string): void;
  size(): number;
  /** `notes`: the list into which `onNote` puts what it is told. */
  toGraph(notes: readonly Note[]): NewsGraph;
}

/** Of an analysis it keeps what linking needs; of its text only the sentences, unless texts are asked for. */
function createPile(options: BuildOptions & { readonly onNote: (note: Note) => void }): Pile {
  const { data = nodeData(), onNote, onProgress } = options;
  const given = toLinkingOptions(options);
  const linker = new Linker(data, given.options);
  const origins = new Map<string, string>();
  const copies: { readonly id: string; readonly origin: string }[] = [];
  const texts = new Map<string, ArticleReading>();
  return {
    add(analysis) {
      const { id, origin } = analysis.article;
      const other = origins.get(id);
      if (other !== undefined && other <= origin) {
        copies.push({ id, origin });
        return;
      }
      if (other !== undefined) copies.push({ id, origin: other });
      origins.set(id, origin);
      linker.add(analysis);
      if (options.texts === true) texts.set(id, toReading(analysis));
    },
    addCopy: (id, origin) => void copies.push({ id, origin }),
    size: () => origins.size,
    toGraph(notes) {
      for (const { id, origin } of copies) {
        const message = `the same article as ${origins.get(id)}: counted once`;
        onNote({ stage: "article", origin, message });
      }
      const state = { articles: origins.size, notes: notes.length };
      onProgress?.({ step: "linking", ...state });
      for (const each of given.notes) onNote(each);
      const knowledge = linker.finish();
      onProgress?.({ step: "drawing", ...state });
      const graph = toGraph({ ...knowledge, notes: [...notes, ...knowledge.notes] }, options);
      if (options.texts === true) graph.setAttribute("texts", byId(texts));
      return graph;
    },
  };
}

/** Sorted, so that the order of the input cannot be seen. */
function byId(texts: ReadonlyMap<string, ArticleReading>): Record<string, ArticleReading> {
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
  const { cache, onNote = ignore } = options;
  const stages = createStages(nodeData(), keptAt(placeOf(cache)));
  const counts = { analyzed: 0, read: 0, new: 0 };
  for await (const item of read(paths, options)) {
    if ("note" in item) onNote(item.note);
    else counts[stages.known(item.page)]++;
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
  const { workerRunner } = await import("./line/worker-runner.ts");
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
  const known = `known ${languages.length === 1 ? "is" : "are"} "${languages.join('", "')}"`;
  return {
    stage: "article",
    origin,
    message: `left out: the language is "${language}", ${known}`,
  };
}

function ignore(): void {}
