/** dramatis verify: every quote of a store against its article, every count against its evidence. */
import { Command } from "commander";
import { CommandError, type Io } from "./io.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { printable } from "./progress.ts";
import { withStore } from "./store.ts";

export function verifyCommand(io: Io): Command {
  return withCommonOptions(
    new Command("verify").argument("<store>", "a store: build one with -o graph.db"),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis verify graph.db

Exit code: 0 all is well, 1 something is wrong, 2 wrong call.`,
    )
    .action((path: string, options: CommonOptions) => runVerify(path, options, io));
}

async function runVerify(path: string, options: CommonOptions, io: Io): Promise<void> {
  const found = await withStore(({ verifyStore }) => verifyStore(path));
  const { articles, nodes, edges, quotes, faults } = found;
  if (options.json === true) await io.write(`${JSON.stringify(found)}\n`);
  else if (options.quiet !== true) {
    for (const fault of faults) io.error(`  ${printable(fault)}\n`);
    if (found.waiting) {
      io.error(
        `  there are articles that the graph does not show yet: dramatis add ${path} again\n`,
      );
    }
    await io.write(
      `${path}: ${quotes} quotes, ${nodes} nodes, ${edges} edges of ${articles} articles checked, ${faults.length} faults\n`,
    );
  }
  if (faults.length > 0) throw new CommandError(`${path} is not in order`, 1);
}
