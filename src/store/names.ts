/** Names looked up in the tables; how well they fit is decided where it is for a graph in memory. */
import { createNameSearch, type NameEntry, type NameIndex } from "../graph/query/names.ts";
import { nameKey } from "../text/fold.ts";
import type { Db } from "./database.ts";
import { unpackNumbers } from "./packed.ts";
import { textHash } from "./write-evidence.ts";
import { fromEntryNumber } from "./write-names.ts";

/** Comes after all that may go on a word. */
const LAST_LETTER = "\u{10ffff}";

export function createStoreNames(db: Db): NameIndex {
  return createNameSearch({
    entry: (number) => readEntry(db, number),
    postings(word) {
      const row = db
        .sql("SELECT p.entries FROM words w JOIN postings p ON p.word = w.number WHERE w.word = ?")
        .get([word]);
      return row === undefined ? [] : unpackNumbers(row.entries as Uint8Array);
    },
    wordsFrom: (start) =>
      db
        .sql("SELECT word FROM words WHERE word BETWEEN ? AND ? ORDER BY word")
        .all([start, start + LAST_LETTER])
        .map(({ word }) => word as string),
    wordsOfLength: (least, most) =>
      db
        .sql("SELECT word FROM words WHERE letters BETWEEN ? AND ? ORDER BY word")
        .all([least, most])
        .map(({ word }) => word as string),
    bearersOf: (key) =>
      db
        .sql("SELECT entry FROM name_keys WHERE hash = ? ORDER BY entry")
        .all([textHash(key)])
        .map(({ entry }) => readEntry(db, entry as number))
        .filter((entry) => entry.key === key)
        .map(({ id }) => id),
  });
}

function readEntry(db: Db, entry: number): NameEntry {
  const { node, position } = fromEntryNumber(entry);
  const row =
    position === 0
      ? db.sql("SELECT id, name, stories FROM node_rows WHERE number = ?").get([node])!
      : db
          .sql(
            `SELECT n.id, a.name, n.stories FROM alias_rows a JOIN node_rows n ON n.number = a.node
             WHERE a.node = ? AND a.position = ?`,
          )
          .get([node, position])!;
  const text = row.name as string;
  return {
    id: row.id as string,
    text,
    key: nameKey(text),
    isAlias: position > 0,
    stories: row.stories as number,
  };
}
