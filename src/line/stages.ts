/**
 * The stages that know one article, page -> article -> analysis, as they run in this thread or in a worker. Neither
 * throws: a fault of the program in one article is a note, and the run goes on. With a cache, what was done
 * before is not done again.
 */
import { type Analyze, createAnalyzer } from "../analysis/analyze.ts";
import { createArticleReader, type ToArticle } from "../article/index.ts";
import type { DataSource } from "../lexicon/data.ts";
import type { Analysis, Article, Note, Page, Stage } from "../model.ts";
import { type Cache, contentKey, DAMAGED } from "./cache.ts";
import type { StageVersions } from "./versions.ts";

export interface ArticleOutcome {
  readonly article?: Article;
  readonly notes: readonly Note[];
  /** It came out of the cache. */
  readonly isKnown?: boolean;
  /** The cache had it, but it could not be read. */
  readonly wasDamaged?: boolean;
}

export interface AnalysisOutcome {
  readonly analysis?: Analysis;
  readonly notes: readonly Note[];
  readonly isKnown?: boolean;
  readonly wasDamaged?: boolean;
}

/** How far a page was brought by earlier runs. */
export type Known = "analyzed" | "read" | "new";

export interface Stages {
  /** Looks into the cache only. What is no article, or in another language, is as good as analyzed. */
  known(page: Page, languages: readonly string[]): Known;
  toArticle(page: Page): ArticleOutcome;
  analyze(article: Article, tokens: boolean): AnalysisOutcome;
}

export interface KeptResults {
  readonly cache: Cache;
  readonly versions: StageVersions;
}

/** Loads the tables and models of a stage when it is first needed: never, when all is in the cache. */
export function createStages(data: DataSource, kept?: KeptResults): Stages {
  const reader = once(() => createArticleReader(data));
  const analyzer = once(() => createAnalyzer(data));
  return {
    known: (page, languages) => (kept === undefined ? "new" : knownOf(page, languages, kept)),
    toArticle: (page) => articleOf(page, reader, kept),
    analyze: (article, tokens) => analysisOf(article, tokens, analyzer, kept),
  };
}

function knownOf(
  page: Page,
  languages: readonly string[],
  { cache, versions }: KeptResults,
): Known {
  const found = cache.read("articles", articleKey(page, versions));
  if (found === undefined || found === DAMAGED) return "new";
  const { article } = found as ArticleOutcome;
  if (article === undefined || !languages.includes(article.language)) return "analyzed";
  return cache.has("analyses", analysisKey(article, false, versions)) ? "analyzed" : "read";
}

/** The same content is the same whatever place it comes from. */
function articleKey(page: Page, { article: version }: StageVersions): string {
  return contentKey(version, JSON.stringify({ ...page, origin: "" }));
}

function analysisKey(
  article: Article,
  tokens: boolean,
  { analysis: version }: StageVersions,
): string {
  return contentKey(version, `${tokens}`, JSON.stringify({ ...article, origin: "" }));
}

function articleOf(
  page: Page,
  reader: () => ToArticle,
  kept: KeptResults | undefined,
): ArticleOutcome {
  const { origin } = page;
  const key = kept && articleKey(page, kept.versions);
  const known = key && kept!.cache.read("articles", key);
  const wasDamaged = known === DAMAGED;
  if (known && !wasDamaged) return { ...placed(known as ArticleOutcome, origin), isKnown: true };
  const outcome = safely<ArticleOutcome>("article", origin, () => reader()(page));
  if (key !== undefined && !outcome.isFailed) kept!.cache.write("articles", key, outcome.value);
  return wasDamaged ? { ...outcome.value, wasDamaged } : outcome.value;
}

/** The same content was read from another place before. */
function placed({ article, notes }: ArticleOutcome, origin: string): ArticleOutcome {
  return {
    ...(article === undefined ? {} : { article: { ...article, origin } }),
    notes: notes.map((note) => ({ ...note, origin })),
  };
}

function analysisOf(
  article: Article,
  tokens: boolean,
  analyzer: () => Analyze,
  kept: KeptResults | undefined,
): AnalysisOutcome {
  const { origin } = article;
  const key = kept && analysisKey(article, tokens, kept.versions);
  const found = key && kept!.cache.read("analyses", key);
  const wasDamaged = found === DAMAGED;
  if (found && !wasDamaged) {
    const known = found as Omit<Analysis, "article">;
    const notes = known.notes.map((note) => ({ ...note, origin }));
    return { analysis: { article, ...known, notes }, notes: [], isKnown: true };
  }
  const outcome = safely<AnalysisOutcome>("analysis", origin, () => ({
    analysis: analyzer()(article, { tokens }),
    notes: [],
  }));
  if (key !== undefined && !outcome.isFailed) {
    const { article: _, ...rest } = outcome.value.analysis!;
    kept!.cache.write("analyses", key, rest);
  }
  return wasDamaged ? { ...outcome.value, wasDamaged } : outcome.value;
}

/** A stage promises not to throw; should it fail all the same, one article is lost and not the run. */
function safely<T extends { readonly notes: readonly Note[] }>(
  stage: Stage,
  origin: string,
  run: () => T,
): { readonly value: T; readonly isFailed: boolean } {
  try {
    return { value: run(), isFailed: false };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `left out: the program failed here (${why})`;
    return { value: { notes: [{ stage, origin, message }] } as unknown as T, isFailed: true };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
