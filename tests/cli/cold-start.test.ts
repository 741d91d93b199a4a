/** What a call loads, by list and not by time: a slow start comes from files that the command does not need. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { dramatis } from "./fake-io.ts";

const project = resolve(import.meta.dirname, "../..");
const program = resolve(project, "dist/cli/main.js");
const article = resolve(project, "data/sample/wire/2023-03-10-saudi-iran-deal.txt");
const page = resolve(project, "data/sample/tribune/biden-kyiv.html");
const folder = mkdtempSync(join(tmpdir(), "dramatis-cold-"));
const nowhere = join(folder, "graph.json");
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints the address of each module that is resolved, one a line, to standard error. */
const HOOKS = `
  import { writeSync } from "node:fs";
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    writeSync(2, "loaded " + found.url + "\\n");
    return found;
  }`;
const REGISTER = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(HOOKS))});`;

function dataUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

interface Loaded {
  /** Files of the program below `dist/`. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** Sources that stand in the files, below `src/`. */
  readonly sources: readonly string[];
}

function loadedBy(...args: string[]): Loaded {
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", dataUrl(REGISTER), program, ...args],
    { encoding: "utf8", timeout: 60_000 },
  );
  expect(status).toBe(0);
  const paths = [...stderr.matchAll(/^loaded file:\/\/(.*)$/gm)].map(([, path]) =>
    decodeURI(path!),
  );
  const [outside, inside] = [true, false].map((isPackage) =>
    paths.filter((path) => path.includes("/node_modules/") === isPackage),
  ) as [string[], string[]];
  const dist = resolve(program, "../..");
  return {
    files: unique(inside.map((path) => path.slice(dist.length + 1))),
    packages: unique(
      outside.map((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)![1]!),
    ),
    sources: unique(inside.flatMap((path) => sourcesIn(readFileSync(path, "utf8")))),
  };
}

/** The build writes above each source where it is from. */
function sourcesIn(code: string): string[] {
  return [...code.matchAll(/^\/\/ src\/(\S+\.ts)$/gm)].map(([, name]) => name!);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

describe("a cold start", () => {
  test("--help loads the list of commands and none of them", () => {
    const { files, packages, sources } = loadedBy("--help");
    expect(files.length).toBeLessThan(5);
    expect(packages).toEqual(["commander", "picocolors"]);
    expect(sources).toEqual([
      "cli/commands.ts",
      "cli/io.ts",
      "cli/main.ts",
      "cli/run.ts",
      "cli/v8-flags.ts",
      "graph/version.ts",
    ]);
  });

  test("analyze of a text loads neither linking nor graph, formats, store, server, workers, nor readers of other forms", () => {
    const { files, packages, sources } = loadedBy("analyze", "--no-cache", article);
    expect(files.length).toBeLessThan(40);
    expect(sources).toContain("analysis/analyze.ts");
    const folders = new Set(sources.map((name) => name.split("/")[0]));
    for (const folder of ["linking", "formats", "server"]) expect(folders).not.toContain(folder);
    for (const name of [
      "csv-parse",
      "feedsmith",
      "fflate",
      "graphology",
      "hono",
      "libsql",
      "piscina",
      "postal-mime",
    ])
      expect(packages).not.toContain(name);
    // The number of the version, and how a file is written whole or not at all.
    expect(sources.filter((name) => /^(?:graph|store|sources)\//.test(name))).toEqual([
      "graph/version.ts",
      "sources/byte-streams.ts",
      "sources/charset.ts",
      "sources/documents.ts",
      "sources/form.ts",
      "sources/graph-heads.ts",
      "sources/gzip.ts",
      "sources/index.ts",
      "sources/limits.ts",
      "sources/paths.ts",
      "sources/scraped.ts",
      "sources/types.ts",
      "store/write-beside.ts",
    ]);
  });

  test("build of a page loads no server, no store, no workers, no zip", () => {
    const { sources, packages } = loadedBy("build", "--no-cache", page, "-o", nowhere);
    expect(sources).toContain("linking/link.ts");
    expect(sources.filter((name) => /^(?:server|store)\//.test(name))).toEqual([
      "server/viewer-files.ts",
      "store/write-beside.ts",
    ]);
    for (const name of ["csv-parse", "feedsmith", "fflate", "hono", "libsql", "piscina"])
      expect(packages).not.toContain(name);
  });
});

test("the list of commands shows how each is called as the command itself does", async () => {
  const { out: list } = await dramatis(["--help"]);
  for (const { name, usage, about } of COMMANDS) {
    const { out } = await dramatis([name, "--help"]);
    expect(out.split("\n")[0]).toBe(`Usage: dramatis ${name} ${usage}`);
    expect(list).toContain(`  ${name} ${usage} `);
    expect(list).toContain(about);
  }
});
