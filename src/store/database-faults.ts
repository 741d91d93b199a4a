/** What SQLite says when it fails, as a sentence for the user: what happened, and what to do. */
import { StoreError } from "./error.ts";

/** By the beginning of the code: the first that fits. */
const REASONS: readonly (readonly [string, string])[] = [
  ["SQLITE_FULL", "the disk is full"],
  ["SQLITE_BUSY", "another program is writing to it: try again when it is done"],
  ["SQLITE_LOCKED", "another program is writing to it: try again when it is done"],
  ["SQLITE_READONLY", "it cannot be written to"],
  ["SQLITE_CANTOPEN", "it, or its log beside it, cannot be opened"],
  ["SQLITE_IOERR_WRITE", "the disk is full or cannot be written to"],
  ["SQLITE_IOERR", "the disk failed"],
  ["SQLITE_CORRUPT", "the database is damaged"],
  ["SQLITE_NOTADB", "the database is damaged"],
  ["SQLITE_NOMEM", "there is not enough memory"],
];

/** A function that cannot take a value, two rows where there may be one. */
const SENSELESS = [
  "SQLITE_ERROR",
  "SQLITE_CONSTRAINT",
  "SQLITE_MISMATCH",
  "SQLITE_TOOBIG",
] as const;

/**
 * Other errors are mistakes of the program, and stay what they are; unless the question is a good one, and its functions (`json_each`, say) get
 * `senseless values` from the file.
 */
export function asStoreError(path: string, error: unknown, cause?: "senseless values"): unknown {
  const { code, message } = error as { code?: unknown; message?: string };
  if (typeof code !== "string") return error;
  if (cause !== undefined && SENSELESS.some((start) => code.startsWith(start)))
    return senseless(path, error);
  const reason = REASONS.find(([start]) => code.startsWith(start))?.[1];
  return reason === undefined ? error : new StoreError(`${path}: ${reason} (${message})`);
}

/** What SQLite finds whole can still be nonsense to whoever reads it: numbers that lead nowhere, lists cut off. */
export function senseless(path: string, error: unknown): StoreError {
  const { message } = error as Error;
  return new StoreError(`${path} does not hold together: build it again (${message})`, {
    cause: error,
  });
}
