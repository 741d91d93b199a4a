/** dramatis cache: how much finished work is kept, and less of it. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { Io } from "./io.ts";
import { defaultCache } from "./line-options.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "./options.ts";

interface Options extends CommonOptions {
  readonly cache?: string;
  readonly trim?: number;
  readonly clear?: boolean;
}

const MEGABYTE = 1e6;

export function cacheCommand(io: Io): Command {
  return withCommonOptions(
    new Command("cache")
      .option("--cache <folder>", `the folder (default: ${defaultCache()})`)
      .option("--trim <megabytes>", "keep so much, what was used last", wholeNumber)
      .option("--clear", "keep nothing"),
  )
    .addHelpText(
      "after",
      `
Examples:
  dramatis cache
  dramatis cache --trim 500

It holds the texts of articles and what was found in them. What is taken out is made again when it is needed. The
environment variable DRAMATIS_CACHE names another folder.`,
    )
    .action((options: Options) => runCache(options, io));
}

async function runCache(options: Options, io: Io): Promise<void> {
  const { cacheSize, CACHED_KINDS, trimCache } = await import("../line/cache.ts");
  const folder = options.cache ?? defaultCache();
  if (options.clear === true) {
    for (const kind of CACHED_KINDS) await rm(join(folder, kind), { recursive: true, force: true });
  }
  if (options.trim !== undefined) trimCache(folder, options.trim * MEGABYTE);
  const { files, bytes } = cacheSize(folder);
  if (options.json === true) await io.write(`${JSON.stringify({ folder, files, bytes })}\n`);
  else await io.write(`${folder}: ${files} results, ${(bytes / MEGABYTE).toFixed(1)} MB\n`);
}
