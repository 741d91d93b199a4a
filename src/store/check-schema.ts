/**
 * Whether the tables, views and indexes that this program makes are in a file, word for word, and no trigger. A file from elsewhere could bring views that never end, or
 * names that are no text; what is read and written afterwards may then trust the schema. Tables and views that its user has put beside them do no harm.
 */
import type Database from "libsql";
import { GRAPH_INDEXES, GRAPH_TABLES, KEPT_TABLES } from "./schema.ts";

/** What FTS5 makes for itself. */
const OF_SEARCHES = ["name_search", "quote_search"].flatMap((name) => [
  `CREATE TABLE '${name}_data'(id INTEGER PRIMARY KEY, block BLOB)`,
  `CREATE TABLE '${name}_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID`,
  `CREATE TABLE '${name}_config'(k PRIMARY KEY, v) WITHOUT ROWID`,
]);

const SCHEMA = (KEPT_TABLES + GRAPH_TABLES + GRAPH_INDEXES)
  .split(";")
  .map((statement) => statement.trim())
  .filter((statement) => statement.startsWith("CREATE"))
  .concat(OF_SEARCHES);

/** Texts as bytes: `guarded-rows.ts` says why. */
const STATEMENTS =
  "SELECT CAST(sql AS BLOB) AS sql, type = 'trigger' AS runs FROM sqlite_schema WHERE sql IS NOT NULL";

interface SchemaRow {
  readonly sql: ArrayBuffer;
  readonly runs: number;
}

export function hasSchemaOfStore(database: Database.Database): boolean {
  const rows = database.prepare(STATEMENTS).all() as readonly SchemaRow[];
  if (rows.some(({ runs }) => runs === 1)) return false;
  const found = new Set(rows.map(({ sql }) => new TextDecoder().decode(sql)));
  return SCHEMA.every((statement) => found.has(statement));
}
