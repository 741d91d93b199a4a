/** dramatis explain: what each step found in each sentence, with the name of the rule that found it. */
import { Command } from "commander";
import { nodeData } from "../lexicon/node-data.ts";
import type { Note } from "../model.ts";
import { explainAsHtml } from "./explain-html.ts";
import { explainAsText } from "./explain-text.ts";
import { CommandError, type Io } from "./io.ts";
import {
  type CommonOptions,
  type NotesOption,
  withCommonOptions,
  withNotesOption,
} from "./options.ts";
import { writeLines } from "./output.ts";
import { printNotes } from "./summary.ts";

interface Options extends CommonOptions, NotesOption {
  readonly html?: boolean;
  readonly tokens: boolean;
  readonly output?: string;
}

export function explainCommand(io: Io): Command {
  return withCommonOptions(
    withNotesOption(
      new Command("explain")
        .argument("<inputs...>", "files, folders, or - for standard input")
        .option("--html", "write a page with the findings marked in the text")
        .option("--no-tokens", "leave out the words with their tags")
        .option("-o, --output <file>", "write there instead of standard output"),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis explain article.html
  echo "Xi Jinping met Vladimir Putin in Moscow on Tuesday." | dramatis explain -
  dramatis explain article.html --html -o article-explained.html

Exit code: 0 something was explained, 1 there was no article, 2 wrong call.`,
    )
    .action((inputs: string[], options: Options) => runExplain(inputs, options, io));
}

async function runExplain(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  const notes: Note[] = [];
  const data = nodeData();
  let count = 0;
  async function* pieces(): AsyncGenerator<string> {
    const onNote = (note: Note): void => void notes.push(note);
    const settings = { color: io.color && options.output === undefined, tokens: options.tokens };
    const { articles } = await import("../line/index.ts");
    const { createExplainer } = await import("./explainer.ts");
    let explain: ReturnType<typeof createExplainer> | undefined;
    for await (const article of articles(inputs, { data, onNote, stdin: io.stdin })) {
      count++;
      explain ??= createExplainer(data);
      const explained = explain(article);
      if (options.json === true) {
        const { analysis, candidates } = explained;
        yield `${JSON.stringify({ ...analysis, candidates })}\n`;
        continue;
      }
      yield options.html === true ? explainAsHtml(explained) : explainAsText(explained, settings);
    }
    if (count > 0) return;
    if (options.quiet !== true) printNotes(notes, io, options.notes);
    throw new CommandError(`no article found in ${inputs.join(", ")}`, 1);
  }
  if (options.output !== undefined) await writeLines(options.output, pieces());
  else for await (const piece of pieces()) await io.write(piece);
  if (options.quiet !== true) printNotes(notes, io, options.notes);
}
