/**
 * Arguments -> exit code: 0 done, 1 could not (no article to be read), 2 wrong call (unknown option, missing
 * path, not a graph). Every command is one file and one line here.
 */
import { Command, CommanderError } from "commander";
import { FormatError } from "../formats/format.ts";
import { VERSION } from "../graph/version.ts";
import { addCommand } from "./add.ts";
import { analyzeCommand } from "./analyze.ts";
import { buildCommand } from "./build.ts";
import { cacheCommand } from "./cache.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { CommandError, type Io } from "./io.ts";
import { queryCommand } from "./query.ts";
import { removeCommand } from "./remove.ts";
import { reportCommand } from "./report.ts";
import { reviewCommand } from "./review.ts";
import { serveCommand } from "./serve.ts";
import { verifyCommand } from "./verify.ts";

const COMMANDS: readonly ((io: Io) => Command)[] = [
  buildCommand,
  serveCommand,
  queryCommand,
  exportCommand,
  reportCommand,
  diffCommand,
  analyzeCommand,
  explainCommand,
  reviewCommand,
  addCommand,
  removeCommand,
  verifyCommand,
  cacheCommand,
];

export async function run(args: readonly string[], io: Io): Promise<number> {
  const help: string[] = [];
  const program = new Command("dramatis")
    .description(
      "Turns a pile of news articles into a graph of who, which countries and what happened.",
    )
    .version(VERSION, "-V, --version", "print the version")
    .helpCommand(false)
    .showHelpAfterError("(add --help for what is known)")
    .addHelpText(
      "after",
      `
Examples:
  dramatis build news/ -o graph.json           articles in, graph out
  dramatis serve graph.json                    look at it in the browser
  dramatis query graph.json neighbors "Xi Jinping" --depth 2
  dramatis export graph.json -o graph.gexf     take it to Gephi

Each command explains itself: dramatis build --help`,
    );
  for (const command of COMMANDS) program.addCommand(command(io));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => help.push(text),
      writeErr: (text) => io.error(text),
    });
  }
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return report(error, io);
  } finally {
    if (help.length > 0) await io.write(help.join(""));
  }
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  io.error(`dramatis: ${message.replace(/^dramatis: /, "")}\n`);
  if (error instanceof CommandError) return error.code;
  if (error instanceof FormatError) return 2;
  // By name: the classes live with the readers and the store, which are loaded only when they are used.
  if (error instanceof Error && ["MissingPathError", "StoreError"].includes(error.name)) return 2;
  return 1;
}
