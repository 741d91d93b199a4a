/** Paths -> files, folders walked in order of code units. */
import { readdir, realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import { noteItem, type ReadItem } from "./types.ts";

export class MissingPathError extends Error {
  override readonly name = "MissingPathError";
  readonly path: string;
  constructor(path: string) {
    super(
      `dramatis: there is no file or folder "${path}"; name a file, a folder, or - for standard input`,
    );
    this.path = path;
  }
}

export type Found = { readonly file: string } | ReadItem;

export async function assertPathsExist(paths: readonly string[]): Promise<void> {
  if (!Array.isArray(paths)) {
    throw new TypeError(`expected a list of paths such as ["news/"], got ${JSON.stringify(paths)}`);
  }
  for (const path of paths) {
    if (path === "-") continue;
    try {
      await stat(path);
    } catch (error) {
      const code = errorCode(error);
      // A link that leads to itself or a closed folder is there, only not readable: that is a note.
      if (code === "ENOENT" || code === "ENOTDIR") throw new MissingPathError(path);
    }
  }
}

/** The files at or below a path; links are followed, but not to a folder that they lie in. A note for what cannot be entered. */
export async function* filesAt(path: string, maxDepth: number): AsyncGenerator<Found> {
  yield* walk(path.length > 1 ? path.replace(/(?<!\/)\/+$/, "") : path, [], maxDepth);
}

async function* walk(
  path: string,
  parents: readonly string[],
  depthLeft: number,
): AsyncGenerator<Found> {
  let isFolder: boolean;
  let real: string;
  try {
    const found = await stat(path);
    isFolder = found.isDirectory();
    if (!isFolder && !found.isFile()) {
      yield noteItem(path, "left out: neither a file nor a folder");
      return;
    }
    if (!isFolder) {
      yield { file: path };
      return;
    }
    real = await realpath(path);
  } catch (error) {
    yield noteItem(path, `cannot be read: ${reason(error)}`);
    return;
  }
  const inside = real.endsWith(sep) ? real : real + sep;
  if (parents.some((parent) => (parent + sep).startsWith(inside))) {
    yield noteItem(path, "left out: a link to a folder that it lies in");
    return;
  }
  if (depthLeft === 0) {
    yield noteItem(path, "left out: too many folders inside one another");
    return;
  }
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    yield noteItem(path, `cannot be read: ${reason(error)}`);
    return;
  }
  for (const name of names.sort(byCodeUnit)) {
    // Hidden files are the machine's: .DS_Store, .git.
    if (!name.startsWith(".")) yield* walk(`${path}/${name}`, [...parents, real], depthLeft - 1);
  }
}

export function reason(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined && REASONS[code] !== undefined) return REASONS[code];
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "a link that leads back to itself",
  ENOENT: "a link that leads nowhere",
  EISDIR: "it is a folder",
  Z_DATA_ERROR: "broken gzip",
  Z_BUF_ERROR: "broken gzip: it ends too early",
  ERR_INVALID_ARG_TYPE: "not readable",
};

function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
