/**
 * Stores that are written: articles come in one at a time, each on disk when `add` returns, whatever happens to
 * the program afterwards; the graph of all of them is swapped in as a whole. Who reads meanwhile sees the graph
 * before or the graph after.
 */
import type { GraphAttributes, NewsGraph } from "../graph/attributes.ts";
import type { GraphParts } from "../graph/parts.ts";
import type { Analysis, KeptPile, KnowledgeChange, Note } from "../model.ts";
import { startStore } from "./beside.ts";
import { changeGraph } from "./change-graph.ts";
import { type Db, openDatabase } from "./database.ts";
import { meta } from "./header.ts";
import {
  dropKept,
  generation,
  isKept,
  keepAnalysis,
  keepNote,
  keptAnalyses,
  keptNotes,
  linkedGeneration,
  putMeta,
} from "./kept.ts";
import { keptPile } from "./kept-pile.ts";
import { isMemoryKept, noteMemory } from "./memory.ts";
import { toParts } from "./parts.ts";
import { type Untold, writeGraph } from "./write-graph.ts";

/** How the graph is made of the articles: the same at every addition. */
export interface StoreSettings {
  readonly layout?: boolean;
  readonly decisions?: string;
  readonly identifiers?: string;
}

export type Link = (analyses: Iterable<Analysis>, notes: readonly Note[]) => GraphParts;

export type LinkAgain = (
  pile: KeptPile,
) => { readonly change: KnowledgeChange; readonly notes: readonly Note[] } | undefined;

export interface StoreWriter {
  readonly settings: StoreSettings;
  /** The graph is that of the articles: nothing came or went since. */
  isLinked(): boolean;
  /** Of the graph, that is without those that came since. */
  countArticles(): number;
  has(article: string, origin: string): boolean;
  add(analysis: Analysis | undefined, notes: readonly Note[]): void;
  /** By the id of an article, its origin or its outlet. How many articles went. */
  remove(what: string): number;
  /**
   * Makes the graph that of the articles. `linkAgain` is asked what came of those that came or went, `link` is given all that is kept, where
   * that cannot be told. Returns what the graph says of itself.
   */
  relink(link: Link, linkAgain?: LinkAgain): GraphAttributes;
  /** A new store gets its name now. */
  close(): void;
  /** Of a new store: nothing is left of it. */
  abandon(): void;
}

export function updateStore(path: string): StoreWriter {
  const db = openDatabase(path, "write");
  const settings = JSON.parse(meta(db, "settings") ?? "{}") as StoreSettings;
  let isWritten = false;
  // The file stays as it is until there is something to write.
  const transaction = <T>(run: () => T): T => {
    if (!isWritten) db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    isWritten = true;
    return db.transaction(run);
  };
  const close = (): void => {
    if (isWritten) joinLog(db);
    db.close();
  };
  return { ...writer({ ...db, transaction }, settings), close, abandon: close };
}

/** One file again, which can be copied and read where nothing can be written; unless somebody reads it just now. */
function joinLog(db: Db): void {
  try {
    db.exec("PRAGMA journal_mode = DELETE");
  } catch {
    // The next writer does it.
  }
}

/** Replaces what is at the path when it is closed. */
export function createStore(path: string, settings: StoreSettings = {}): StoreWriter {
  const store = startStore(path);
  putMeta(store.db, "settings", JSON.stringify(settings));
  return { ...writer(store.db, settings), close: store.finish, abandon: store.abandon };
}

/** A graph, and the analyses that it was made of, into a new store. */
export function writeStore(
  graph: NewsGraph,
  path: string,
  analyses: Iterable<Analysis> = [],
  notes: readonly Note[] = [],
): void {
  // Whatever positions it has come with the graph.
  const store = createStore(path, { layout: false });
  try {
    for (const analysis of analyses) store.add(analysis, []);
    store.add(undefined, notes);
    store.relink(() => toParts(graph));
    store.close();
  } catch (error) {
    store.abandon();
    throw error;
  }
}

/** A store of what need never be in memory as a whole. It keeps no articles: nothing can be added to it. */
export function fillStoreFrom(parts: GraphParts, path: string): void {
  const store = startStore(path);
  try {
    store.db.transaction(() => writeGraph(store.db, { parts }));
    store.finish();
  } catch (error) {
    store.abandon();
    throw error;
  }
}

function writer(db: Db, settings: StoreSettings): Omit<StoreWriter, "close" | "abandon"> {
  return {
    settings,
    isLinked: () => generation(db) === linkedGeneration(db),
    countArticles: () =>
      db.sql("SELECT count(*) AS count FROM article_rows").get()!.count as number,
    has: (article, origin) => isKept(db, article, origin),
    add(analysis, notes) {
      if (analysis === undefined && notes.length === 0) return;
      db.transaction(() => {
        for (const note of notes) keepNote(db, note);
        if (analysis !== undefined) keepAnalysis(db, analysis);
      });
    },
    remove: (what) => db.transaction(() => dropKept(db, what)),
    relink: (link, linkAgain) =>
      (linkAgain === undefined ? undefined : relinkChanged(db, linkAgain)) ?? relinkAll(db, link),
  };
}

function relinkAll(db: Db, link: Link): GraphAttributes {
  const { untold, made, attributes, isPile } = db.reading(() => linkKept(db, link));
  db.transaction(() => {
    // Another program, which was given more articles, may have been quicker.
    if (linkedGeneration(db) > made) return;
    writeGraph(db, untold);
    putMeta(db, "linked", String(made));
    // What came meanwhile was noted against the graph before.
    const isWhole = isPile && generation(db) === made;
    noteMemory(db, isWhole);
    if (isWhole) db.exec("DELETE FROM changes");
  });
  return attributes;
}

function linkKept(db: Db, link: Link) {
  const parts = link(keptAnalyses(db), keptNotes(db));
  return {
    untold: { parts } as Untold,
    made: generation(db),
    attributes: parts.attributes,
    isPile: parts.linked !== undefined,
  };
}

/** Undefined where the memory of linking does not fit, or numbers run out. */
function relinkChanged(db: Db, linkAgain: LinkAgain): GraphAttributes | undefined {
  const { found, made, of } = db.reading(() => ({
    found: isMemoryKept(db) ? linkAgain(keptPile(db)) : undefined,
    made: generation(db),
    of: linkedGeneration(db),
  }));
  if (found === undefined) return undefined;
  return db.transaction(() => {
    let { change, notes } = found;
    if (generation(db) !== made || linkedGeneration(db) !== of) {
      // Somebody else wrote meanwhile; now nobody can.
      const again = isMemoryKept(db) ? linkAgain(keptPile(db)) : undefined;
      if (again === undefined) return undefined;
      ({ change, notes } = again);
    }
    const attributes = changeGraph(db, change, notes);
    if (attributes === undefined) return undefined;
    putMeta(db, "linked", String(generation(db)));
    db.exec("DELETE FROM changes");
    return attributes;
  });
}
