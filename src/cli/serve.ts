/** dramatis serve: look at a graph in the browser. */
import { spawn } from "node:child_process";
import { Command } from "commander";
import type { NewsGraph } from "../graph/attributes.ts";
import { toReading } from "../graph/reading.ts";
import type { DecisionsFile } from "../server/decisions.ts";
import { createHandler, type HandlerOptions } from "../server/handle.ts";
import { type Listening, listen } from "../server/listen.ts";
import { type GraphSource, MOST_SENT_WHOLE, memorySource } from "../server/source.ts";
import { viewerFiles } from "../server/viewer-files.ts";
import type { OpenStore } from "../store/index.ts";
import { buildGraph } from "./build.ts";
import { appendDecisions, readDecisions, replaceDecisions } from "./decisions-file.ts";
import { CommandError, type Io } from "./io.ts";
import { type LineCommandOptions, withLineOptions } from "./line-options.ts";
import { loadGraph } from "./load.ts";
import { type CommonOptions, port, withCommonOptions } from "./options.ts";
import { isStore, withStore } from "./store.ts";
import { printSummary, summarize } from "./summary.ts";

interface Options extends CommonOptions, LineCommandOptions {
  readonly port?: number;
  readonly host: string;
  readonly open?: boolean;
  readonly build?: boolean;
  readonly decisions?: string;
  readonly token?: string;
}

const PORT = 4747;
const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

export function serveCommand(io: Io): Command {
  return withCommonOptions(
    withLineOptions(
      new Command("serve")
        .argument("<inputs...>", "a graph file, or with --build the articles to make one of")
        .option("-b, --build", "the inputs are articles: build the graph first, in memory")
        .option("-p, --port <n>", `port; without it ${PORT}, or the next one that is free`, port)
        .option(
          "--host <name>",
          "address to listen on; anything but loopback is open to the network",
          "127.0.0.1",
        )
        .option("--decisions <file>", "write corrections made in the viewer to this file")
        .option("--token <text>", "what the viewer must be told before it may write")
        .option("--open", "open the browser"),
    ),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis serve graph.json --open
  dramatis serve --build news/
  dramatis serve graph.json --decisions decisions.txt
  curl 'http://127.0.0.1:${PORT}/api/neighbors?node=Xi+Jinping&depth=2'

The calls over HTTP are described at /api/openapi.json. Ctrl-C stops the server.`,
    )
    .action((inputs: string[], options: Options) => runServe(inputs, options, io));
}

async function runServe(inputs: readonly string[], options: Options, io: Io): Promise<void> {
  const { source, close } = await openSource(inputs, options, io);
  const isLoopback = LOOPBACK.has(options.host);
  const handler = createHandler(source, {
    files: viewerFiles(),
    hosts: isLoopback ? [] : [options.host],
    ...(await writing(options, isLoopback)),
  });
  const server = await listenSomewhere(handler, options);
  if (!isLoopback && options.quiet !== true) {
    io.error(`Whoever reaches ${options.host} can read this graph: there is no password.\n`);
  }
  if (options.json === true) await io.write(`${JSON.stringify({ address: server.address })}\n`);
  else await io.write(`The graph is at ${server.address} (Ctrl-C stops)\n`);
  if (options.open === true) openBrowser(server.address);
  await io.untilStopped();
  await server.close();
  close();
}

/** Strangers must not write: beyond loopback a token is needed. */
async function writing(
  { decisions: path, token }: Options,
  isLoopback: boolean,
): Promise<Pick<HandlerOptions, "writing">> {
  if (path === undefined) return {};
  if (!isLoopback && token === undefined) {
    throw new CommandError("--decisions on an open address needs a --token: anybody could write");
  }
  const { decisionFault } = await import("../linking/index.ts");
  const file: DecisionsFile = {
    read: () => readDecisions(path),
    append: (lines) => appendDecisions(path, lines),
    replace: (before, text) => replaceDecisions(path, before, text),
    fault: decisionFault,
  };
  return { writing: token === undefined ? { file } : { file, token } };
}

interface Opened {
  readonly source: GraphSource;
  close(): void;
}

async function openSource(inputs: readonly string[], options: Options, io: Io): Promise<Opened> {
  if (options.build === true) {
    const start = io.now();
    const graph = await buildGraph(inputs, { texts: true }, options, io);
    // For the pages of articles; what is downloaded holds them only when asked for (build --texts).
    const texts = graph.getAttribute("texts");
    graph.removeAttribute("texts");
    if (options.quiet !== true) {
      printSummary(
        summarize(graph.getAttributes(), io.now() - start),
        graph.getAttribute("notes"),
        io,
        options.notes,
      );
    }
    return { source: memorySource(graph, texts), close: () => {} };
  }
  const [path, ...more] = inputs;
  if (path === undefined || more.length > 0) {
    throw new CommandError("serve takes one graph file; to serve articles, add --build");
  }
  if (await isStore(path)) {
    return withStore(({ openStore, readStore }) => {
      const store = openStore(path);
      return {
        source: storeSource(store, () => readStore(path, { layout: false })),
        close: store.close,
      };
    });
  }
  return { source: memorySource(await loadGraph(path)), close: () => {} };
}

/** Asked call by call; only formats and projections read all of it, and only when they are asked for. */
function storeSource(store: OpenStore, readAll: () => NewsGraph): GraphSource {
  const counts = store.read((graph) => graph.getAttribute("counts"));
  let graph: NewsGraph | undefined;
  return {
    query: store,
    read: store.read,
    articles: store.articles,
    reading(article) {
      const analysis = store.analysis(article);
      return analysis === undefined ? undefined : toReading(analysis);
    },
    whole() {
      graph ??= readAll();
      return graph;
    },
    isLarge: (counts.entities ?? 0) + (counts.events ?? 0) > MOST_SENT_WHOLE,
  };
}

/** A port that was asked for must be free; the usual one may be taken by another graph. */
async function listenSomewhere(
  handler: Parameters<typeof listen>[0],
  options: Options,
): Promise<Listening> {
  const { host } = options;
  try {
    return await listen(handler, { host, port: options.port ?? PORT });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && options.port === undefined) return listen(handler, { host });
    const reason = code === "EADDRINUSE" ? "the port is taken" : message;
    throw new CommandError(`cannot listen on ${host}:${options.port ?? PORT}: ${reason}`);
  }
}

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Not being able to is no error: the address is printed. */
function openBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command!, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
