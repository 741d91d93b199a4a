/** A graph, and the analyses that it was made of, into a new store. */
import type { NewsGraph } from "../graph/attributes.ts";
import type { Analysis, Note } from "../model.ts";
import { startStore } from "./beside.ts";
import { keepAnalysis, keepNote } from "./kept.ts";
import { writeGraph } from "./write-graph.ts";

export interface Sources {
  readonly analyses?: Iterable<Analysis>;
  /** Of what could not be read. */
  readonly notes?: Iterable<Note>;
}

/** Replaces what is at the path. Throws `StoreError` when it cannot be written; the old file is then untouched. */
export function writeStore(graph: NewsGraph, path: string, sources: Sources = {}): void {
  const store = startStore(path);
  try {
    store.db.exec("BEGIN");
    for (const analysis of sources.analyses ?? []) keepAnalysis(store.db, analysis);
    for (const note of sources.notes ?? []) keepNote(store.db, note);
    writeGraph(store.db, graph);
    store.db.exec("COMMIT");
    store.finish();
  } catch (error) {
    store.abandon();
    throw error;
  }
}
