/**
 * The commands, in the order in which the help names them. Each is one file and one entry here, and only the file of
 * the command that is called is loaded: all together they bring the formats, the server and the queries.
 */
import type { Command } from "commander";
import type { Io } from "./io.ts";

export interface CommandEntry {
  readonly name: string;
  /** What stands behind the name in a call. */
  readonly usage: string;
  readonly about: string;
  load(): Promise<(io: Io) => Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "build",
    usage: "[options] <inputs...>",
    about: "read articles and write the graph of their people, countries and events",
    load: async () => (await import("./build.ts")).buildCommand,
  },
  {
    name: "serve",
    usage: "[options] <inputs...>",
    about: "look at a graph in the browser; also answers queries over HTTP",
    load: async () => (await import("./serve.ts")).serveCommand,
  },
  {
    name: "query",
    usage: "[options] <graph> <call> [arguments...]",
    about: "ask a graph: who, with whom, when, and which sentence says so",
    load: async () => (await import("./query.ts")).queryCommand,
  },
  {
    name: "export",
    usage: "[options] <graph>",
    about: "write a graph in another format",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "report",
    usage: "[options] <graph>",
    about: "a page of Markdown: the cast, the countries, the main events by week",
    load: async () => (await import("./report.ts")).reportCommand,
  },
  {
    name: "diff",
    usage: "[options] <before> <after>",
    about: "what is new, gone and changed between two graphs",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  {
    name: "analyze",
    usage: "[options] <inputs...>",
    about: "print what is found in each article, one JSON object a line",
    load: async () => (await import("./analyze.ts")).analyzeCommand,
  },
  {
    name: "explain",
    usage: "[options] <inputs...>",
    about: "show what was found in each sentence, and by which rule",
    load: async () => (await import("./explain.ts")).explainCommand,
  },
  {
    name: "review",
    usage: "[options] <inputs...>",
    about: "list the most doubtful merges and near misses, and write down what you decide",
    load: async () => (await import("./review.ts")).reviewCommand,
  },
  {
    name: "add",
    usage: "[options] <store> <inputs...>",
    about: "add articles to a store; the graph is the one that building at once gives",
    load: async () => (await import("./add.ts")).addCommand,
  },
  {
    name: "remove",
    usage: "[options] <store> <articles...>",
    about: "take articles out of a store, as if they had never been there",
    load: async () => (await import("./remove.ts")).removeCommand,
  },
  {
    name: "verify",
    usage: "[options] <store>",
    about: "prove every quote of a store against its article, every count against its quotes",
    load: async () => (await import("./verify.ts")).verifyCommand,
  },
  {
    name: "cache",
    usage: "[options]",
    about: "say how much finished work is kept, and where; keep less",
    load: async () => (await import("./cache.ts")).cacheCommand,
  },
];
