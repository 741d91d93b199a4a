/**
 * Names for the search. An entry is a name of a node: its number and the position of the name in one number. The words of the folded
 * names each have the list of their entries; whole folded names are found by a hash.
 */
import { nameEntries, wordsIn } from "../graph/query/names.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import { packNumbers } from "./packed.ts";
import { textHash } from "./write-evidence.ts";

/** Names beyond are shown but not found. */
const MOST_NAMES = 2 ** 16;

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

/** Nodes must come in ascending order. */
export function nameWriter(db: Db): NameWriter {
  const aliases = inserter(db, "alias_rows", 3);
  const entriesOf = new Map<string, number[]>();
  const keys: { readonly hashes: number[]; readonly entries: number[] } = {
    hashes: [],
    entries: [],
  };
  return {
    add(node, id, names) {
      const entries = nameEntries(id, names, 0);
      let next = 0;
      for (let position = 0; position < names.length; position++) {
        const name = names[position]!;
        if (position > 0) aliases.add([node, position, name]);
        if (entries[next]?.text !== name) continue;
        const { key } = entries[next++]!;
        if (position >= MOST_NAMES) continue;
        const entry = toEntryNumber(node, position);
        keys.hashes.push(textHash(key));
        keys.entries.push(entry);
        for (const word of wordsIn(key)) {
          const list = entriesOf.get(word);
          if (list === undefined) entriesOf.set(word, [entry]);
          else list.push(entry);
        }
      }
    },
    finish() {
      aliases.finish();
      writeKeys(db, Uint32Array.from(keys.hashes), Float64Array.from(keys.entries));
      const words = inserter(db, "words", 3);
      const postings = inserter(db, "postings", 2);
      let number = 0;
      for (const [word, entries] of entriesOf) {
        words.add([++number, word, word.length]);
        postings.add([number, packNumbers(entries)]);
      }
      words.finish();
      postings.finish();
    },
  };
}

/** In the order of the table: each page is written once. */
function writeKeys(db: Db, hashes: Uint32Array, entries: Float64Array): void {
  const order = Uint32Array.from(hashes, (_, i) => i).sort(
    (a, b) => hashes[a]! - hashes[b]! || entries[a]! - entries[b]!,
  );
  const rows = inserter(db, "name_keys", 2);
  for (const i of order) rows.add([hashes[i]!, entries[i]!]);
  rows.finish();
}
