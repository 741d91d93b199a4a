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

/** The driver has no names for some extended codes: the low byte of each tells what it is of. */
const UNNAMED = "UNKNOWN_SQLITE_ERROR";
const PRIMARY: Readonly<Record<number, string>> = {
  1: "SQLITE_ERROR",
  5: "SQLITE_BUSY",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  14: "SQLITE_CANTOPEN",
  19: "SQLITE_CONSTRAINT",
};

interface DriverError {
  readonly code?: unknown;
  readonly message?: string;
  readonly rawCode?: number;
}

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
  const { code: given, message, rawCode } = error as DriverError;
  if (typeof given !== "string") return error;
  const code = given.startsWith(UNNAMED) ? (PRIMARY[(rawCode ?? 0) & 0xff] ?? given) : given;
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
