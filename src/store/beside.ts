/** A new store is made beside its place and then renamed: whoever reads sees the old file or the new one. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { createDatabase, type Db, openDatabase } from "./database.ts";
import { StoreError } from "./error.ts";
import { reasonOf, temporaryBeside } from "./write-beside.ts";

export interface NewStore {
  readonly db: Db;
  /** Gives it its name. */
  finish(): void;
  /** Takes it away again. */
  abandon(): void;
}

export function startStore(path: string): NewStore {
  const temporary = temporaryBeside(path);
  const db = attempt(path, () => {
    rmSync(temporary, { force: true });
    // SQLite tells less of why a file cannot be made.
    closeSync(openSync(temporary, "wx"));
    try {
      return createDatabase(temporary, path);
    } catch (error) {
      rmSync(temporary);
      throw error;
    }
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
        endLog(path);
        renameSync(temporary, path);
      });
    },
    abandon() {
      close();
      if (existsSync(temporary)) rmSync(temporary);
    },
  };
}

/** What a killed writer left in the log of the old file must not be applied to the new one, nor be lost should this run end just now. */
function endLog(path: string): void {
  if (!existsSync(`${path}-wal`)) return;
  try {
    const old = openDatabase(path, "write");
    try {
      old.exec("PRAGMA journal_mode = DELETE");
    } finally {
      old.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // It was no store that could be opened: nothing of it is kept.
  }
  for (const rest of ["-wal", "-shm"]) rmSync(path + rest, { force: true });
}

function attempt<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
