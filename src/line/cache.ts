/**
 * Finished results by the hash of what they were made from, one gzipped JSON file each: a run that was ended goes on, a
 * second one takes seconds. An entry is written beside and renamed, so that it is whole or not there; one that
 * cannot be read is made again. Any number of runs may use one folder at the same time.
 */
import { createHash } from "node:crypto";
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { gunzipSync, gzipSync } from "node:zlib";
import { makeFolder } from "./make-folder.ts";
import type { StageVersions } from "./versions.ts";

export type CachedKind = "articles" | "analyses";
/** Each a folder of its own in the cache. */
export const CACHED_KINDS: readonly CachedKind[] = ["articles", "analyses"];

/** A cache folder as it goes to a worker. */
export interface CachePlace {
  readonly folder: string;
  readonly versions: StageVersions;
}

export interface Cache {
  /** `undefined` when there is none; `DAMAGED` when it is there and cannot be read. */
  read(kind: CachedKind, key: string): unknown;
  /** Whether there is one. */
  has(kind: CachedKind, key: string): boolean;
  /** Where nothing can be written (a full disk, a closed folder) nothing is kept; that is no error. */
  write(kind: CachedKind, key: string, value: unknown): void;
}

export const DAMAGED = Symbol("damaged");

/** 128 bits of a hash of all parts. */
export function contentKey(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part, "utf8").update("\0");
  return hash.digest("hex").slice(0, 32);
}

/** Speed before size: level 1 takes a third of the time of level 6 and a fifth more space. */
const LEVEL = 1;

export function openCache(folder: string): Cache {
  const made = new Set<string>();
  const pathOf = (kind: CachedKind, key: string): string =>
    join(folder, kind, key.slice(0, 2), `${key.slice(2)}.json.gz`);
  let writes = 0;
  return {
    read(kind, key) {
      const path = pathOf(kind, key);
      const packed = bytesOf(path);
      if (packed === undefined) return undefined;
      try {
        const value: unknown = JSON.parse(gunzipSync(packed).toString("utf8"));
        touch(path);
        return value;
      } catch {
        return DAMAGED;
      }
    },
    has(kind, key) {
      return statSync(pathOf(kind, key), { throwIfNoEntry: false }) !== undefined;
    },
    write(kind, key, value) {
      const path = pathOf(kind, key);
      const parent = join(folder, kind, key.slice(0, 2));
      const beside = join(parent, `.${process.pid}-${threadId}-${writes++}`);
      try {
        if (!made.has(parent)) makeFolder(parent);
        made.add(parent);
        writeFileSync(beside, gzipSync(JSON.stringify(value), { level: LEVEL }));
        renameSync(beside, path);
      } catch {
        remove(beside);
      }
    },
  };
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written nothing can be left over.
  }
}

/** What was used last goes last when the cache is trimmed. */
function touch(path: string): void {
  const now = Date.now() / 1000;
  try {
    utimesSync(path, now, now);
  } catch {
    // A cache on a read-only disk is still good to read.
  }
}

export interface CacheSize {
  readonly files: number;
  readonly bytes: number;
}

/** Takes out what was not used for longest until no more than `mostBytes` are left. */
export function trimCache(
  folder: string,
  mostBytes: number,
): { before: CacheSize; after: CacheSize } {
  const entries = entriesOf(folder);
  const before = sizeOf(entries);
  const oldestFirst = entries.sort((a, b) => a.used - b.used || (a.path < b.path ? -1 : 1));
  let { bytes } = before;
  let gone = 0;
  while (bytes > mostBytes && gone < oldestFirst.length) {
    const entry = oldestFirst[gone++]!;
    rmSync(entry.path, { force: true });
    bytes -= entry.bytes;
  }
  return { before, after: { files: before.files - gone, bytes } };
}

export function cacheSize(folder: string): CacheSize {
  return sizeOf(entriesOf(folder));
}

interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly used: number;
}

function entriesOf(folder: string): Entry[] {
  return CACHED_KINDS.flatMap((kind) =>
    namesIn(join(folder, kind)).map((name) => join(folder, kind, name)),
  )
    .flatMap((shard) => namesIn(shard).map((name) => join(shard, name)))
    .flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found?.isFile() ? [{ path, bytes: found.size, used: found.mtimeMs }] : [];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(entries: readonly Entry[]): CacheSize {
  return { files: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}
