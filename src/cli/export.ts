/** dramatis export: a graph in another format. */
import { Command } from "commander";
import { withArticleNodes } from "../graph/article-nodes.ts";
import { ensureLayout } from "../graph/layout.ts";
import { chooseFormat, formatList, saveGraph } from "./formats.ts";
import { CommandError, type Io } from "./io.ts";
import { loadGraph } from "./load.ts";
import { type CommonOptions, withCommonOptions } from "./options.ts";

interface Options extends CommonOptions {
  readonly output?: string;
  readonly format?: string;
  readonly evidence: boolean;
  readonly together: boolean;
  readonly articles?: boolean;
}

export function exportCommand(io: Io): Command {
  return withCommonOptions(
    new Command("export")
      .argument("<graph>", "a graph file: JSON, GEXF or GraphML, or a store")
      .option("-o, --output <path>", "where to write; without it, to standard output")
      .option("-f, --format <name>", "the format, whatever the ending")
      .option("--no-evidence", "leave the quotes out: smaller, for drawing only")
      .option("--no-together", "leave out edges that only say two names stood in one sentence")
      .option("--articles", "articles as nodes too, each with an edge to all that it tells of"),
  )
    .addHelpText(
      "after",
      `
Formats:
${formatList()}

Examples:
  dramatis export graph.json -o graph.gexf
  dramatis export graph.json -f gexf --no-evidence > graph.gexf`,
    )
    .action((path: string, options: Options) => runExport(path, options, io));
}

async function runExport(path: string, options: Options, io: Io): Promise<void> {
  const { output, evidence, together } = options;
  const format = chooseFormat(output, options.format);
  if (output === undefined && format.shape === "folder") {
    throw new CommandError(`${format.name} is several files: name a folder with --output`);
  }
  const loaded = await loadGraph(path, { layout: format.hasPositions });
  const graph = options.articles === true ? withArticleNodes(loaded) : loaded;
  // Graphs of other programs may come without positions.
  if (format.name === "html") ensureLayout(graph);
  const written = await saveGraph(graph, output ?? "-", format, io, { evidence, together });
  if (output === undefined || output === "-") return;
  const [nodes, edges] = [graph.order, graph.size];
  if (options.json === true) {
    await io.write(`${JSON.stringify({ output, written, format: format.name, nodes, edges })}\n`);
  } else if (options.quiet !== true) {
    io.error(`${written.join(", ")}: ${format.name}, ${nodes} nodes, ${edges} edges\n`);
  }
}
