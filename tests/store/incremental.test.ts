import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { denseAnalyses } from "../../bench/dense-analyses.ts";
import { syntheticAnalyses } from "../../bench/synthetic-analyses.ts";
import {
  assemble,
  assembleChange,
  assembleParts,
  analyses as readAnalyses,
} from "../../src/build.ts";
import type { Analysis, RelinkWork } from "../../src/model.ts";
import {
  createStore,
  openStore,
  readStore,
  type StoreWriter,
  updateStore,
  verifyStore,
} from "../../src/store/index.ts";
import { makeAnalysis } from "../linking/make-analysis.ts";
import { smallArticles } from "./small-articles.ts";
import { graphText, storeFolder } from "./store-folder.ts";

const at = storeFolder();
const stored = (name: string): string => graphText(readStore(at(name)));

function expectSame(name: string, analyses: readonly Analysis[]): void {
  const [is, should] = [
    stored(name),
    graphText(assemble(analyses, [], { blockSize, layout: false })),
  ];
  // Of thousands of lines the first that differs.
  const [a, b] = [is.split("\n"), should.split("\n")];
  const line = a.findIndex((text, i) => text !== b[i]);
  expect(line === -1 ? "" : a[line]).toBe(line === -1 ? "" : b[line]);
  expect(is === should).toBe(true);
  expect(verifyStore(at(name)).faults).toEqual([]);
}

/** What was linked again; undefined where all was. */
function relink(store: StoreWriter): RelinkWork | undefined {
  let work: RelinkWork | undefined;
  store.relink(
    (analyses, notes) => {
      work = undefined;
      return assembleParts(analyses, notes, { blockSize });
    },
    (pile) => {
      const found = assembleChange(pile, { blockSize, recordsInMemory });
      work = found?.change.work;
      return found;
    },
  );
  return work;
}

function fill(name: string, analyses: readonly Analysis[]): void {
  const store = createStore(at(name), { layout: false });
  for (const analysis of analyses) store.add(analysis, []);
  relink(store);
  store.close();
}

function change(name: string, run: (store: StoreWriter) => void): RelinkWork | undefined {
  const store = updateStore(at(name));
  run(store);
  const work = relink(store);
  store.close();
  return work;
}

/** Small enough that the piles have several. */
const blockSize = 30;
/** So few that most are read more than once. */
const recordsInMemory = 6;

const sample: Analysis[] = [];
for await (const analysis of readAnalyses([join(import.meta.dirname, "../../data/sample")])) {
  sample.push(analysis);
}
const piles: readonly [name: string, analyses: readonly Analysis[], runs: number][] = [
  ["small articles", smallArticles(40), 6],
  ["synthetic news", [...syntheticAnalyses(200, 7)], 3],
  ["news of real density", [...denseAnalyses(90, 11)], 2],
  ["the sample", sample, 2],
];

describe.each(piles)("%s", (_, analyses, numRuns) => {
  test("in batches, in any order, and some taken out again: the bytes of one build", () => {
    const all = analyses.map((_, i) => i);
    const order = fc.shuffledSubarray(all, { minLength: all.length });
    const cuts = fc.array(fc.nat(all.length), { minLength: 1, maxLength: 3 });
    const going = fc.array(fc.nat(all.length - 1), { maxLength: 8 });
    let changes = 0;
    let again = 0;
    const changed = (run: (store: StoreWriter) => void): void => {
      changes++;
      if (change("grown.db", run) !== undefined) again++;
    };
    fc.assert(
      fc.property(order, cuts, going, (shuffled, at_, gone) => {
        const bounds = [...at_].sort((a, b) => a - b);
        fill(
          "grown.db",
          shuffled.slice(0, bounds[0]).map((i) => analyses[i]!),
        );
        [...bounds, all.length].slice(1).forEach((end, i) => {
          changed((store) => {
            for (const each of shuffled.slice(bounds[i], end)) store.add(analyses[each]!, []);
          });
        });
        expectSame("grown.db", analyses);
        const out = new Set(gone.map((i) => analyses[i]!.article.id));
        changed((store) => {
          for (const id of out) store.remove(id);
        });
        expectSame(
          "grown.db",
          analyses.filter(({ article }) => !out.has(article.id)),
        );
      }),
      { numRuns, seed: 5 },
    );
    // The rest grew too much for the numbers between the nodes of the first few.
    expect(again / changes).toBeGreaterThan(0.5);
  }, 200_000);
});

describe("many nodes that come between two neighbors", () => {
  const few = [...syntheticAnalyses(40, 3)];
  const crowd = (size: number): Analysis =>
    makeAnalysis({
      published: "2020-01-02",
      lines: Array.from(
        { length: size },
        (_, i) => `[person:Zora Quist${"abcdefghij"[i % 10]}${i}] was named.`,
      ),
    });

  test("find numbers", () => {
    fill("crowd.db", few);
    expect(change("crowd.db", (store) => store.add(crowd(300), []))).toBeDefined();
    expectSame("crowd.db", [...few, crowd(300)]);
  });

  test("have everything written anew where there are none: the same bytes", () => {
    fill("crowd.db", few);
    const [first, last] = [-1, 1].map((side) =>
      makeAnalysis({
        published: "2020-01-02",
        lines: [`[person:Zora Quist${side < 0 ? "" : "z"}] was named.`],
      }),
    );
    change("crowd.db", (store) => {
      store.add(first!, []);
      store.add(last!, []);
    });
    expect(change("crowd.db", (store) => store.add(crowd(1100), []))).toBeUndefined();
    expectSame("crowd.db", [...few, first!, last!, crowd(1100)]);
  });
});

describe("what hangs on no article that came or went", () => {
  const many = [...syntheticAnalyses(400, 3)];

  test("is neither read nor linked again nor written", () => {
    fill("many.db", many);
    const before = rowsOf("many.db");
    const own = makeAnalysis({
      published: "2020-01-02",
      lines: [
        "[person:Zora Quist] arrives in [country:Malta]",
        "[person:Zora Quist] met [person:Olof Vinter] in [country:Malta] on Thursday.",
      ],
      countries: { Malta: "MLT" },
      events: [
        {
          ...{ in: 1, act: "CONSULT", lemma: "meet", place: ["Malta"] },
          participant: ["Zora Quist", "Olof Vinter"],
        },
      ],
    });
    const work = change("many.db", (store) => store.add(own, []));
    expect(work).toMatchObject({ blocks: 1, entities: 3, events: 1, read: 1 });
    const after = rowsOf("many.db");
    expect([...before].filter(([id, row]) => after.get(id) !== row)).toEqual([]);
    expect([...after.keys()].filter((id) => !before.has(id)).sort()).toEqual([
      "country:MLT",
      expect.stringMatching(/^event:/),
      "person:olof-vinter",
      "person:zora-quist",
    ]);
    expectSame("many.db", [...many, own]);
  });

  test("stays as it is when the article goes again", () => {
    fill("many.db", many);
    const [{ article }] = many.slice(-1) as [Analysis];
    const work = change("many.db", (store) => void store.remove(article.id));
    expect(work!.blocks).toBe(1);
    expect(work!.read).toBeLessThan(60);
    expect(work!.events).toBeLessThan(20);
    expectSame("many.db", many.slice(0, -1));
  });
});

describe("an event that two articles of a story tell", () => {
  const others = [...syntheticAnalyses(60, 3)];
  const telling = (outlet: string, extra: string): Analysis =>
    makeAnalysis({
      published: "2020-01-02",
      outlet,
      lines: [
        "[person:Zora Quist] and [person:Olof Vinter] settle the quarrel over the lighthouse",
        "[person:Zora Quist] met [person:Olof Vinter] in [country:Malta] about the lighthouse.",
        `The quarrel over the lighthouse began when its lamp went dark, ${extra}.`,
      ],
      countries: { Malta: "MLT" },
      events: [
        {
          ...{ in: 1, act: "CONSULT", lemma: "meet", place: ["Malta"] },
          participant: ["Zora Quist", "Olof Vinter"],
        },
      ],
    });
  const both = [telling("Coast", "a sailor said"), telling("Harbor", "wrote the keeper at night")];

  test.each([0, 1])("stays with the other when article %i goes", (gone) => {
    fill("told-twice.db", [...others, ...both]);
    const events = (): string[] =>
      readStore(at("told-twice.db")).filterNodes(
        (id, { formerIds }) => id.startsWith("event:") && (formerIds ?? []).length > 0,
      );
    expect(events().length).toBeGreaterThan(0);
    const work = change("told-twice.db", (store) => void store.remove(both[gone]!.article.id));
    expect(work).toBeDefined();
    expectSame("told-twice.db", [...others, both[1 - gone]!]);
  });
});

describe("a store that is changed", () => {
  const few = smallArticles(24);

  test("takes in what another writer adds while it links", () => {
    fill("two.db", few.slice(0, 20));
    const store = updateStore(at("two.db"));
    for (const each of few.slice(20, 22)) store.add(each, []);
    let asked = 0;
    store.relink(
      () => {
        throw new Error("all is linked");
      },
      (pile) => {
        if (asked++ === 0) {
          const other = updateStore(at("two.db"));
          for (const each of few.slice(22)) other.add(each, []);
          other.close();
        }
        return assembleChange(pile, { blockSize, recordsInMemory });
      },
    );
    expect([asked, store.isLinked()]).toEqual([2, true]);
    store.close();
    expectSame("two.db", few);
  });

  test("may lose all its articles and get them again", () => {
    fill("empty.db", few);
    change("empty.db", (store) => {
      for (const { article } of few) store.remove(article.id);
    });
    expectSame("empty.db", []);
    change("empty.db", (store) => {
      for (const each of few) store.add(each, []);
    });
    expectSame("empty.db", few);
  });

  test("knows an article that was analyzed anew, and one that came and went between", () => {
    const [first, second] = few as [Analysis, Analysis];
    const renamed: Analysis = {
      ...first,
      article: { ...first.article, title: "Another title", published: "2023-06-30" },
      notes: [{ stage: "analysis", origin: first.article.origin, message: "read again" }],
    };
    fill("anew.db", few.slice(2));
    change("anew.db", (store) => store.add(first, []));
    const work = change("anew.db", (store) => {
      store.add(renamed, []);
      store.add(second, []);
      store.remove(second.article.id);
    });
    expect(work).toBeDefined();
    expectSame("anew.db", [renamed, ...few.slice(2)]);
  });

  test("ranks its nodes as a store that is built at once", () => {
    fill("grown.db", few.slice(0, 20));
    change("grown.db", (store) => {
      for (const each of few.slice(20)) store.add(each, []);
    });
    fill("whole.db", few);
    for (const by of ["pagerank", "betweenness", "degree", "newcomers"] as const) {
      const [grown, whole] = ["grown.db", "whole.db"].map((name) => {
        const query = openStore(at(name));
        const ranked = query.top({ by }).map(({ id, score }) => [id, score]);
        query.close();
        return ranked;
      });
      expect(grown).toEqual(whole);
    }
  });

  test("finds by new names and words, and no more by those that went", () => {
    fill("found.db", few);
    const query = (): [number, number] => {
      const db = new Database(at("found.db"));
      const count = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
      const counts: [number, number] = [
        count("SELECT count(*) AS n FROM name_search WHERE name_search MATCH 'brunner'"),
        count("SELECT count(*) AS n FROM quote_search WHERE quote_search MATCH 'brunner'"),
      ];
      db.prepare("INSERT INTO quote_search (quote_search) VALUES ('integrity-check')").run();
      db.prepare("INSERT INTO name_search (name_search) VALUES ('integrity-check')").run();
      db.close();
      return counts;
    };
    const before = query();
    const own = few.filter(({ article }) => article.text.includes("Brunner"));
    change("found.db", (store) => {
      for (const { article } of own) store.remove(article.id);
    });
    expect(query()).toEqual([0, 0]);
    change("found.db", (store) => {
      for (const each of own) store.add(each, []);
    });
    expect(query()).toEqual(before);
  });
});

/** All that the tables of a node say, by its id. */
function rowsOf(name: string): Map<string, string> {
  const db = new Database(at(name));
  const rows = db
    .prepare(
      `SELECT n.*, (SELECT group_concat(p.quotes || p.manners) FROM node_proofs p WHERE p.owner = n.number) AS proofs
       FROM node_rows n`,
    )
    .all() as { readonly id: string }[];
  db.close();
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
}
