/** What the commands that work on a store share: loading it when needed, and its errors as sentences. */
import { open } from "node:fs/promises";
import type * as Store from "../store/index.ts";
import { CommandError } from "./io.ts";

const MAGIC = "SQLite format 3";

export function isStorePath(path: string): boolean {
  return path.toLowerCase().endsWith(".db");
}

/** By its content: a store may have any name. What cannot be read is no store. */
export async function isStore(path: string): Promise<boolean> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
      return bytesRead === MAGIC.length && buffer.toString("latin1") === MAGIC;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** The database driver is loaded when a store is used: most calls are about files. */
export async function withStore<T>(run: (store: typeof Store) => T | Promise<T>): Promise<T> {
  const store = await import("../store/index.ts");
  try {
    return await run(store);
  } catch (error) {
    if (error instanceof store.StoreError) throw new CommandError(error.message);
    throw error;
  }
}
