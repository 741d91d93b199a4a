/** The sentences behind a node or an edge: lists of numbers, and the sentences that they are of, read together. */
import { inOrder } from "../graph/query/in-order.ts";
import { spread } from "../graph/query/spread.ts";
import type { PageOptions, ResultPage, Window } from "../graph/query/types.ts";
import type { Evidence } from "../model.ts";
import type { Db, Row, Value } from "./database.ts";
import { createKept, WORTH_ASKING_TOGETHER } from "./kept-rows.ts";
import type { Numbered } from "./numbered.ts";
import { QUOTE, type Quote, toEvidence, toQuote } from "./rows.ts";
import { articleDay } from "./schema.ts";
import { IN_A_ROW, type ProofTable } from "./write-evidence.ts";

export interface EvidenceReader {
  of(table: ProofTable, owner: number): readonly Evidence[];
  /** Of owners that are asked for next: together they are read sooner. The articles of the sentences. */
  readMany(table: ProofTable, owners: readonly number[]): Iterable<string>;
  /** So many of them, evenly over all: only these are read. */
  some(table: ProofTable, owner: number, most: number): readonly Evidence[];
  /** As they were published, a part of them. `sentences`: how many there are. */
  inOrder(
    table: ProofTable,
    owner: number,
    sentences: number,
    options: PageOptions & Window,
  ): ResultPage<Evidence>;
  forget(): void;
}

const KEPT_SENTENCES = 100_000;
/** Asked for in one question. */
const TOGETHER = 1000;

export function createEvidenceReader(db: Db, numbered: Numbered): EvidenceReader {
  const lists: Record<ProofTable, ReturnType<typeof keptLists>> = {
    node_proofs: keptLists(),
    edge_proofs: keptLists(),
  };
  const quotes = createKept<number, Quote>(KEPT_SENTENCES);
  let quotesInStore: QuotesInStore | undefined;

  const one = db.sql(`SELECT ${QUOTE} WHERE q.number = ?`);
  const many = db.sql(`SELECT ${QUOTE} WHERE q.number IN (SELECT value FROM json_each(?))`);
  const keep = (row: Row): Quote => {
    const quote = toQuote(row, numbered);
    quotes.set(row.number as number, quote);
    return quote;
  };
  const read = (numbers: readonly number[]): Quote[] => {
    const found = new Map<number, Quote>();
    const missing: number[] = [];
    for (const number of numbers) {
      const quote = quotes.get(number, () => undefined);
      if (quote === undefined) missing.push(number);
      else found.set(number, quote);
    }
    if (missing.length === 1) found.set(missing[0]!, keep(one.get(missing)!));
    else if (missing.length > 0) {
      for (const row of many.all([JSON.stringify(missing)])) {
        found.set(row.number as number, keep(row));
      }
    }
    return numbers.map((number) => found.get(number)!);
  };
  const toList = ({ numbers, manners }: Proofs): Evidence[] => {
    const evidence: Evidence[] = [];
    for (let i = 0; i < numbers.length; i += TOGETHER) {
      read(numbers.slice(i, i + TOGETHER)).forEach((quote, j) => {
        evidence.push(toEvidence(quote, numbered.manner(manners[i + j]!)));
      });
    }
    return evidence;
  };
  const evidenceOf = (table: ProofTable, owner: number): readonly Evidence[] =>
    lists[table].get(owner, () => toList(readProofs(db, table, owner)))!;
  return {
    of: evidenceOf,
    readMany(table, owners) {
      const articles = new Set<string>();
      const missing = new Set<number>();
      for (const owner of owners) {
        const list = lists[table].get(owner, () => undefined);
        if (list === undefined) missing.add(owner);
        else for (const { article } of list) articles.add(article);
      }
      if (missing.size < WORTH_ASKING_TOGETHER) return articles;
      const found = firstProofsOf(db, table, [...missing]);
      const numbers = found.flatMap(([, proofs]) => proofs.numbers);
      for (let i = 0; i < numbers.length; i += TOGETHER) read(numbers.slice(i, i + TOGETHER));
      for (const [owner, proofs] of found) {
        const list = toList(proofs);
        lists[table].set(owner, list);
        for (const { article } of list) articles.add(article);
      }
      return articles;
    },
    some(table, owner, most) {
      const { numbers, manners } = readProofs(db, table, owner);
      return toList({ numbers: spread(numbers, most), manners: spread(manners, most) });
    },
    inOrder(table, owner, sentences, options) {
      // Few are sorted here; of a country the database sorts numbers, and only what is asked for is read.
      if (sentences <= IN_A_ROW) return inOrder(evidenceOf(table, owner), options);
      if (isWindow(options)) {
        const { total, offset, proofs } = proofsInOrder(db, table, owner, options);
        return { total, offset, items: toList(proofs) };
      }
      const { limit = LIMIT, offset = 0 } = options;
      quotesInStore ??= countQuotes(db);
      const { total, haveDays } = quotesInStore;
      // To sort all of them takes as long as to go through so many sentences of the store.
      const isCrowded = sentences * sentences > (offset + limit) * total;
      const proofs =
        isCrowded && !haveDays
          ? firstProofs(db, readProofs(db, table, owner), { limit, offset }, total)
          : proofsInOrder(db, table, owner, options, sentences).proofs;
      return { total: sentences, offset, items: toList(proofs) };
    },
    forget() {
      quotesInStore = undefined;
      lists.node_proofs.clear();
      lists.edge_proofs.clear();
      quotes.clear();
    },
  };
}

const LIMIT = 50;
const PUBLISHED = "nullif(coalesce(q.published, a.published), '')";

function isWindow({ since, until }: Window): boolean {
  return since !== undefined || until !== undefined;
}

interface QuotesInStore {
  readonly total: number;
  /** Some were published on another day than their article is said to be. */
  readonly haveDays: boolean;
}

function countQuotes(db: Db): QuotesInStore {
  const one = db.sql("SELECT 1 FROM quote_rows WHERE published IS NOT NULL LIMIT 1").get();
  return {
    total: (db.sql("SELECT max(number) AS total FROM quote_rows").get()?.total ?? 0) as number,
    haveDays: one !== undefined,
  };
}

/** In the order that `inOrder` gives. `total`: of those in the window, where it is known. */
function proofsInOrder(
  db: Db,
  table: ProofTable,
  owner: number,
  { since, until, limit = LIMIT, offset = 0 }: PageOptions & Window,
  known?: number,
): { readonly total: number; readonly offset: number; readonly proofs: Proofs } {
  const day = `substr(${PUBLISHED}, 1, 10)`;
  const conditions = ["v.owner = ?"];
  const values: Value[] = [owner];
  for (const [test, bound] of [
    [`${day} >= ?`, since],
    [`${day} <= ?`, until],
  ] as const) {
    if (bound === undefined) continue;
    conditions.push(test);
    values.push(bound);
  }
  const from = `FROM ${table} v JOIN json_each(v.quotes) l JOIN quote_rows q ON q.number = l.value
    JOIN article_rows a ON a.number = q.article WHERE ${conditions.join(" AND ")}`;
  const manner = `CASE typeof(v.manners) WHEN 'text' THEN json_extract(v.manners, '$[' || l.key || ']') ELSE v.manners END`;
  const rows = db
    .sql(
      `SELECT l.value AS number, ${manner} AS manner ${from}
       ORDER BY coalesce(${PUBLISHED}, '9999'), a.id, q.start, v.part, l.key LIMIT ? OFFSET ?`,
    )
    .all([...values, limit, offset]);
  return {
    total: known ?? (db.sql(`SELECT count(*) AS total ${from}`).get(values)!.total as number),
    offset,
    proofs: {
      numbers: rows.map(({ number }) => number as number),
      manners: rows.map(({ manner }) => manner as number),
    },
  };
}

/** The same of a crowded owner: the sentences of the store are gone through as they were published, until enough of its own are found. */
function firstProofs(
  db: Db,
  { numbers, manners }: Proofs,
  { limit, offset }: Required<PageOptions>,
  quotesInStore: number,
): Proofs {
  const isOwn = new Uint8Array(quotesInStore + 1);
  for (const number of numbers) isOwn[number] = 1;
  const inOrder = db.sql(
    `SELECT q.number, q.article, q.start FROM article_rows a CROSS JOIN quote_rows q ON q.article = a.number
     ORDER BY ${articleDay("a.published")}, a.id, q.start LIMIT ?`,
  );
  const most = offset + limit;
  let found: readonly Row[] = [];
  // Sentences are not spread evenly.
  for (let looked = 2 * Math.ceil((most * quotesInStore) / numbers.length); ; looked *= 4) {
    const rows = inOrder.all([looked]);
    found = rows.filter(({ number }) => isOwn[number as number] === 1);
    if (found.length > most || rows.length < looked) break;
  }
  /** Sentences that begin at one place of an article share a rank: they stand as the owner lists them. */
  const ranks = new Map<number, number>();
  let [rank, before] = [0, found[0]];
  for (const row of found) {
    if (row.article !== before?.article || row.start !== before?.start) rank++;
    ranks.set(row.number as number, rank);
    before = row;
  }
  const listed = [...numbers.keys()].filter((at) => ranks.has(numbers[at]!));
  listed.sort((a, b) => ranks.get(numbers[a]!)! - ranks.get(numbers[b]!)! || a - b);
  const page = listed.slice(offset, most);
  return {
    numbers: page.map((at) => numbers[at]!),
    manners: page.map((at) => manners[at]!),
  };
}

function keptLists() {
  return createKept<number, readonly Evidence[]>(KEPT_SENTENCES, ({ length }) => length + 1);
}

/** Numbers of the sentences and of their manners. */
export interface Proofs {
  readonly numbers: readonly number[];
  readonly manners: readonly number[];
}

export interface GrowingProofs extends Proofs {
  readonly numbers: number[];
  readonly manners: number[];
}

/** Of many owners; those of which there are more rows are left out. */
function firstProofsOf(db: Db, table: ProofTable, owners: readonly number[]): [number, Proofs][] {
  const rows = db.sql(
    `SELECT owner, quotes, manners FROM ${table} WHERE part = 0 AND owner IN (SELECT value FROM json_each(?))`,
  );
  return rows.all([JSON.stringify(owners)]).flatMap((row): [number, Proofs][] => {
    const proofs: GrowingProofs = { numbers: [], manners: [] };
    addProofs(proofs, row);
    return proofs.numbers.length < IN_A_ROW ? [[row.owner as number, proofs]] : [];
  });
}

function readProofs(db: Db, table: ProofTable, owner: number): Proofs {
  const first = db
    .sql(`SELECT quotes, manners FROM ${table} WHERE owner = ? AND part = 0`)
    .get([owner]);
  const proofs: GrowingProofs = { numbers: [], manners: [] };
  if (first === undefined) return proofs;
  addProofs(proofs, first);
  if (proofs.numbers.length < IN_A_ROW) return proofs;
  const rest = db.sql(
    `SELECT quotes, manners FROM ${table} WHERE owner = ? AND part > 0 ORDER BY part`,
  );
  for (const row of rest.all([owner])) addProofs(proofs, row);
  return proofs;
}

/** Those of a row of proofs. */
export function addProofs({ numbers, manners }: GrowingProofs, row: Row): void {
  const listed = JSON.parse(row.quotes as string) as number[];
  const shared = typeof row.manners === "number" ? row.manners : undefined;
  const own = shared === undefined ? (JSON.parse(row.manners as string) as number[]) : [];
  for (let i = 0; i < listed.length; i++) {
    numbers.push(listed[i]!);
    manners.push(shared ?? own[i]!);
  }
}
