/** dramatis review: the most doubtful merges and near misses, to be accepted or rejected; answers are appended to the decisions. */
import { Command } from "commander";
import type { ReviewItem } from "../linking/index.ts";
import type { Note } from "../model.ts";
import { appendDecisions, readDecisions } from "./decisions-file.ts";
import { CommandError, type Io } from "./io.ts";
import { type LineCommandOptions, stoppable, withLineOptions } from "./line-options.ts";
import { type CommonOptions, list, wholeNumber, withCommonOptions } from "./options.ts";
import { createProgressLine } from "./progress.ts";
import { printNotes } from "./summary.ts";

interface Options extends CommonOptions, LineCommandOptions {
  readonly decisions: string;
  readonly limit: number;
  readonly accept?: readonly number[];
  readonly reject?: readonly number[];
}

export function reviewCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("review")
        .argument("<inputs...>", "the articles, as for build")
        .requiredOption("-d, --decisions <file>", "your file of decisions; made when it is missing")
        .option("-n, --limit <number>", "how many to list", wholeNumber, 20)
        .option("--accept <numbers>", "of the list: keep these as they are", numbers)
        .option("--reject <numbers>", "of the list: these are wrong", numbers),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis review news/ -d decisions.txt
  dramatis review news/ -d decisions.txt --accept 1,3 --reject 2
  dramatis build news/ -o graph.json --decisions decisions.txt

The file is plain text and yours to edit:
  same Volodymyr Zelensky = Wladimir Selenskyj
  different person:boris-johnson ≠ Johnson
  rename Kemal Kilicdaroglu -> Kemal Kılıçdaroğlu
  not an actor Apple Daily
  role Anna Holm: mayor of Sweden          # a comment
  same event:0f3c… = event:91ab…           as review writes them
  wrong person:anna-holm|actor|event:0f3c… as the viewer writes them`,
    )
    .action((inputs: string[], options: Options) => runReview(inputs, options, io));
}

async function runReview(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  const items = await findItems(inputs, options, io);
  const answers = [
    ...itemsOf(items, options.accept).map(({ accept }) => accept),
    ...itemsOf(items, options.reject).map(({ reject }) => reject),
  ];
  if (answers.length > 0) {
    await appendDecisions(options.decisions, answers);
    if (options.quiet !== true) io.error(`added to ${options.decisions}: ${answers.length}\n`);
    return;
  }
  const shown = items.slice(0, options.limit);
  if (options.json === true) {
    await io.write(`${JSON.stringify(shown)}\n`);
    return;
  }
  for (const [i, item] of shown.entries()) await io.write(describe(item, i + 1));
  if (options.quiet !== true) {
    const rest = items.length - shown.length;
    io.error(`${shown.length} to look at${rest > 0 ? `, ${rest} more (--limit)` : ""}\n`);
  }
}

async function findItems(
  inputs: readonly string[],
  options: Options,
  io: Io,
): Promise<readonly ReviewItem[]> {
  const text = await readDecisions(options.decisions);
  const [{ analyses }, { nodeData }, linking] = await Promise.all([
    import("../line/index.ts"),
    import("../lexicon/node-data.ts"),
    import("../linking/index.ts"),
  ]);
  const given = linking.toLinkingOptions({ decisions: text });
  const linker = new linking.Linker(nodeData(), given.options);
  const progress = createProgressLine(io, options.quiet === true);
  const notes: Note[] = [...given.notes];
  let articles = 0;
  await stoppable(
    options,
    io,
    () => articles,
    async (line) => {
      const onNote = (note: Note): void => void notes.push(note);
      for await (const analysis of analyses(inputs, { ...line, onNote })) {
        linker.add(analysis);
        articles++;
        const { origin } = analysis.article;
        progress.show({ step: "reading", articles, notes: notes.length, origin });
      }
    },
  );
  progress.clear();
  if (options.quiet !== true) printNotes(notes, io, options.notes);
  if (articles === 0) throw new CommandError(`no article found in ${inputs.join(", ")}`, 1);
  return linking.reviewKnowledge(linker.finish(), given.options.decisions);
}

function itemsOf(items: readonly ReviewItem[], numbered: readonly number[] = []): ReviewItem[] {
  return numbered.map((number) => {
    const item = items[number - 1];
    if (item === undefined) {
      throw new CommandError(`there is no number ${number}: the list has ${items.length}`);
    }
    return item;
  });
}

function numbers(text: string, before: readonly number[] = []): number[] {
  return [...before, ...list(text).map(wholeNumber)];
}

function describe(
  { kind, question, reason, evidence, accept, reject }: ReviewItem,
  at: number,
): string {
  const quotes = evidence.map(
    ({ quote, published }) =>
      `     ${published?.slice(0, 10) ?? "no date"}: ${quote.replace(/\s+/g, " ")}\n`,
  );
  return `${at}. ${kind}: ${question}\n   because: ${reason}\n${quotes.join("")}   accept: ${accept}\n   reject: ${reject}\n\n`;
}
