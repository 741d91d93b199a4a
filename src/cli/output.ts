/**
 * Files are written beside their place and then renamed: whoever reads sees the old file or the new one, never
 * a half.
 */
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf, temporaryBeside } from "../store/write-beside.ts";
import { CommandError } from "./io.ts";

const BATCH = 1 << 16;

export async function writeFileAtomically(
  path: string,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  const target = targetOf(path);
  if (target === undefined) return writeAll(path, chunks);
  const temporary = temporaryBeside(target);
  await guarded(path, temporary, async () => {
    await writeAll(temporary, chunks);
    await rename(temporary, target);
  });
}

/** The same for lines that are still being made while they are written. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const target = targetOf(path);
  const temporary = target === undefined ? path : temporaryBeside(target);
  const write = async () => {
    const file = await open(temporary, "w");
    try {
      for await (const line of lines) await file.writeFile(line, "utf8");
      await file.sync().catch(() => {});
    } finally {
      await file.close();
    }
    if (target !== undefined) await rename(temporary, target);
  };
  if (target === undefined) await write();
  else await guarded(path, temporary, write);
}

/** For formats of several files. An old folder of the same name is left alone unless it is empty. */
export async function writeFolderAtomically(
  path: string,
  files: Iterable<{ readonly path: string; readonly chunks: Iterable<string> }>,
): Promise<void> {
  if (existsSync(path) && (await readdir(path)).length > 0) {
    throw new CommandError(`the folder ${path} is not empty: name a new one, or a .zip`);
  }
  const temporary = temporaryBeside(path);
  await guarded(path, temporary, async () => {
    await mkdir(temporary);
    for (const file of files) {
      const target = join(temporary, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeAll(target, file.chunks);
    }
    await rm(path, { recursive: true, force: true });
    await rename(temporary, path);
  });
}

/** A link leads to the file that is meant. A device or a pipe is written into, never replaced: `undefined`. */
function targetOf(path: string): string | undefined {
  if (!existsSync(path)) return path;
  const target = realpathSync(path);
  const stats = statSync(target);
  return stats.isFile() || stats.isDirectory() ? target : undefined;
}

async function writeAll(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const file = await open(path, "w");
  try {
    for (const batch of batches(chunks)) await file.writeFile(batch);
    // A pipe cannot be synced.
    await file.sync().catch(() => {});
  } finally {
    await file.close();
  }
}

/** Many small strings in few writes. */
function* batches(chunks: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let batch = "";
  for (const chunk of chunks) {
    if (typeof chunk !== "string") {
      yield chunk;
      continue;
    }
    batch += chunk;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}

/** Takes the half-written file away again when the writing fails or the user stops it. */
async function guarded(path: string, temporary: string, write: () => Promise<void>): Promise<void> {
  const interrupted = (): void => {
    takeAway(temporary);
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  try {
    await write();
  } catch (error) {
    takeAway(temporary);
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`);
  } finally {
    process.off("SIGINT", interrupted);
  }
}

/** Where nothing may be written nothing can be taken away either: the reason to tell is that of the writing. */
function takeAway(temporary: string): void {
  try {
    rmSync(temporary, { recursive: true, force: true });
  } catch {}
}
