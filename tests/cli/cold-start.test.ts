/** What a call loads, by list and not by time: a slow start comes from files that the command does not need. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { dramatis } from "./fake-io.ts";

const project = resolve(import.meta.dirname, "../..");
const program = resolve(project, "dist/cli/main.js");
const article = resolve(project, "data/sample/wire/2023-03-10-saudi-iran-deal.txt");

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

/** Files of the program below `dist/`, packages by name. */
function loadedBy(...args: string[]): string[] {
  const { stderr, status } = spawnSync(
    process.execPath,
    ["--import", dataUrl(REGISTER), program, ...args],
    { encoding: "utf8", timeout: 60_000 },
  );
  expect(status).toBe(0);
  const urls = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url]) => decodeURI(url!));
  const names = urls.map((url) =>
    url.includes("/node_modules/")
      ? /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)![1]!
      : url.slice(url.indexOf("/dist/") + "/dist/".length),
  );
  return [...new Set(names)].sort();
}

describe("a cold start", () => {
  test("--help loads the list of commands and none of them", () => {
    expect(loadedBy("--help")).toEqual([
      "cli/commands.js",
      "cli/compile-less.js",
      "cli/io.js",
      "cli/main.js",
      "cli/run.js",
      "commander",
      "graph/version.js",
      "picocolors",
    ]);
  });

  test("analyze of a text loads neither linking nor graph, formats, store, server, workers, nor readers of other forms", () => {
    const loaded = loadedBy("analyze", "--no-cache", article);
    expect(loaded).toContain("analysis/analyze.js");
    const folders = new Set(loaded.map((name) => name.split("/")[0]));
    for (const folder of ["linking", "formats", "server", "hono", "libsql", "piscina"])
      expect(folders).not.toContain(folder);
    for (const name of ["graphology", "feedsmith", "csv-parse", "fflate", "postal-mime"])
      expect(loaded).not.toContain(name);
    // The number of the version, and how a file is written whole or not at all.
    expect(loaded.filter((name) => /^(?:graph|store|sources)\//.test(name))).toEqual([
      "graph/version.js",
      "sources/byte-streams.js",
      "sources/charset.js",
      "sources/documents.js",
      "sources/form.js",
      "sources/gzip.js",
      "sources/index.js",
      "sources/limits.js",
      "sources/paths.js",
      "sources/scraped.js",
      "sources/types.js",
      "store/write-beside.js",
    ]);
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
