/**
 * Rows of a file that anybody may have made or damaged. SQLite hands out the bytes of a text as they are, and the driver ends the whole process at one that is
 * not UTF-8 (github.com/tursodatabase/libsql/issues/1223). So no text crosses over to it: a question is asked within another one that gives its rows as JSON in a
 * BLOB, which is decoded here, where a wrong byte is an error like others. Many rows at once take less time so than through the driver (1.3 to 1.0 us a row of five
 * columns against 1.8 to 1.7), a single one as much.
 */
import type Database from "libsql";
import type { Row, Value } from "./database.ts";
import { StoreError } from "./error.ts";

/** What can be asked of one question; each is compiled when it is first needed. */
export interface GuardedQuestion {
  get(values: readonly Value[]): Row | undefined;
  all(values: readonly Value[]): Row[];
  iterate(values: readonly Value[]): Iterator<Row>;
}

interface Column {
  readonly name: string;
  /** As the table declares it; `null` of an expression. */
  readonly type: string | null;
}

/** As the driver gives a row: BLOBs in one of two forms. */
type DriverRow = readonly (number | string | null | Uint8Array | ArrayBuffer)[];

/** JSON cannot hold the one, and would round the other. */
const APART: ReadonlySet<string> = new Set(["BLOB", "REAL"]);

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** `text`: a SELECT whose columns have a name each. Names are looked up in the schema of the file, which must have been checked. */
export function guardedQuestion(
  database: Database.Database,
  text: string,
  shownAs: string,
): GuardedQuestion {
  const columns = database.prepare(text).columns() as unknown as readonly Column[];
  const isTogether = ({ type }: Column): boolean => columns.length > 1 && !APART.has(type ?? "");
  const together = columns.filter(isTogether);
  const apart = columns.filter((column) => !isTogether(column));
  const asJson = `json_array(${together.map(({ name }) => quoted(name)).join(", ")})`;
  const ask = (what: string): Database.Statement =>
    database.prepare(`SELECT ${what} FROM (${text})`).raw();
  let single: Database.Statement | undefined;
  let many: Database.Statement | undefined;
  const one = (): Database.Statement => {
    single ??= ask([`CAST(${asJson} AS BLOB)`, ...apart.map(untyped)].join(", "));
    return single;
  };

  const decoded = (bytes: Uint8Array | ArrayBuffer): string => {
    try {
      return UTF8.decode(bytes);
    } catch (error) {
      throw new StoreError(`${shownAs}: the database is damaged (a text is not UTF-8)`, {
        cause: error,
      });
    }
  };
  const fill = (row: Record<string, Value>, values: readonly Value[]): Row => {
    for (let i = 0; i < together.length; i++) {
      const value = values[i]!;
      if (typeof value === "object" ? value !== null : !isWhole(value)) {
        throw new TypeError(`${together[i]!.name} is neither a text nor a whole number`);
      }
      row[together[i]!.name] = value;
    }
    return row;
  };
  const toRow = (given: DriverRow): Row => {
    const row: Record<string, Value> = {};
    if (together.length > 0) fill(row, JSON.parse(decoded(given[0] as Uint8Array)));
    apart.forEach(({ name, type }, i) => {
      const value = given[i + 1]!;
      row[name] =
        typeof value === "object" && value !== null && type !== "BLOB"
          ? decoded(value)
          : (value as Value);
    });
    return row;
  };

  return {
    get(values) {
      const row = one().get(values) as DriverRow | undefined;
      return row === undefined ? undefined : toRow(row);
    },
    all(values) {
      if (apart.length > 0) return (one().all(values) as DriverRow[]).map(toRow);
      many ??= ask(`CAST(json_group_array(${asJson}) AS BLOB)`);
      const [rows] = many.get(values) as [Uint8Array];
      return (JSON.parse(decoded(rows)) as Value[][]).map((row) => fill({}, row));
    },
    *iterate(values) {
      for (const row of one().iterate(values)) yield toRow(row as DriverRow);
    },
  };
}

function isWhole(value: string | number): boolean {
  return typeof value === "string" || Number.isInteger(value);
}

/** A text as its bytes, whatever the column should hold. */
function untyped({ name }: Column): string {
  const column = quoted(name);
  return `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) ELSE ${column} END`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
