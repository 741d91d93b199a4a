/** What linking keeps in a store is proved too: an addition would go on from a fault and carry it into the graph. */
import { copyFileSync } from "node:fs";
import Database from "libsql";
import { expect, test } from "vitest";
import { assembleParts } from "../../src/build.ts";
import { createStore, verifyStore } from "../../src/store/index.ts";
import { smallArticles } from "./small-articles.ts";
import { storeFolder } from "./store-folder.ts";

const at = storeFolder();
const store = createStore(at("whole.db"));
for (const analysis of smallArticles()) store.add(analysis, []);
store.relink((analyses, notes) => assembleParts(analyses, notes));
store.close();

const FIRST = "(SELECT min(article) FROM linked_articles)";
const AN_ENTITY = "(SELECT number FROM node_rows WHERE id = 'person:ada-brunner')";
const AN_EVENT = "(SELECT min(node) FROM tellings)";

test("nothing is wrong with what was just made", () => {
  expect(verifyStore(at("whole.db")).faults).toEqual([]);
});

test.each([
  [
    "an article that is not kept",
    `DELETE FROM linked_articles WHERE article = ${FIRST}`,
    /^article \w+: linking has kept nothing of it$/,
  ],
  [
    "one that is not in the graph",
    `INSERT INTO linked_articles SELECT 999, day, block, story, canonical, repeated, cast_hash, chains, countries, notes
       FROM linked_articles WHERE article = ${FIRST}`,
    /^linked article number 999: it is not among the articles of the graph$/,
  ],
  [
    "an article of which the details are not kept",
    `DELETE FROM linked_details WHERE article = ${FIRST}`,
    /^article \w+: linking has kept nothing of it$/,
  ],
  [
    "details of no article",
    "INSERT INTO linked_details VALUES (999, '[]', x'00')",
    /^details of article number 999: linking has kept nothing else of it$/,
  ],
  [
    "a story that is none",
    `UPDATE linked_articles SET story = 'gone' WHERE article = ${FIRST}`,
    /^linked article \w+: its story gone is not an article$/,
  ],
  ["a block that is gone", "DELETE FROM blocks", /^linked article \w+: there is no block of days /],
  [
    "a block of no articles",
    "INSERT INTO blocks VALUES ('1999', '[]')",
    /^block of days 1999: no article is in it$/,
  ],
  [
    "a cast of somebody who is no node",
    "UPDATE linked_details SET entities = replace(entities, 'person:ada-brunner', 'person:nobody')",
    /^linked article \w+: person:nobody, of its cast, is not a node$/,
  ],
  [
    "chains of which nothing is kept",
    "DELETE FROM chain_lines WHERE number = 0",
    /^linked article \w+: what one of its chains says is not kept$/,
  ],
  [
    "what no chain says",
    "INSERT INTO chain_lines VALUES (9999, '[]')",
    /^line 9999 of chains: no article has it$/,
  ],
  [
    "a telling of nothing",
    `UPDATE tellings SET node = 1 WHERE node = ${AN_EVENT}`,
    /^telling \d of article \w+: what it tells is not an event$/,
  ],
  [
    "an event that nobody tells",
    `DELETE FROM tellings WHERE node = ${AN_EVENT}`,
    /^node event:\w+: no telling of it is kept$/,
  ],
  [
    "tellings of one story that are two events",
    "UPDATE tellings SET cluster = 'x 0'",
    /^tellings x 0: they are one by their story, and told of two events$/,
  ],
  [
    "hashes of nobody",
    `UPDATE heads SET node = 1 WHERE node = ${AN_ENTITY}`,
    /^hashes of node number 1: it is not an entity$/,
  ],
  [
    "an entity without hashes",
    `DELETE FROM heads WHERE node = ${AN_ENTITY}`,
    /^node person:ada-brunner: linking has kept no hashes of it$/,
  ],
  [
    "an entity that became another",
    `UPDATE node_rows SET name = 'Eva Brunner' WHERE number = ${AN_ENTITY}`,
    /^node person:ada-brunner: it is not as linking has kept it$/,
  ],
  [
    "a change that the graph shows",
    "INSERT INTO changes VALUES ('a1', NULL)",
    /^article a1: it is noted as changed, and the graph shows it$/,
  ],
])("%s is told", (_name, sql, sentence) => {
  copyFileSync(at("whole.db"), at("harmed.db"));
  const db = new Database(at("harmed.db"));
  db.exec(sql);
  db.close();
  expect(verifyStore(at("harmed.db")).faults).toContainEqual(expect.stringMatching(sentence));
});
