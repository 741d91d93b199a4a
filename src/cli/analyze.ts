/** dramatis analyze: what is found in each article, one JSON object a line. */
import { Command } from "commander";
import type { Note } from "../model.ts";
import { CommandError, type Io } from "./io.ts";
import {
  type LineCommandOptions,
  type StoppableLine,
  stoppable,
  withLineOptions,
} from "./line-options.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { writeLines } from "./output.ts";
import { createProgressLine } from "./progress.ts";
import { printNotes } from "./summary.ts";

interface Options extends CommonOptions, LineCommandOptions {
  readonly output?: string;
  readonly tokens?: boolean;
}

export function analyzeCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("analyze")
        .argument("<inputs...>", "files, folders, or - for standard input")
        .option("-o, --output <file>", "write there instead of standard output")
        .option("--tokens", "add the tokens with tags, heads and relations"),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis analyze article.html | jq .events
  dramatis analyze news/ -o analyses.jsonl
  dramatis analyze - --tokens < article.txt

Exit code: 0 something was analyzed, 1 there was no article, 2 wrong call.`,
    )
    .action((inputs: string[], options: Options) => runAnalyze(inputs, options, io));
}

async function runAnalyze(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  const notes: Note[] = [];
  const progress = createProgressLine(io, options.quiet === true || options.output === undefined);
  let count = 0;
  async function* lines(line: StoppableLine): AsyncGenerator<string> {
    const onNote = (note: Note): void => void notes.push(note);
    const { tokens = false } = options;
    const { analyses } = await import("../line/index.ts");
    const found = analyses(inputs, { tokens, onNote, ...line, onBytes: progress.addBytes });
    for await (const analysis of found) {
      count++;
      yield `${JSON.stringify(analysis)}\n`;
      const { origin } = analysis.article;
      progress.show({ step: "reading", articles: count, notes: notes.length, origin });
    }
    progress.clear();
    if (count > 0) return;
    // Thrown from within the writing, so that an older file of that name stays.
    if (options.quiet !== true) printNotes(notes, io, options.notes);
    throw new CommandError(`no article found in ${inputs.join(", ")}`, 1);
  }
  await stoppable(
    options,
    io,
    () => count,
    async (line) => {
      if (options.output !== undefined) return writeLines(options.output, lines(line));
      for await (const text of lines(line)) await io.write(text);
    },
  );
  if (options.quiet !== true) {
    if (options.output !== undefined) io.error(`${options.output}: ${count} articles\n`);
    printNotes(notes, io, options.notes);
  }
}
