/**
 * The line: read -> toArticle -> analyze -> Linker -> toGraph. The stages do not know each other; they meet
 * here. A bad page, a bad article, even a fault of the program in one of them becomes a note, and the rest is
 * built.
 */
import { type AnalyzeOptions, createAnalyzer } from "./analysis/analyze.ts";
import { createArticleReader, type ToArticle } from "./article/index.ts";
import type { NewsGraph } from "./graph/attributes.ts";
import { type GraphOptions, toGraph } from "./graph/build.ts";
import { type ArticleReading, toReading } from "./graph/reading.ts";
import type { DataSource } from "./lexicon/data.ts";
import { nodeData } from "./lexicon/node-data.ts";
import { Linker, toLinkingOptions } from "./linking/index.ts";
import type { Analysis, Article, Note, Page, Stage } from "./model.ts";
import { type ReadOptions, read } from "./sources/index.ts";

export interface LineOptions extends ReadOptions {
  /** Tables and models. Default: the folder `data/` of the package. */
  readonly data?: DataSource;
  /** Languages to go on with, ISO 639-1. Default: `["en"]`, the only one that the analysis knows. */
  readonly languages?: readonly string[];
  /** Told of everything that is left out, as it happens. */
  readonly onNote?: (note: Note) => void;
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
  const { data = nodeData(), onNote, onProgress } = options;
  const notes: Note[] = [];
  const note = (item: Note): void => {
    notes.push(item);
    onNote?.(item);
  };
  const analyzer = once(() => createAnalyzer(data));
  const kept = new Map<string, Analysis>();
  const copies: Article[] = [];
  for await (const article of articles(paths, { ...options, data, onNote: note })) {
    const other = kept.get(article.id)?.article;
    if (other !== undefined && other.origin <= article.origin) {
      copies.push(article);
      continue;
    }
    const analyze = analyzer();
    const analysis = safely("analysis", article.origin, note, () => analyze(article));
    if (analysis === undefined) continue;
    if (other !== undefined) copies.push(other);
    kept.set(article.id, analysis);
    onProgress?.({
      step: "reading",
      articles: kept.size,
      notes: notes.length,
      origin: article.origin,
    });
  }
  return join(kept, copies, notes, { ...options, onNote: note });
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
  const kept = new Map<string, Analysis>();
  const copies: Article[] = [];
  for (const analysis of analyses) {
    const { article } = analysis;
    const other = kept.get(article.id)?.article;
    if (other !== undefined) copies.push(other.origin <= article.origin ? article : other);
    if (other === undefined || other.origin > article.origin) kept.set(article.id, analysis);
  }
  const all = [...notes];
  const onNote = (note: Note): void => {
    all.push(note);
    options.onNote?.(note);
  };
  return join(kept, copies, all, { ...options, onNote });
}

/** `onNote` must put what it is told into `notes`. */
function join(
  kept: ReadonlyMap<string, Analysis>,
  copies: readonly Article[],
  notes: readonly Note[],
  options: BuildOptions & { readonly onNote: (note: Note) => void },
): NewsGraph {
  const { data = nodeData(), onNote, onProgress } = options;
  for (const { id, origin } of copies) {
    const first = kept.get(id)!.article.origin;
    onNote({ stage: "article", origin, message: `the same article as ${first}: counted once` });
  }
  const state = { articles: kept.size, notes: notes.length };
  onProgress?.({ step: "linking", ...state });
  const given = toLinkingOptions(options);
  for (const each of given.notes) onNote(each);
  const linker = new Linker(data, given.options);
  for (const analysis of kept.values()) linker.add(analysis);
  const knowledge = linker.finish();
  onProgress?.({ step: "drawing", ...state });
  const graph = toGraph({ ...knowledge, notes: [...notes, ...knowledge.notes] }, options);
  if (options.texts === true) graph.setAttribute("texts", readings(kept));
  return graph;
}

/** By id, so that the order of the input cannot be seen. */
function readings(kept: ReadonlyMap<string, Analysis>): Record<string, ArticleReading> {
  const sorted = [...kept].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, analysis]) => [id, toReading(analysis)]));
}

/** The articles of files, folders and standard input, one at a time; what is none goes to `onNote`. */
export async function* articles(
  paths: readonly string[],
  options: LineOptions = {},
): AsyncGenerator<Article> {
  const { data = nodeData(), languages = LANGUAGES, onNote = ignore } = options;
  const toArticle = createArticleReader(data);
  for await (const item of read(paths, options)) {
    if ("note" in item) onNote(item.note);
    else {
      const article = toKnownArticle(item.page, toArticle, languages, onNote);
      if (article !== undefined) yield article;
    }
  }
}

/** The same, each analyzed. An article that comes twice is yielded twice. */
export async function* analyses(
  paths: readonly string[],
  options: AnalysesOptions = {},
): AsyncGenerator<Analysis> {
  const { data = nodeData(), onNote = ignore, tokens = false, skip } = options;
  const analyzer = once(() => createAnalyzer(data));
  for await (const article of articles(paths, { ...options, data })) {
    if (skip?.(article) === true) continue;
    const analyze = analyzer();
    const run = () => analyze(article, { tokens });
    const analysis = safely("analysis", article.origin, onNote, run);
    if (analysis !== undefined) yield analysis;
  }
}

function toKnownArticle(
  page: Page,
  toArticle: ToArticle,
  languages: readonly string[],
  onNote: (note: Note) => void,
): Article | undefined {
  const result = safely("article", page.origin, onNote, () => toArticle(page));
  for (const note of result?.notes ?? []) onNote(note);
  const article = result?.article;
  if (article === undefined || languages.includes(article.language)) return article;
  onNote({
    stage: "article",
    origin: article.origin,
    message: `left out: the language is "${article.language}", known ${languages.length === 1 ? "is" : "are"} "${languages.join('", "')}"`,
  });
  return undefined;
}

/**
 * Loading tables and models takes time: not before there is an article, so that a wrong path is told at once.
 */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A stage promises not to throw; should it fail all the same, one article is lost and not the run. */
function safely<T>(
  stage: Stage,
  origin: string,
  onNote: (note: Note) => void,
  run: () => T,
): T | undefined {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    onNote({ stage, origin, message: `left out: the program failed here (${message})` });
    return undefined;
  }
}

function ignore(): void {}
