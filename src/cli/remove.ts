/** dramatis remove: articles out of a store, as if they had never been there. */
import { Command } from "commander";
import { changeStore } from "./change-store.ts";
import { CommandError, type Io } from "./io.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

export function removeCommand(io: Io): Command {
  return withCommonOptions(
    new Command("remove")
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
      changeStore(path, options, io, (store) => {
        const count = what.reduce((sum, each) => sum + store.remove(each), 0);
        if (count > 0) return { verb: "removed", count };
        throw new CommandError(`${path} has no article and no outlet ${what.join(", ")}`, 1);
      }),
    );
}
