/** dramatis add: more articles into a store. */
import { Command } from "commander";
import { changeStore } from "./change-store.ts";
import { fillStore } from "./fill-store.ts";
import type { Io } from "./io.ts";
import { type LineCommandOptions, withLineOptions } from "./line-options.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

export function addCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("add")
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
      changeStore(path, options, io, async (store) => {
        const { added, notes } = await fillStore(store, inputs, options, io);
        return { verb: "added", count: added, notes };
      }),
    );
}
