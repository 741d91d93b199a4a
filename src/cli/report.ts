/** dramatis report: a graph as a page to read. */
import { Command } from "commander";
import { report } from "../formats/report.ts";
import type { Io } from "./io.ts";
import { loadGraph } from "./load.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";
import { writeFileAtomically } from "./output.ts";

interface Options extends CommonOptions {
  readonly output?: string;
}

export function reportCommand(io: Io): Command {
  return withCommonOptions(
    new Command("report")
      .argument("<graph>", "a graph file")
      .option("-o, --output <file>", "write there instead of standard output"),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis report graph.json
  dramatis report graph.json -o report.md`,
    )
    .action((path: string, options: Options) => runReport(path, options, io));
}

async function runReport(path: string, options: Options, io: Io): Promise<void> {
  const graph = await loadGraph(path);
  const { output } = options;
  if (output !== undefined) {
    await writeFileAtomically(output, report.write(graph));
    if (options.json === true) await io.write(`${JSON.stringify({ output })}\n`);
    return;
  }
  const text = [...report.write(graph)].join("");
  await io.write(options.json === true ? `${JSON.stringify({ markdown: text })}\n` : text);
}
