/** dramatis add: more articles into a store. */
import { Command } from "commander";
import { fillStore, relinkStore } from "./fill-store.ts";
import type { Io } from "./io.ts";
import { type LineCommandOptions, withLineOptions } from "./line-options.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { withStore } from "./store.ts";
import { printNotes, printSummary, summarize } from "./summary.ts";

export function addCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("add")
        .description("add articles to a store; the graph is the one that building at once gives")
        .argument("<store>", "a store: build one with -o graph.db")
        .argument("<inputs...>", "files, folders, or - for standard input, as for build"),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis build news/ -o graph.db
  dramatis add graph.db news/today/
  zcat more.jsonl.gz | dramatis add graph.db -

Each article is safe on disk as soon as it is read; should the run be ended, run it again and it goes on.
Exit code: 0 done, 1 there was no article, 2 wrong call.`,
    )
    .action((path: string, inputs: string[], options: CommonOptions & LineCommandOptions) =>
      runAdd(path, inputs, options, io),
    );
}

async function runAdd(
  path: string,
  inputs: readonly string[],
  options: CommonOptions & LineCommandOptions,
  io: Io,
): Promise<void> {
  const { quiet = false, json } = options;
  const start = io.now();
  await withStore(async ({ updateStore }) => {
    const store = updateStore(path);
    try {
      const { added, notes } = await fillStore(store, inputs, options, io);
      if (store.isLinked()) {
        if (!quiet) io.error(`${path}: nothing new\n`);
        if (json === true) await io.write(`${JSON.stringify({ output: path, added })}\n`);
        return;
      }
      const graph = await relinkStore(store, quiet, io);
      const summary = summarize(graph, io.now() - start, path);
      if (!quiet) {
        io.error(`${path}: ${added} articles added\n`);
        printSummary(summary, [], io);
        printNotes(notes, io);
      }
      if (json === true) await io.write(`${JSON.stringify({ ...summary, added })}\n`);
    } finally {
      store.close();
    }
  });
}
