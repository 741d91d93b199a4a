/** What `add` and `remove` share: a store is opened and changed, its graph made anew, and told of. */
import type { Note } from "../model.ts";
import type { StoreWriter } from "../store/index.ts";
import { relinkStore } from "./fill-store.ts";
import type { Io } from "./io.ts";
import type { CommonOptions, NotesOption } from "./options.ts";
import { withStore } from "./store.ts";
import { counted, printNotes, printSummary, summarize } from "./summary.ts";
import { collectOftenFor } from "./v8-garbage.ts";

export interface Change {
  readonly verb: "added" | "removed";
  /** Articles. */
  readonly count: number;
  /** Of this run. */
  readonly notes?: readonly Note[];
}

export async function changeStore(
  path: string,
  { quiet = false, json, notes: all }: CommonOptions & NotesOption,
  io: Io,
  change: (store: StoreWriter) => Change | Promise<Change>,
): Promise<void> {
  const start = io.now();
  await withStore(async ({ updateStore }) => {
    const store = updateStore(path);
    try {
      const { verb, count, notes = [] } = await change(store);
      if (store.isLinked()) {
        if (!quiet) io.error(`${path}: nothing new\n`);
        if (json === true) await io.write(`${JSON.stringify({ output: path, [verb]: count })}\n`);
        return;
      }
      collectOftenFor(store.countArticles());
      const graph = await relinkStore(store, quiet, io);
      const summary = summarize(graph, io.now() - start, path);
      if (!quiet) {
        io.error(`${path}: ${counted(count, "article")} ${verb}\n`);
        printSummary(summary, [], io);
        printNotes(notes, io, all);
      }
      if (json === true) await io.write(`${JSON.stringify({ ...summary, [verb]: count })}\n`);
    } finally {
      store.close();
    }
  });
}
