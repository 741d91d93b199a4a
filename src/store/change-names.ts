/** Names of nodes that came, went or are called otherwise. */
import { nameEntries } from "../graph/query/names.ts";
import type { Db } from "./database.ts";
import { packAscending, unpackNumbers } from "./packed.ts";
import { textHash } from "./write-evidence.ts";
import { MOST_NAMES, toEntryNumber } from "./write-names.ts";

export interface NameChanger {
  /** From these names of a node to those; none for one that is not there. `isEvent`: is not in the full text. */
  change(
    node: number,
    id: string,
    isEvent: boolean,
    before: readonly string[],
    now: readonly string[],
  ): void;
  finish(): void;
}

export function nameChanger(db: Db): NameChanger {
  const words = new Map<string, { readonly come: Set<number>; readonly gone: Set<number> }>();
  const wordOf = (word: string) => {
    let found = words.get(word);
    if (found === undefined) {
      found = { come: new Set(), gone: new Set() };
      words.set(word, found);
    }
    return found;
  };
  return {
    change(node, id, isEvent, before, now) {
      if (before.length === now.length && before.every((name, i) => name === now[i])) return;
      if (!isEvent) changeSearch(db, node, before, now);
      db.sql("DELETE FROM alias_rows WHERE node = ?").run([node]);
      now.forEach((name, position) => {
        if (position > 0)
          db.sql("INSERT INTO alias_rows VALUES (?, ?, ?)").run([node, position, name]);
      });
      for (const [entry, key] of entriesOf(node, id, before)) {
        db.sql("DELETE FROM name_keys WHERE hash = ? AND entry = ?").run([textHash(key), entry]);
        for (const word of key.split(" ")) wordOf(word).gone.add(entry);
      }
      for (const [entry, key] of entriesOf(node, id, now)) {
        db.sql("INSERT OR IGNORE INTO name_keys VALUES (?, ?)").run([textHash(key), entry]);
        for (const word of key.split(" ")) wordOf(word).come.add(entry);
      }
    },
    finish() {
      for (const [word, { come, gone }] of words) {
        const isSame = come.size === gone.size && [...come].every((entry) => gone.has(entry));
        if (!isSame) changePostings(db, word, come, gone);
      }
    },
  };
}

function changeSearch(
  db: Db,
  node: number,
  before: readonly string[],
  now: readonly string[],
): void {
  if (before.length > 0) {
    db.sql("INSERT INTO name_search (name_search, rowid, names) VALUES ('delete', ?, ?)").run([
      node,
      before.join("\n"),
    ]);
  }
  if (now.length > 0) {
    db.sql("INSERT INTO name_search (rowid, names) VALUES (?, ?)").run([node, now.join("\n")]);
  }
}

/** As `write-names.ts` numbers them. */
function entriesOf(node: number, id: string, names: readonly string[]): [number, string][] {
  const found = nameEntries(id, names, 0);
  const entries: [number, string][] = [];
  let next = 0;
  for (let position = 0; position < names.length && position < MOST_NAMES; position++) {
    if (found[next]?.text !== names[position]) continue;
    entries.push([toEntryNumber(node, position), found[next++]!.key]);
  }
  return entries;
}

function changePostings(
  db: Db,
  word: string,
  come: ReadonlySet<number>,
  gone: ReadonlySet<number>,
): void {
  const row = db
    .sql(
      "SELECT w.number, p.entries FROM words w JOIN postings p ON p.word = w.number WHERE w.word = ?",
    )
    .get([word]);
  const before = row === undefined ? [] : unpackNumbers(row.entries as Uint8Array);
  const now = merged(before, come, gone);
  if (now.length === 0) {
    if (row === undefined) return;
    db.sql("DELETE FROM words WHERE number = ?").run([row.number!]);
    db.sql("DELETE FROM postings WHERE word = ?").run([row.number!]);
    return;
  }
  const packed = packAscending(now);
  if (row !== undefined) {
    db.sql("UPDATE postings SET entries = ? WHERE word = ?").run([packed, row.number!]);
    return;
  }
  const { most } = db.sql("SELECT max(number) AS most FROM words").get()!;
  const number = ((most as number | null) ?? 0) + 1;
  db.sql("INSERT INTO words VALUES (?, ?, ?)").run([number, word, word.length]);
  db.sql("INSERT INTO postings VALUES (?, ?)").run([number, packed]);
}

/** The entries of a word in their order, which `before` has. */
function merged(
  before: readonly number[],
  come: ReadonlySet<number>,
  gone: ReadonlySet<number>,
): number[] {
  const coming = [...come].sort((a, b) => a - b);
  const now: number[] = [];
  let next = 0;
  for (const entry of before) {
    while (next < coming.length && coming[next]! <= entry) now.push(coming[next++]!);
    if (!gone.has(entry) && !come.has(entry)) now.push(entry);
  }
  return [...now, ...coming.slice(next)];
}
