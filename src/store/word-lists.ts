/**
 * The entries of each word while they come in. Of a large pile there are tens of millions: what has come is put aside in a table of the database that
 * goes with the connection, before it takes more memory than all else of the names.
 */
import { createWordTable } from "../text/word-table.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import { type NumbersPart, PackedNumbers, packParts } from "./packed.ts";

export interface WordLists {
  /** To each of the words, which stand with blanks between them. */
  add(words: string, entry: number): void;
  /** Each word once, with its entries as they are kept. No more can be added. */
  finish(): Iterable<readonly [word: string, entries: Buffer]>;
}

/** Seven bytes each. */
const MOST_IN_MEMORY = 2 ** 21;

export function createWordLists(db: Db, mostInMemory = MOST_IN_MEMORY): WordLists {
  const { words, numberOf } = createWordTable();
  let lists: (PackedNumbers | undefined)[] = [];
  let count = 0;
  let aside: Aside | undefined;
  const putAside = (): void => {
    aside ??= createAside(db);
    aside.put(lists);
    lists = new Array(words.length).fill(undefined);
    count = 0;
  };
  const note = (number: number, entry: number): void => {
    lists[number] ??= new PackedNumbers();
    lists[number]!.add(entry);
    if (++count === mostInMemory) putAside();
  };
  return {
    add(key, entry) {
      for (let start = 0, end = 0; end < key.length; start = end + 1) {
        end = key.indexOf(" ", start);
        if (end < 0) end = key.length;
        note(numberOf(key, start, end), entry);
      }
    },
    *finish() {
      if (aside !== undefined) putAside();
      for (const [number, word] of words.entries()) {
        yield [word, aside === undefined ? lists[number]!.take() : packParts(aside.of(number))];
      }
      aside?.drop();
    },
  };
}

interface Aside {
  put(lists: readonly (PackedNumbers | undefined)[]): void;
  of(word: number): NumbersPart[];
  drop(): void;
}

function createAside(db: Db): Aside {
  db.exec(
    `DROP TABLE IF EXISTS temp.word_parts; CREATE TEMP TABLE word_parts
      (word INTEGER, part INTEGER, count INTEGER, bytes BLOB, PRIMARY KEY (word, part)) WITHOUT ROWID`,
  );
  let parts = 0;
  return {
    put(lists) {
      const part = parts++;
      const rows = inserter(db, "temp.word_parts", ["word", "part", "count", "bytes"]);
      lists.forEach((list, word) => {
        if (list === undefined) return;
        const { bytes, count } = list.takePart();
        rows.add(word, part, count, bytes);
      });
      rows.finish();
    },
    of: (word) =>
      db
        .sql("SELECT count, bytes FROM temp.word_parts WHERE word = ? ORDER BY part")
        .all([word])
        .map(({ count, bytes }) => {
          // The driver gives bytes for one row and their memory for many.
          const own = bytes as Uint8Array | ArrayBuffer;
          return {
            count: count as number,
            bytes: own instanceof Uint8Array ? own : new Uint8Array(own),
          };
        }),
    drop: () => db.exec("DROP TABLE temp.word_parts"),
  };
}
