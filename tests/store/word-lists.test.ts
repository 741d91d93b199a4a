import { expect, it } from "vitest";
import { createDatabase } from "../../src/store/database.ts";
import { unpackNumbers } from "../../src/store/packed.ts";
import { createWordLists } from "../../src/store/word-lists.ts";
import { storeFolder } from "./store-folder.ts";

const pathOf = storeFolder();

/** Entries of a few words in no order, some of them twice. */
const ENTRIES = Array.from({ length: 500 }, (_, i): [string, number] => {
  return [`word${(i * 7) % 13}`, ((i * 7919) % 211) * 65_536 + (i % 3)];
});

it("keeps the same entries of each word, in the same order of words, however often some were put aside", () => {
  const listsWith = (mostInMemory: number): [string, number[]][] => {
    const path = pathOf(`words-${mostInMemory}.db`);
    const db = createDatabase(path, path);
    const lists = createWordLists(db, mostInMemory);
    for (const [word, entry] of ENTRIES) lists.add(word, entry);
    const found = [...lists.finish()].map(([word, packed]): [string, number[]] => [
      word,
      unpackNumbers(packed),
    ]);
    db.close();
    return found;
  };
  const whole = listsWith(1000);
  expect(whole).toHaveLength(13);
  for (const [word, entries] of whole) {
    const own = ENTRIES.filter(([other]) => other === word).map(([, entry]) => entry);
    expect(entries).toEqual([...new Set(own)].sort((a, b) => a - b));
  }
  expect(listsWith(500)).toEqual(whole);
  expect(listsWith(37)).toEqual(whole);
});
