/** dramatis remove: articles out of a store, as if they had never been there. */
import { Command } from "commander";
import { relinkStore } from "./fill-store.ts";
import { CommandError, type Io } from "./io.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { withStore } from "./store.ts";
import { printSummary, summarize } from "./summary.ts";

export function removeCommand(io: Io): Command {
  return withCommonOptions(
    new Command("remove")
      .description("take articles out of a store, as if they had never been there")
      .argument("<store>", "a store: build one with -o graph.db")
      .argument(
        "<articles...>",
        "ids of articles, their origins (news/a.html), or names of outlets",
      ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis remove graph.db news/a.html
  dramatis remove graph.db "Sample Herald"

Exit code: 0 done, 1 there is no such article, 2 wrong call.`,
    )
    .action((path: string, what: string[], options: CommonOptions) =>
      runRemove(path, what, options, io),
    );
}

async function runRemove(
  path: string,
  what: readonly string[],
  { quiet = false, json }: CommonOptions,
  io: Io,
): Promise<void> {
  const start = io.now();
  await withStore(async ({ updateStore }) => {
    const store = updateStore(path);
    try {
      const removed = what.reduce((sum, each) => sum + store.remove(each), 0);
      if (removed === 0) {
        throw new CommandError(`${path} has no article and no outlet ${what.join(", ")}`, 1);
      }
      const summary = summarize(await relinkStore(store, quiet, io), io.now() - start, path);
      if (!quiet) {
        io.error(`${path}: ${removed} articles removed\n`);
        printSummary(summary, [], io);
      }
      if (json === true) await io.write(`${JSON.stringify({ ...summary, removed })}\n`);
    } finally {
      store.close();
    }
  });
}
