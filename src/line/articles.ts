/** Pages -> articles -> analyses as streams, in the order of the input, by whichever runner does the work. */
import type { Analysis, Article, Note } from "../model.ts";
import type { ReadItem } from "../sources/index.ts";
import { batches, inOrder } from "./in-order.ts";
import type { Runner } from "./runner.ts";
import type { ArticleOutcome } from "./stages.ts";

/** Characters of the pages or articles of one batch. */
const BATCH_SIZE = 500_000;

export interface StreamOptions {
  readonly runner: Runner;
  readonly onNote: (note: Note) => void;
  /** Ends the stream early: what is under way is finished, nothing more is begun. */
  readonly signal?: AbortSignal;
  /** Told of each result, whether it came out of the cache. */
  readonly onDone?: (stage: "article" | "analysis", isKnown: boolean) => void;
  /** Told of what concerns this run and not its input. */
  readonly onRunNote?: (note: Note) => void;
}

export async function* articlesOf(
  items: AsyncIterable<ReadItem>,
  { runner, onNote, signal, onDone, onRunNote }: StreamOptions,
): AsyncGenerator<Article> {
  const groups = batches(untilStopped(items, signal), {
    most: runner.batch,
    mostSize: BATCH_SIZE,
    sizeOf: (item) => ("page" in item ? item.page.content.length : 0),
  });
  const run = async (group: readonly ReadItem[]): Promise<ArticleOutcome[]> => {
    const pages = group.flatMap((item) => ("page" in item ? [item.page] : []));
    const outcomes = pages.length === 0 ? [] : await runner.toArticles(pages);
    let next = 0;
    return group.map((item) => ("page" in item ? outcomes[next++]! : { notes: [item.note] }));
  };
  for await (const outcomes of inOrder(groups, run, runner.ahead)) {
    for (const { article, notes, isKnown = false, wasDamaged } of outcomes) {
      for (const note of notes) onNote(note);
      if (article === undefined) continue;
      if (wasDamaged) onRunNote?.(damaged("article", article.origin));
      onDone?.("article", isKnown);
      yield article;
    }
  }
}

export async function* analysesOf(
  articles: AsyncIterable<Article>,
  { runner, onNote, onDone, onRunNote, tokens }: StreamOptions & { readonly tokens: boolean },
): AsyncGenerator<Analysis> {
  const groups = batches(articles, {
    most: runner.batch,
    mostSize: BATCH_SIZE,
    sizeOf: ({ text }) => text.length,
  });
  const run = (group: readonly Article[]) => runner.analyze(group, tokens);
  for await (const outcomes of inOrder(groups, run, runner.ahead)) {
    for (const { analysis, notes, isKnown = false, wasDamaged } of outcomes) {
      for (const note of notes) onNote(note);
      if (analysis === undefined) continue;
      if (wasDamaged) onRunNote?.(damaged("analysis", analysis.article.origin));
      onDone?.("analysis", isKnown);
      yield analysis;
    }
  }
}

function damaged(stage: "article" | "analysis", origin: string): Note {
  return { stage, origin, message: "what the cache had of it was damaged: made again" };
}

async function* untilStopped<T>(items: AsyncIterable<T>, signal: AbortSignal | undefined) {
  for await (const item of items) {
    if (signal?.aborted === true) return;
    yield item;
  }
}

/** The first `count` items, and whether there are more: a small input is not worth starting workers for. */
export async function peeked<T>(
  items: AsyncIterable<T>,
  count: number,
): Promise<{ readonly isAll: boolean; readonly items: AsyncGenerator<T> }> {
  const iterator = items[Symbol.asyncIterator]();
  const first: T[] = [];
  let isAll = false;
  while (first.length < count && !isAll) {
    const { value, done } = await iterator.next();
    if (done === true) isAll = true;
    else first.push(value);
  }
  async function* all(): AsyncGenerator<T> {
    yield* first;
    if (!isAll) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { isAll, items: all() };
}
