/**
 * The shape of the program, read from its imports: stages do not know each other, and what is for browsers
 * stays free of Node.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../src");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

/** What a folder (or a file at the top) may import beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "model.ts": [],
  text: ["model.ts"],
  lexicon: ["model.ts", "text"],
  sources: ["model.ts", "text", "lexicon"],
  article: ["model.ts", "text", "lexicon"],
  analysis: ["model.ts", "text", "lexicon"],
  linking: ["model.ts", "text", "lexicon"],
  graph: ["model.ts", "text"],
  formats: ["model.ts", "graph"],
  store: ["model.ts", "text", "graph", "formats"],
  server: ["model.ts", "text", "graph", "formats"],
  line: ["model.ts", "lexicon", "sources", "article", "analysis"],
  "build.ts": ["model.ts", "lexicon", "line", "linking", "graph"],
  "language.ts": ["model.ts", "lexicon", "analysis"],
  "language-node.ts": ["model.ts", "lexicon", "analysis", "language.ts"],
  cli: [
    "build.ts",
    "line",
    "model.ts",
    "graph",
    "formats",
    "server",
    "store",
    "analysis",
    "lexicon",
    "sources",
    "linking",
  ],
};

/** Packages, and the folders that may import them. Types may be imported by those in brackets too. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  cheerio: ["sources"],
  htmlparser2: ["article"],
  "entities/decode": ["article"],
  graphology: ["graph", "formats"],
  hono: ["server"],
  "@hono/node-server": ["server"],
  commander: ["cli"],
  picocolors: ["cli"],
  "csv-parse": ["sources"],
  feedsmith: ["sources"],
  "postal-mime": ["sources"],
  fflate: ["formats"],
  libsql: ["store"],
  piscina: ["line"],
  "env-paths": ["cli"],
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts"));

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^;"']{0,4000}?from\s+)?["']([^"']+)["']/gm;

/** `await import("...")`. */
const LATE_IMPORT = /\bimport\(()"([^"]+)"\)/g;

const imports: readonly Import[] = files.flatMap((from) =>
  [IMPORT, LATE_IMPORT]
    .flatMap((pattern) => [...readFileSync(join(source, from), "utf8").matchAll(pattern)])
    .map(([, type, to]) => ({
      from,
      to: to!.startsWith(".")
        ? relative(source, resolve(source, dirname(from), to!))
            .split(sep)
            .join("/")
        : to!,
      isType: type !== undefined && type !== "",
    })),
);

const isOwn = ({ to }: Import): boolean => to.endsWith(".ts");
const folderOf = (path: string): string => path.split("/")[0]!;

test("the imports are found", () => {
  const metBy = (file: string): string[] =>
    imports.filter(({ from }) => from === file).map(({ to }) => folderOf(to));
  expect(metBy("build.ts")).toEqual(expect.arrayContaining(["line", "linking", "graph"]));
  expect(metBy("line/index.ts")).toEqual(expect.arrayContaining(["sources", "analysis"]));
});

test("every folder has its place in the table", () => {
  const unknown = files
    .map(folderOf)
    .filter((folder) => folder !== "index.ts" && !(folder in ALLOWED));
  expect(unknown).toEqual([]);
});

describe.each(Object.entries(ALLOWED))("src/%s", (folder, allowed) => {
  test(`imports nothing but ${allowed.join(", ") || "itself"}`, () => {
    const strangers = imports
      .filter((item) => isOwn(item) && folderOf(item.from) === folder)
      .filter(({ to }) => folderOf(to) !== folder && !allowed.includes(folderOf(to)))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(strangers).toEqual([]);
  });
});

test("parts of the analysis meet in analyze.ts and share only the parse and the kernel", () => {
  const shared = /^analysis\/(?:kernel\/)?[^/]+\.ts$/;
  const strangers = imports
    .filter((item) => isOwn(item) && /^analysis\/[^/]+\//.test(item.from))
    .filter(
      ({ from, to }) =>
        to.startsWith("analysis/") && to.split("/")[1] !== from.split("/")[1] && !shared.test(to),
    )
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(strangers).toEqual([]);
});

test.each(["language.ts", "graph/index.ts"])(
  "src/%s and all it reaches run in a browser",
  (entry) => {
    const reached = new Set([entry]);
    const nodeImports: string[] = [];
    for (const file of reached) {
      for (const { to, isType } of imports.filter(({ from }) => from === file)) {
        if (isType) continue;
        if (to.startsWith("node:")) nodeImports.push(`${file} imports ${to}`);
        else if (to.endsWith(".ts")) reached.add(to);
      }
    }
    expect(nodeImports).toEqual([]);
  },
);

test("analysis, graph and formats import nothing of Node", () => {
  const strangers = imports
    .filter(({ from }) => ["analysis", "graph", "formats"].includes(folderOf(from)))
    .filter(({ to }) => to.startsWith("node:"))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(strangers).toEqual([]);
});

test.each(Object.entries(PACKAGES))("%s is imported in its own folders only", (name, folders) => {
  const strangers = imports
    .filter(({ to, isType }) => !isType && (to === name || to.startsWith(`${name}/`)))
    .filter(({ from }) => !folders.includes(folderOf(from)))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(strangers).toEqual([]);
});

test("no file reaches itself through what it imports", () => {
  const targets = new Map<string, string[]>();
  for (const { from, to, isType } of imports) {
    if (!to.endsWith(".ts") || isType) continue;
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (done.has(file) || way.includes(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("the files are small: half of them under 90 lines", () => {
  const lengths = files
    .map((file) => readFileSync(join(source, file), "utf8").split("\n").length)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
});
