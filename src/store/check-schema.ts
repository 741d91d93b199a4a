/**
 * Whether the tables of a file are those that this program makes, word for word. A file from elsewhere could bring views that never end, triggers, or names that are
 * no text; what is read and written afterwards may then trust the schema.
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
  .concat(OF_SEARCHES)
  .sort()
  .join("\n");

/** Texts as bytes: `guarded-rows.ts` says why. */
const STATEMENTS = "SELECT CAST(sql AS BLOB) AS sql FROM sqlite_schema WHERE sql IS NOT NULL";

export function hasSchemaOfStore(database: Database.Database): boolean {
  const rows = database.prepare(STATEMENTS).all() as readonly { readonly sql: ArrayBuffer }[];
  return (
    rows
      .map(({ sql }) => new TextDecoder().decode(sql))
      .sort()
      .join("\n") === SCHEMA
  );
}
