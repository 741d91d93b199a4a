/**
 * Names for the search. An entry is a name of a node: its number and the position of the name in one number. The words of the folded
 * names each have the list of their entries; whole folded names are found by a hash.
 */
import { nameEntries } from "../graph/query/names.ts";
import { NumberColumn } from "../text/number-column.ts";
import { sortByKey } from "../text/sort-numbers.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import { createWordLists } from "./word-lists.ts";
import { textHash } from "./write-evidence.ts";

/** Names beyond are shown but not found. */
export const MOST_NAMES = 2 ** 16;

export function toEntryNumber(node: number, position: number): number {
  return node * MOST_NAMES + position;
}

export function fromEntryNumber(entry: number): { node: number; position: number } {
  return { node: Math.floor(entry / MOST_NAMES), position: entry % MOST_NAMES };
}

export interface NameWriter {
  add(node: number, id: string, names: readonly string[]): void;
  finish(): void;
}

export function nameWriter(db: Db): NameWriter {
  const aliases = inserter(db, "alias_rows", ["node", "position", "name"]);
  const lists = createWordLists(db);
  const keys: KeyColumns = {
    hashes: new NumberColumn(),
    nodes: new NumberColumn(),
    positions: new NumberColumn(),
  };
  const note = (node: number, position: number, key: string): void => {
    keys.hashes.add(textHash(key));
    keys.nodes.add(node);
    keys.positions.add(position);
    lists.add(key, toEntryNumber(node, position));
  };
  return {
    add(node, id, names) {
      const found = nameEntries(id, names, 0);
      let next = 0;
      for (let position = 0; position < names.length; position++) {
        const name = names[position]!;
        if (position > 0) aliases.add(node, position, name);
        if (found[next]?.text !== name) continue;
        const { key } = found[next++]!;
        if (position < MOST_NAMES) note(node, position, key);
      }
    },
    finish() {
      aliases.finish();
      writeKeys(db, keys);
      const words = inserter(db, "words", ["number", "word", "letters"]);
      const postings = inserter(db, "postings", ["word", "entries"]);
      let number = 0;
      for (const [word, list] of lists.finish()) {
        words.add(++number, word, word.length);
        postings.add(number, list);
      }
      words.finish();
      postings.finish();
    },
  };
}

/** Of each name: the hash of its key, the node and the position among its names. */
interface KeyColumns {
  readonly hashes: NumberColumn;
  readonly nodes: NumberColumn;
  readonly positions: NumberColumn;
}

/** In the order of the table: each page is written once. */
function writeKeys(db: Db, { hashes, nodes, positions }: KeyColumns): void {
  const order = new Uint32Array(hashes.length).map((_, i) => i);
  const rows = inserter(db, "name_keys", ["hash", "entry"]);
  for (const i of sortByKey(order, order.slice(), (i) => hashes.at(i), 2 ** 32 - 1)) {
    rows.add(hashes.at(i), toEntryNumber(nodes.at(i), positions.at(i)));
  }
  rows.finish();
}
