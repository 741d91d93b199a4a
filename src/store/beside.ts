/** A new store is made beside its place and then renamed: whoever reads sees the old file or the new one. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createDatabase, type Db } from "./database.ts";
import { StoreError } from "./error.ts";

export interface NewStore {
  readonly db: Db;
  /** Gives it its name. */
  finish(): void;
  /** Takes it away again. */
  abandon(): void;
}

export function startStore(path: string): NewStore {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const db = attempt(path, () => {
    rmSync(temporary, { force: true });
    // SQLite tells less of why a file cannot be made.
    closeSync(openSync(temporary, "wx"));
    return createDatabase(temporary);
  });
  let isOpen = true;
  const close = (): void => {
    if (isOpen) db.close();
    isOpen = false;
  };
  return {
    db,
    finish() {
      close();
      attempt(path, () => {
        const file = openSync(temporary, "r+");
        fsyncSync(file);
        closeSync(file);
        // What belonged to the old file must not be applied to the new one.
        for (const rest of ["-wal", "-shm"]) rmSync(path + rest, { force: true });
        renameSync(temporary, path);
      });
    },
    abandon() {
      close();
      if (existsSync(temporary)) rmSync(temporary);
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is a file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EISDIR: "it is a folder",
};

function attempt<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StoreError(`cannot write ${path}: ${REASONS[code ?? ""] ?? message}`);
  }
}
