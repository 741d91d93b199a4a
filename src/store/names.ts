/** Names looked up in the tables; how well they fit is decided where it is for a graph in memory. */
import { createNameSearch, type NameEntry, type NameIndex } from "../graph/query/names.ts";
import type { Db } from "./database.ts";

export function createStoreNames(db: Db): NameIndex {
  return createNameSearch({
    entry: (number) =>
      toEntry(
        db
          .sql(
            `SELECT n.id, a.name, a.folded, a.is_alias, n.stories
             FROM aliases a JOIN nodes n ON n.number = a.node WHERE a.number = ?`,
          )
          .get([number]) ?? {},
      ),
    postings: (word) =>
      db
        .sql(
          `SELECT p.alias FROM words w JOIN name_words p ON p.word = w.number
           WHERE w.word = ? ORDER BY p.alias`,
        )
        .all([word])
        .map(({ alias }) => alias as number),
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
