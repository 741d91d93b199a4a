/**
 * Additions to stores of news: the store is that of a build of all its articles, in graph and in memory. A long run:
 * `DRAMATIS_ADDITION=3000,100 npx vitest run tests/store/additions.test.ts`.
 */
import Database from "libsql";
import { beforeAll, describe, expect, test } from "vitest";
import { writeCorpus } from "../../bench/growth.ts";
import { assembleChange, assembleParts, analyses as readAnalyses } from "../../src/build.ts";
import { json } from "../../src/formats/json.ts";
import { createRandom } from "../../src/graph/random.ts";
import type { Analysis } from "../../src/model.ts";
import {
  createStore,
  readStore,
  type StoreWriter,
  updateStore,
  verifyStore,
} from "../../src/store/index.ts";
import { storeFolder } from "./store-folder.ts";
import { TWISTS } from "./twists.ts";

const [size, more] = (process.env.DRAMATIS_ADDITION ?? "60,4").split(",").map(Number) as [
  number,
  number,
];
const seed = Number(process.env.DRAMATIS_SEED ?? 1);
/** Several blocks. */
const blockSize = Math.min(2000, Math.ceil(size / 4));
const recordsInMemory = Math.ceil(size / 3);

const at = storeFolder();
let news: readonly Analysis[] = [];

beforeAll(async () => {
  await writeCorpus(at("news.jsonl"), Math.ceil((size + more) * 1.2), seed);
  const found = new Map<string, Analysis>();
  for await (const analysis of readAnalyses([at("news.jsonl")])) {
    found.set(analysis.article.id, analysis);
  }
  news = [...found.values()].slice(0, size + more);
}, 3_600_000);

describe.each(Object.entries(TWISTS))("%s", (_, twist) => {
  test("added, partly taken out, added again: as built at once", () => {
    const random = createRandom(seed);
    const { before, coming } = twist(
      { before: news.slice(0, size), coming: news.slice(size) },
      random,
    );
    const kept = new Map(before.map((analysis) => [analysis.article.id, analysis]));
    const add = (store: StoreWriter, analyses: readonly Analysis[]): void => {
      for (const analysis of analyses) {
        const { id } = analysis.article;
        const old = kept.get(id);
        // From another place it would be kept beside.
        if (old !== undefined) store.remove(id);
        store.add(analysis, []);
        kept.set(id, analysis);
      }
    };
    write("grown.db", before);
    change((store) => add(store, coming));
    write("whole.db", [...kept.values()]);
    expectSame("whole.db");
    const all = new Map(kept);
    const out = [...before, ...coming].filter(() => random() < more / size / 2);
    change((store) => {
      for (const { article } of out) {
        store.remove(article.id);
        kept.delete(article.id);
      }
    });
    write("rest.db", [...kept.values()]);
    expectSame("rest.db");
    change((store) =>
      add(
        store,
        [...all.values()].filter(({ article }) => !kept.has(article.id)),
      ),
    );
    expectSame("whole.db");
  }, 3_600_000);
});

function write(name: string, analyses: readonly Analysis[]): void {
  const store = createStore(at(name), { layout: false });
  for (const analysis of analyses) store.add(analysis, []);
  store.relink((all, notes) => assembleParts(all, notes, { blockSize }));
  store.close();
}

/** By what changed alone. */
function change(run: (store: StoreWriter) => void): void {
  const store = updateStore(at("grown.db"));
  run(store);
  store.relink(
    () => {
      throw new Error("all is linked");
    },
    (pile) => assembleChange(pile, { blockSize, recordsInMemory }),
  );
  store.close();
}

function expectSame(name: string): void {
  expect(firstOther(graphOf("grown.db"), graphOf(name))).toBeUndefined();
  expect(firstOther(memoryOf("grown.db"), memoryOf(name))).toBeUndefined();
  expect(verifyStore(at("grown.db")).faults).toEqual([]);
}

function graphOf(name: string): Iterable<string> {
  return json.write(readStore(at(name)));
}

/** What linking keeps, by ids: numbers are given in the order in which things came. */
function* memoryOf(name: string): Generator<string> {
  const db = new Database(at(name), { readonly: true });
  for (const sql of MEMORY) {
    for (const row of db.prepare(sql).iterate()) yield JSON.stringify(row);
  }
  db.close();
}

const MEMORY = [
  `SELECT a.id, t.event, n.id AS node, t.day_key, t.names_nobody, t.cluster FROM tellings t
   JOIN article_rows a ON a.number = t.article JOIN node_rows n ON n.number = t.node ORDER BY a.id, t.event`,
  "SELECT n.id, h.whole, h.named FROM heads h JOIN node_rows n ON n.number = h.node ORDER BY n.id",
  `SELECT a.id, l.day, l.block, l.story, l.canonical, l.repeated, l.cast_hash, l.countries, l.notes, d.entities
   FROM linked_articles l JOIN article_rows a ON a.number = l.article
   JOIN linked_details d ON d.article = l.article ORDER BY a.id`,
  "SELECT id, counts FROM blocks ORDER BY id",
  "SELECT line FROM chain_lines ORDER BY line",
];

/** Of two texts in pieces the first piece of each that the other has not there. */
function firstOther(
  is: Iterable<string>,
  should: Iterable<string>,
): { readonly is: string | undefined; readonly should: string | undefined } | undefined {
  const others = should[Symbol.iterator]();
  for (const text of is) {
    const { value } = others.next() as { readonly value: string | undefined };
    if (value !== text) return { is: text, should: value };
  }
  const { value } = others.next() as { readonly value: string | undefined };
  return value === undefined ? undefined : { is: undefined, should: value };
}
