/** Options of the commands that read articles: how many workers, and where finished work is kept. */
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import envPaths from "env-paths";
import type { LineOptions } from "../line/index.ts";
import { CommandError, type Io } from "./io.ts";
import { type NotesOption, wholeNumber, withNotesOption } from "./options.ts";

export interface LineCommandOptions extends NotesOption {
  readonly jobs?: number;
  /** A folder; false for none. */
  readonly cache?: string | false;
  /** ISO 639-1. */
  readonly languages?: readonly string[];
}

const MOST_JOBS = 256;

export function withLineOptions(command: Command): Command {
  return withNotesOption(command)
    .option("-j, --jobs <n>", "how many articles to work on at once (default: one a core)", jobs)
    .option("--cache <folder>", `where finished work is kept (default: ${defaultCache()})`)
    .option("--no-cache", "keep no finished work, use none")
    .option(
      "--languages <codes>",
      "languages to go on with, parted by commas; English alone is well understood (default: en)",
      languages,
    );
}

/** The folder for caches of this system's user. */
export function defaultCache(): string {
  return process.env.DRAMATIS_CACHE ?? envPaths("dramatis", { suffix: "" }).cache;
}

/** Without a folder of the user's own there is no place to keep anything. */
export function cacheOf({ cache }: LineCommandOptions): string | undefined {
  return cache === false ? undefined : (cache ?? defaultCache());
}

/** What the default cache may grow to: some 300,000 articles. A folder of the user's own is the user's to trim. */
export const MOST_CACHE_BYTES = 4e9;

export async function trimDefaultCache({ cache }: LineCommandOptions): Promise<void> {
  if (cache !== undefined) return;
  const { trimCache } = await import("../line/cache.ts");
  trimCache(defaultCache(), MOST_CACHE_BYTES);
}

export type StoppableLine = Pick<LineOptions, "jobs" | "cache" | "languages" | "stdin"> & {
  readonly signal: AbortSignal;
};

/**
 * Runs `work` so that the first Ctrl-C ends it gently: what is under way is finished and kept. `release` says that
 * the reading is over: from then on Ctrl-C ends the program, and nothing is lost by it. `done`: articles so far.
 */
export async function stoppable<T>(
  options: LineCommandOptions,
  io: Io,
  done: () => number,
  work: (line: StoppableLine, release: () => void) => Promise<T>,
): Promise<T> {
  const { signal, release } = io.stopping();
  const cache = cacheOf(options);
  const kept = cache === undefined ? {} : { cache };
  const jobs = options.jobs ?? availableParallelism();
  const chosen = options.languages === undefined ? {} : { languages: options.languages };
  try {
    return await work({ jobs, ...kept, ...chosen, stdin: io.stdin, signal }, release);
  } catch (error) {
    if (!signal.aborted) throw error;
    const next =
      cache === undefined ? "" : "; what is finished is kept: run the same again to go on";
    throw new CommandError(`stopped after ${done()} articles${next}`, 130);
  } finally {
    release();
  }
}

function jobs(text: string): number {
  const number = wholeNumber(text);
  if (number < 1 || number > MOST_JOBS) {
    throw new InvalidArgumentError(`It must be from 1 to ${MOST_JOBS}.`);
  }
  return number;
}

/** `und` is what a text is in whose language is not known. */
function languages(text: string): readonly string[] {
  const codes = text.toLowerCase().split(",");
  if (codes.some((code) => !/^(?:[a-z]{2}|und)$/.test(code))) {
    throw new InvalidArgumentError("It must be codes of two letters, as in en,de.");
  }
  return codes;
}
