/** Names looked up in the tables; how well they fit is decided where it is for a graph in memory. */
import { createNameSearch, type NameEntry, type NameIndex } from "../graph/query/names.ts";
import type { Db } from "./database.ts";

export interface StoreNames extends NameIndex {
  forget(): void;
}

const KEPT_ENTRIES = 100_000;

const ENTRIES = `SELECT a.number, n.id, a.name, a.folded, a.is_alias, n.stories
  FROM words w JOIN name_words p ON p.word = w.number
  JOIN aliases a ON a.number = p.alias JOIN nodes n ON n.number = a.node
  WHERE w.word = ? ORDER BY p.alias`;

export function createStoreNames(db: Db): StoreNames {
  // Whoever asks for the postings of a word asks for the entries next: they come in one go.
  const entries = new Map<number, NameEntry>();
  const search = createNameSearch({
    entry: (number) => entries.get(number)!,
    postings: (word) =>
      db
        .sql(ENTRIES)
        .all([word])
        .map((row) => {
          const number = row.number as number;
          if (!entries.has(number)) entries.set(number, toEntry(row));
          return number;
        }),
    *wordsFrom(start) {
      const rows = db.sql("SELECT word FROM words WHERE word >= ? ORDER BY word").iterate([start]);
      for (const { word } of rows) {
        if (!(word as string).startsWith(start)) return;
        yield word as string;
      }
    },
    wordsOfLength: (least, most) =>
      db
        .sql("SELECT word FROM words WHERE letters BETWEEN ? AND ? ORDER BY word")
        .all([least, most])
        .map(({ word }) => word as string),
    bearersOf: (key) =>
      db
        .sql(
          `SELECT n.id FROM aliases a JOIN nodes n ON n.number = a.node
           WHERE a.folded = ? ORDER BY a.number`,
        )
        .all([key])
        .map(({ id }) => id as string),
  });
  const forget = (): void => entries.clear();
  const asking = <T>(ask: () => T): T => {
    if (entries.size > KEPT_ENTRIES) forget();
    return ask();
  };
  return {
    exact: search.exact,
    bearers: (text) => asking(() => search.bearers(text)),
    search: (text, accepts) => asking(() => search.search(text, accepts)),
    forget,
  };
}

function toEntry(row: Readonly<Record<string, unknown>>): NameEntry {
  return {
    id: row.id as string,
    text: row.name as string,
    key: row.folded as string,
    isAlias: row.is_alias === 1,
    stories: row.stories as number,
  };
}
