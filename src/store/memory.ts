/** Whether what linking keeps in a store is what this version goes on from. */
import { VERSION } from "../graph/version.ts";
import type { Db } from "./database.ts";
import { meta } from "./header.ts";
import { putMeta } from "./kept.ts";
import { STORE_VERSION } from "./schema.ts";

/** The memory of another version may hang on other rules. */
const MEMORY = `${STORE_VERSION} ${VERSION}`;

export function isMemoryKept(db: Db): boolean {
  return meta(db, "memory") === MEMORY;
}

export function noteMemory(db: Db, isKept: boolean): void {
  putMeta(db, "memory", isKept ? MEMORY : "");
}
