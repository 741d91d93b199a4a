/**
 * What is fuzzed, each as a function that takes any bytes and throws when a promise is broken. The promises: no
 * input throws out of a stage, spans lie in the text and quotes are what they say, what is refused is refused in
 * one sentence, and the server never fails.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyzer } from "../src/analysis/analyze.ts";
import { createArticleReader } from "../src/article/index.ts";
import { assembleChange, assembleParts } from "../src/build.ts";
import { FormatError, formatNamed, readGraph } from "../src/formats/index.ts";
import type { NewsGraph } from "../src/graph/attributes.ts";
import { toGraph } from "../src/graph/build.ts";
import { CALLS, runCall } from "../src/graph/query/calls.ts";
import { QueryError } from "../src/graph/query/index.ts";
import { nodeData } from "../src/lexicon/node-data.ts";
import {
  decisionFault,
  Linker,
  parseDecisions,
  parseIdentifiers,
  toLinkingOptions,
} from "../src/linking/index.ts";
import type { Analysis, Span } from "../src/model.ts";
import { createHandler } from "../src/server/handle.ts";
import { read } from "../src/sources/index.ts";
import {
  createStore,
  openStore,
  readStore,
  StoreError,
  type StoreWriter,
  updateStore,
  verifyStore,
  writeStore,
} from "../src/store/index.ts";
import { articleInputs, type Input } from "./inputs.ts";

export interface Target {
  readonly name: string;
  /** Good inputs, to be broken. */
  readonly inputs: readonly Input[];
  /** Rejects when a promise is broken. */
  run(bytes: Uint8Array): Promise<void>;
}

/** Of an article that was made of hostile bytes, only so much: the cost of a case must not hide a hang. */
const LONGEST_TEXT = 60_000;

export async function createTargets(): Promise<readonly Target[]> {
  const data = nodeData();
  const toArticle = createArticleReader(data);
  const analyze = createAnalyzer(data);

  async function analysesOf(bytes: Uint8Array): Promise<Analysis[]> {
    const found: Analysis[] = [];
    for await (const item of read(["-"], { stdin: inPieces(bytes) })) {
      if (!("page" in item)) {
        assert(item.note.message.length > 0, "a note without a message");
        continue;
      }
      const { article } = toArticle(item.page);
      if (article === undefined || article.text.length > LONGEST_TEXT) continue;
      found.push(analyze(article));
    }
    return found;
  }

  let clock = 0;
  const inputs = articleInputs();
  const good = (await Promise.all(inputs.map(({ bytes }) => analysesOf(bytes)))).flat();
  const linked = (decisions = "", identifiers = ""): NewsGraph => {
    const linker = new Linker(data, toLinkingOptions({ decisions, identifiers }).options);
    for (const analysis of good.slice(0, 5)) linker.add(analysis);
    return toGraph(linker.finish());
  };
  const graph = linked();
  let decisions = "";
  const handler = createHandler(graph, {
    now: () => (clock += 1000),
    writing: {
      file: {
        read: async () => decisions,
        fault: decisionFault,
        append: async (lines) => {
          decisions += `${lines.join("\n")}\n`;
        },
        replace: async (_before, text) => {
          decisions = text;
          return true;
        },
      },
    },
  });
  const { nodes } = JSON.parse(textOf(graph, "json")) as {
    nodes: { key: string; attributes: { name: string } }[];
  };

  return [
    {
      name: "line",
      inputs,
      run: async (bytes) => {
        const analyses = await analysesOf(bytes);
        for (const analysis of analyses) checkSpans(analysis);
        const linker = new Linker(data);
        for (const analysis of analyses) linker.add(analysis);
        checkQuotes(toGraph(linker.finish()), analyses);
      },
    },
    {
      name: "graph files",
      inputs: ["json", "gexf", "graphml"].map((name) =>
        input(`graph.${name}`, textOf(graph, name)),
      ),
      run: async (bytes) => {
        let readBack: NewsGraph;
        try {
          readBack = readGraph(new TextDecoder().decode(bytes));
        } catch (error) {
          if (error instanceof FormatError) return;
          throw error;
        }
        for (const name of ["json", "gexf", "graphml", "csv"]) textOf(readBack, name);
      },
    },
    {
      name: "decisions",
      inputs: [input("decisions.txt", decisionsFor(nodes)), input("identifiers.csv", IDENTIFIERS)],
      run: async (bytes) => {
        const text = new TextDecoder().decode(bytes);
        parseDecisions(text);
        parseIdentifiers(text);
        linked(text, text);
      },
    },
    {
      name: "requests",
      inputs: requests(nodes.map(({ key }) => key)),
      run: async (bytes) => {
        const path = new TextDecoder("latin1")
          .decode(bytes)
          .replace(/[^\x21-\x7e]/g, (sign) => encodeURIComponent(sign));
        let request: Request;
        try {
          request = new Request(`http://127.0.0.1:4747/${path}`);
        } catch {
          return; // What is no address never reaches the server.
        }
        const response = await handler(request);
        await checkAnswer(response, path);
      },
    },
    {
      name: "writing requests",
      inputs: WRITING.map((lines, index) => input(`lines ${index}`, JSON.stringify({ lines }))),
      run: async (bytes) => {
        for (const method of ["POST", "DELETE"]) {
          const response = await handler(
            new Request("http://127.0.0.1:4747/api/decisions", {
              method,
              body: Uint8Array.from(bytes),
              headers: { "content-type": "application/json", host: "127.0.0.1:4747" },
            }),
          );
          await checkAnswer(response, method);
          // Whatever was taken, a build must be able to read it.
          assert(
            parseDecisions(decisions).notes.length === 0,
            "a line was taken that no build reads",
          );
          if (decisions.length > LONGEST_TEXT) decisions = "";
        }
      },
    },
    {
      name: "stores",
      inputs: [
        storeInput("of-graph.db", (path) => writeStore(graph, path)),
        storeInput("of-articles.db", (path) => {
          const store = createStore(path, { layout: false });
          for (const analysis of good.slice(0, 5)) store.add(analysis, []);
          relink(store);
          store.close();
        }),
      ],
      run: async (bytes) =>
        inFile(bytes, (path) => {
          refusable(() => verifyStore(path));
          refusable(() => readStore(path));
          refusable(() =>
            askEverything(
              path,
              nodes.map(({ key }) => key),
            ),
          );
          refusable(() => change(path, good));
        }),
    },
  ];
}

async function checkAnswer(response: Response, about: string): Promise<void> {
  assert(response.status < 500, `status ${response.status} for ${about.slice(0, 300)}`);
  const body = await response.text();
  assert(!/\bat \S{1,200}:\d+:\d+/.test(body), "a stack trace went out");
}

/** What may be refused in a sentence, but must not fail in another way. */
function refusable(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if ([StoreError, QueryError, FormatError].some((kind) => error instanceof kind)) return;
    throw error;
  }
}

function askEverything(path: string, [a = "", b = ""]: readonly string[]): void {
  const store = openStore(path);
  try {
    for (const { name, positional } of CALLS) {
      const given = positional.map((_, index) => (index === 0 ? a : b));
      refusable(() => runCall(store, name, given, new Map()));
    }
    refusable(() => store.analysis(a));
  } finally {
    store.close();
  }
}

/** An article comes, another one goes. */
function change(path: string, [first, ...others]: readonly Analysis[]): void {
  const store = updateStore(path);
  try {
    store.add(others.at(-1), []);
    store.remove(first!.article.id);
    relink(store);
  } finally {
    store.close();
  }
}

function relink(store: StoreWriter): void {
  store.relink(
    (analyses, notes) => assembleParts(analyses, notes),
    (pile) => assembleChange(pile),
  );
}

function storeInput(name: string, write: (path: string) => void): Input {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-fuzz-"));
  const path = join(folder, name);
  write(path);
  const bytes = Uint8Array.from(readFileSync(path));
  rmSync(folder, { recursive: true });
  return { name, bytes };
}

function inFile(bytes: Uint8Array, run: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-fuzz-"));
  try {
    const path = join(folder, "graph.db");
    writeFileSync(path, bytes);
    run(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const WRITING = [
  ["same Vladimir Putin = Putin"],
  ["different France ≠ Japan", "not an actor Reuters", "rename France -> The Republic"],
];

function checkSpans({ article, sentences, mentions, times, events, statements }: Analysis): void {
  const inText = ({ start, end }: Span): boolean =>
    start >= 0 && start < end && end <= article.text.length;
  for (const span of [...sentences, ...mentions, ...times, ...statements]) {
    assert(inText(span), `a span [${span.start}, ${span.end}) in a text of ${article.text.length}`);
  }
  for (const { start, end, text } of [...mentions, ...times]) {
    assert(article.text.slice(start, end) === text, `"${text}" is not what stands at its place`);
  }
  for (const event of events) {
    assert(inText(event), "an event out of the text");
    for (const { mention } of event.roles)
      assert(mentions[mention] !== undefined, "a role without a mention");
  }
}

function checkQuotes(graph: NewsGraph, analyses: readonly Analysis[]): void {
  // Two tellings of one article may differ in blanks; the graph keeps one of them.
  const texts = new Map<string, string[]>();
  for (const { article } of analyses) {
    texts.set(article.id, [...(texts.get(article.id) ?? []), article.text]);
  }
  const check = (
    owner: string,
    evidence: readonly { article: string; start: number; end: number; quote: string }[],
  ) => {
    assert(evidence.length > 0, `${owner} has no evidence`);
    for (const { article, start, end, quote } of evidence) {
      assert(
        texts.get(article)?.some((text) => text.slice(start, end) === quote) === true,
        `a quote of ${owner} is not in its article`,
      );
    }
  };
  graph.forEachNode((id, { evidence }) => check(id, evidence));
  graph.forEachEdge((id, { evidence }) => check(id, evidence));
}

function textOf(graph: NewsGraph, format: string): string {
  const found = formatNamed(format)!;
  if (found.shape === "file") return [...found.write(graph)].join("");
  return [...found.files(graph)].map(({ chunks }) => [...chunks].join("")).join("");
}

const IDENTIFIERS =
  "name,aliases,kind,country,wikidata\nVladimir Putin,Putin|Wladimir Putin,person,RUS,Q7747\nFrance,,country,FRA,Q142\n";

function decisionsFor(
  nodes: readonly { readonly key: string; readonly attributes: { readonly name: string } }[],
): string {
  const [a, b, c] = nodes.map(({ attributes }) => attributes.name);
  return `# decisions\nsame ${a} = ${b}\ndifferent ${a} ≠ ${c}\nrename ${b} -> The Other # a comment\nnot an actor ${c}\nrole ${a}: minister of ${b}\n`;
}

function requests(ids: readonly string[]): Input[] {
  const [a = "", b = ""] = ids.map(encodeURIComponent);
  const calls = CALLS.map(({ name, positional, parameters }) => {
    const given = positional.map((argument, index) => `${argument.name}=${index === 0 ? a : b}`);
    const more = parameters.map((parameter) => `${parameter.name}=${parameter.of?.[0] ?? "2"}`);
    return input(name, `api/${name}?${[...given, ...more].join("&")}`);
  });
  return [
    ...calls,
    input("graph", "api/graph.gexf"),
    input("projection", "api/projection?by=actor&all=true"),
    input("page", "index.html"),
  ];
}

function input(name: string, text: string): Input {
  return { name, bytes: new TextEncoder().encode(text) };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 1 + Math.floor(bytes.length / 3);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}
