/**
 * Arguments -> exit code: 0 done, 1 could not (no article to be read), 2 wrong call (unknown option, missing
 * path, not a graph). The commands are in `commands.ts`.
 */
import { Command, CommanderError } from "commander";
import { VERSION } from "../graph/version.ts";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import { CommandError, type Io } from "./io.ts";

/** By name: the classes live with the readers, the formats and the store, which are loaded only when they are used. */
const WRONG_CALLS = new Set(["FormatError", "MissingPathError", "StoreError"]);

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
  program.configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` });
  // The program itself has no option that takes a value: the first word is the command.
  const called = COMMANDS.find(({ name }) => name === args.find((word) => !word.startsWith("-")));
  if (called === undefined) for (const entry of COMMANDS) program.addCommand(named(entry));
  else program.addCommand((await called.load())(io).description(called.about));
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

/** What the help says of a command, without the command. */
function named({ name, usage, about }: CommandEntry): Command {
  return new Command(name).usage(usage).description(about);
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  io.error(`dramatis: ${message.replace(/^dramatis: /, "")}\n`);
  if (error instanceof CommandError) return error.code;
  return error instanceof Error && WRONG_CALLS.has(error.name) ? 2 : 1;
}
