/** dramatis build: articles in, graph out. */
import { Command } from "commander";
import type { BuildOptions } from "../build.ts";
import type { NewsGraph } from "../graph/attributes.ts";
import type { Note } from "../model.ts";
import { fillStore, relinkStore } from "./fill-store.ts";
import { chooseFormat, formatNames, saveGraph } from "./formats.ts";
import { CommandError, type Io } from "./io.ts";
import {
  cacheOf,
  type LineCommandOptions,
  stoppable,
  trimDefaultCache,
  withLineOptions,
} from "./line-options.ts";
import { readLinkingFiles } from "./linking-files.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { createProgressLine, expectBytes } from "./progress.ts";
import { isStorePath, withStore } from "./store.ts";
import { printNotes, printSummary, summarize } from "./summary.ts";
import { collectOftenFor } from "./v8-garbage.ts";

interface Options extends CommonOptions, LineCommandOptions {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly format?: string;
  readonly layout: boolean;
  readonly texts?: boolean;
  readonly decisions?: string;
  readonly ids?: string;
}

export function buildCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("build")
        .argument(
          "<inputs...>",
          "files, folders, or - for standard input: HTML, text, JSONL, feeds, WARC; also gzipped",
        )
        .option(
          "-o, --output <file>",
          "where to write, - for standard output; its ending chooses the format",
        )
        .option("-f, --format <name>", `the format, whatever the ending: ${formatNames()}`)
        .option("--no-layout", "compute no positions")
        .option("--texts", "keep the articles' texts in the graph, to be read in the viewer")
        .option(
          "--decisions <file>",
          "your decisions on what is the same and what is not (see review)",
        )
        .option("--ids <file>", "identifiers by name, CSV or JSONL")
        .option("--dry-run", "say what would be read, and how much of it is finished already"),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis build news/ -o graph.json
  dramatis build news/ -o graph.db             a store, to add to and to ask in SQL
  dramatis build monday.html tuesday.txt feed.jsonl.gz -o graph.gexf
  zcat archive.jsonl.gz | dramatis build - -o graph.json --json

What cannot be read becomes a note and the rest is built. Finished articles are kept in the cache: a run that was
ended goes on, a second one takes seconds. Ctrl-C finishes what is under way, twice stops at once.
Exit code: 0 a graph was written, 1 there was no article, 2 wrong call, 130 stopped.`,
    )
    .action((inputs: string[], options: Options) => runBuild(inputs, options, io));
}

async function runBuild(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  if (options.dryRun === true) return surveyInputs(inputs, options, io);
  const { output } = options;
  if (output === undefined)
    throw new CommandError("required option '-o, --output <file>' is missing: say where to write");
  if (options.format === undefined && isStorePath(output)) {
    return buildStore(inputs, output, options, io);
  }
  const format = chooseFormat(output === "-" ? "graph.json" : output, options.format);
  const start = io.now();
  const graph = await buildGraph(
    inputs,
    {
      layout: options.layout,
      texts: options.texts === true,
      ...(await readLinkingFiles(options)),
    },
    options,
    io,
  );
  const written = await saveGraph(graph, output, format, io);
  const summary = summarize(graph.getAttributes(), io.now() - start, output);
  if (options.quiet !== true) {
    const notes = graph.getAttribute("notes");
    printSummary({ ...summary, output: written.join(", ") }, notes, io, options.notes);
  }
  if (options.json === true) await io.write(`${JSON.stringify({ ...summary, written })}\n`);
}

/** A store keeps the articles too, so that more can be added. */
async function buildStore(
  inputs: readonly string[],
  output: string,
  options: Options,
  io: Io,
): Promise<void> {
  const { quiet = false, layout } = options;
  const start = io.now();
  const settings = { layout, ...(await readLinkingFiles(options)) };
  const { createAssembler } = await import("../build.ts");
  await withStore(async ({ createStore }) => {
    const store = createStore(output, settings);
    try {
      const assembler = createAssembler(settings);
      const { added, notes } = await fillStore(store, inputs, options, io, assembler.add);
      if (added === 0) {
        if (!quiet) printNotes(notes, io, options.notes);
        throw new CommandError(`no article found in ${inputs.join(", ")}: no graph was made`, 1);
      }
      collectOftenFor(added);
      const graph = await relinkStore(store, quiet, io, assembler);
      store.close();
      const summary = summarize(graph, io.now() - start, output);
      if (!quiet) printSummary(summary, graph.notes, io, options.notes);
      if (options.json === true) await io.write(`${JSON.stringify(summary)}\n`);
    } catch (error) {
      store.abandon();
      throw error;
    }
  });
}

/** What would be read, and how far earlier runs have brought it. */
async function surveyInputs(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  const { survey } = await import("../line/index.ts");
  const notes: Note[] = [];
  const cache = cacheOf(options);
  const counts = await survey(inputs, {
    stdin: io.stdin,
    onNote: (note) => notes.push(note),
    ...(cache === undefined ? {} : { cache }),
    ...(options.languages === undefined ? {} : { languages: options.languages }),
  });
  const pages = counts.analyzed + counts.read + counts.new;
  if (options.json === true) {
    await io.write(`${JSON.stringify({ pages, ...counts, notes: notes.length, cache })}\n`);
    return;
  }
  await io.write(
    `${pages} pages: ${counts.analyzed} finished, ${counts.read} read but to be analyzed again, ${counts.new} new\n` +
      `cache: ${cache ?? "none"}\n`,
  );
  if (options.quiet !== true) printNotes(notes, io, options.notes);
}

/** Builds with a progress line. No article at all is an error here: there is nothing to write or to look at. */
export async function buildGraph(
  inputs: readonly string[],
  settings: BuildOptions,
  options: CommonOptions & LineCommandOptions,
  io: Io,
): Promise<NewsGraph> {
  const { quiet = false } = options;
  const progress = createProgressLine(io, quiet);
  // Loaded when needed: the readers and the analysis take 0.2 s to load, which a query need not wait for.
  const { build } = await import("../build.ts");
  let articles = 0;
  let isCacheGrown = false;
  const runNotes: Note[] = [];
  if (io.terminal && !quiet) await expectBytes(inputs, progress);
  try {
    const graph = await stoppable(
      options,
      io,
      () => articles,
      (line, release) =>
        build(inputs, {
          ...settings,
          ...line,
          onBytes: progress.addBytes,
          onRunNote: (note) => runNotes.push(note),
          onDone: (_, isKnown) => {
            isCacheGrown ||= !isKnown;
          },
          onProgress: (made) => {
            articles = made.articles;
            if (made.step !== "reading") release();
            progress.show(made);
          },
        }),
    );
    progress.clear();
    if (!quiet && runNotes.length > 0) printNotes(runNotes, io, options.notes);
    if (isCacheGrown) await trimDefaultCache(options);
    if (graph.getAttribute("counts").articles !== 0) return graph;
    const notes = graph.getAttribute("notes");
    if (!quiet) printNotes(notes, io, options.notes);
    throw new CommandError(`no article found in ${inputs.join(", ")}: no graph was made`, 1);
  } finally {
    progress.clear();
  }
}
