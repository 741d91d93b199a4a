/**
 * Opens the file of a store, or says in one sentence why it is none. The head is looked at before SQLite sees
 * the file: SQLite would make an empty database of a path that does not exist.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readSync,
} from "node:fs";
import Database from "libsql";
import { hasSchemaOfStore } from "./check-schema.ts";
import { asStoreError, senseless } from "./database-faults.ts";
import { StoreError } from "./error.ts";
import { type GuardedQuestion, guardedQuestion } from "./guarded-rows.ts";
import { APPLICATION_ID, GRAPH_TABLES, KEPT_TABLES, STORE_VERSION } from "./schema.ts";
import { reasonOf } from "./write-beside.ts";

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  run(values?: readonly Value[]): void;
  get(values?: readonly Value[]): Row | undefined;
  all(values?: readonly Value[]): Row[];
  iterate(values?: readonly Value[]): Iterable<Row>;
}

export interface Db {
  /** Kept: the same text is compiled once. */
  sql(text: string): Statement;
  exec(text: string): void;
  /** All or nothing. */
  transaction<T>(run: () => T): T;
  /** One state of the file for all that is read inside. */
  reading<T>(run: () => T): T;
  close(): void;
}

const MAGIC = "SQLite format 3\0";
const HEAD_LENGTH = 100;
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
const VERSION_AT = 60;
const APPLICATION_AT = 68;

/** Whether a file says of itself that it is SQLite. */
export function isDatabase(head: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(head.subarray(0, MAGIC.length)) === MAGIC;
}

/** Throws `StoreError` for anything that is no store of this version. */
export function openDatabase(path: string, mode: "read" | "write"): Db {
  checkHead(path);
  if (mode === "write") checkWritable(path);
  return connect(path, path, "foreign");
}

/**
 * An empty store, made fast and unsafe: for a file that gets its name, `shownAs`, when it is complete. What is sorted for indexes goes to the disk:
 * the driver would keep it in memory, hundreds of megabytes of a large store.
 */
export function createDatabase(path: string, shownAs: string): Db {
  const db = connect(path, shownAs, "own");
  db.exec(
    "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768; PRAGMA temp_store = FILE;",
  );
  db.exec(KEPT_TABLES + GRAPH_TABLES);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STORE_VERSION};`);
  return db;
}

/** Milliseconds that are waited for another writer. */
const PATIENCE_MS = 10_000;

const QUESTION = /^\s{0,20}(?:SELECT|WITH)\b/;

/** Of what a run has made itself texts are taken as they come: only what lay on a disk since can hold others. */
type Making = "own" | "foreign";

function connect(path: string, shownAs: string, made: Making): Db {
  // With the schema checked, what fails in a question is the file.
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw asStoreError(shownAs, error, made === "foreign" ? "senseless values" : undefined);
    }
  };
  const database = guarded(() => new Database(path, { timeout: PATIENCE_MS }));
  if (made === "foreign") checkSchema(database, shownAs, guarded);
  const statements = new Map<string, Statement>();
  const exec = (text: string): void => guarded(() => void database.exec(text));
  const within = <T>(begin: string, run: () => T): T => {
    exec(begin);
    try {
      const result = run();
      exec("COMMIT");
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    sql(text) {
      let statement = statements.get(text);
      if (statement === undefined) {
        statement =
          made === "own" || !QUESTION.test(text)
            ? prepare(database, text, guarded)
            : prepareGuarded(database, text, shownAs, guarded);
        statements.set(text, statement);
      }
      return statement;
    },
    exec,
    transaction: (run) =>
      made === "own"
        ? within("BEGIN IMMEDIATE", run)
        : understood(shownAs, () => within("BEGIN IMMEDIATE", run)),
    reading: (run) =>
      database.inTransaction ? run() : understood(shownAs, () => within("BEGIN", run)),
    close: () => void database.close(),
  };
}

function understood<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!SENSELESS.some((kind) => error instanceof kind)) throw error;
    throw senseless(path, error);
  }
}

const SENSELESS = [TypeError, RangeError, SyntaxError] as const;

type Guarded = <T>(run: () => T) => T;

function prepare(database: Database.Database, text: string, guarded: Guarded): Statement {
  const statement = guarded(() => database.prepare(text));
  return {
    run: (values = []) => void guarded(() => statement.run(values)),
    get: (values = []) => guarded(() => statement.get(values)) as Row | undefined,
    all: (values = []) => guarded(() => statement.all(values)) as Row[],
    iterate: (values = []) =>
      guardedRows(
        guarded(() => statement.iterate(values)),
        guarded,
      ),
  };
}

/** Of a question what comes back is guarded, too. */
function prepareGuarded(
  database: Database.Database,
  text: string,
  shownAs: string,
  guarded: Guarded,
): Statement {
  let question: GuardedQuestion | undefined;
  const asked = (): GuardedQuestion => {
    question ??= guardedQuestion(database, text, shownAs);
    return question;
  };
  return {
    run: () => {
      throw new TypeError("store: a SELECT is asked with get, all or iterate");
    },
    get: (values = []) => guarded(() => asked().get(values)),
    all: (values = []) => guarded(() => asked().all(values)),
    iterate: (values = []) =>
      guardedRows(
        guarded(() => asked().iterate(values)),
        guarded,
      ),
  };
}

function* guardedRows(rows: Iterator<unknown>, guarded: Guarded): Generator<Row> {
  for (;;) {
    const next = guarded(() => rows.next());
    if (next.done === true) return;
    yield next.value as Row;
  }
}

function checkSchema(database: Database.Database, path: string, guarded: Guarded): void {
  try {
    if (guarded(() => hasSchemaOfStore(database))) return;
    throw new StoreError(`${path}: the database is damaged (its tables are not those of a store)`);
  } catch (error) {
    database.close();
    if (error instanceof StoreError) throw error;
    throw new StoreError(`${path}: the database is damaged (${(error as Error).message})`);
  }
}

function checkHead(path: string): void {
  const head = Buffer.alloc(HEAD_LENGTH);
  let size: number;
  try {
    const file = openSync(path, "r");
    try {
      size = fstatSync(file).size;
      readSync(file, head, 0, HEAD_LENGTH, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StoreError(
      code === "ENOENT" ? `there is no file ${path}` : `cannot read ${path}: ${message}`,
    );
  }
  if (!isDatabase(head)) {
    throw new StoreError(
      `${path} is not a store: make one of articles with dramatis build -o graph.db`,
    );
  }
  if (head.readUInt32BE(APPLICATION_AT) !== APPLICATION_ID) {
    throw new StoreError(`${path} is an SQLite file of another program, not a store of dramatis`);
  }
  const version = head.readUInt32BE(VERSION_AT);
  if (version !== STORE_VERSION) {
    throw new StoreError(
      `${path} has store version ${version}, this program uses version ${STORE_VERSION}: build it again`,
    );
  }
  // A writer that was killed leaves the rest of the file in its log, from which SQLite mends it.
  const written = head.readUInt16BE(PAGE_SIZE_AT);
  const pageSize = written === 1 ? 65_536 : written;
  if (!existsSync(`${path}-wal`) && size < head.readUInt32BE(PAGES_AT) * pageSize) {
    throw new StoreError(`${path} is cut off: its end is missing`);
  }
}

function checkWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new StoreError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
