/** Rows into a table, many in one statement: a statement a row costs three times as much. */
import type { Db, Value } from "./database.ts";

export interface Inserter {
  add(row: readonly Value[]): void;
  finish(): void;
}

/** Values in one statement; SQLite takes 32,766. */
const VALUES = 600;

export function inserter(db: Db, table: string, columns: number): Inserter {
  const batch = Math.floor(VALUES / columns);
  const row = `(${new Array(columns).fill("?").join(", ")})`;
  const insert = (rows: number) =>
    db.sql(`INSERT INTO ${table} VALUES ${new Array(rows).fill(row).join(", ")}`);
  const many = insert(batch);
  let values: Value[] = [];
  return {
    add(row) {
      for (const value of row) values.push(value);
      if (values.length < batch * columns) return;
      many.run(values);
      values = [];
    },
    finish() {
      if (values.length > 0) insert(values.length / columns).run(values);
      values = [];
    },
  };
}
