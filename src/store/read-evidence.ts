/** The sentences behind a node or an edge: lists of numbers, and the sentences that they are of, read together. */
import { inOrder } from "../graph/query/in-order.ts";
import { spread } from "../graph/query/spread.ts";
import type { PageOptions, ResultPage, Window } from "../graph/query/types.ts";
import type { Evidence } from "../model.ts";
import type { Db, Row, Value } from "./database.ts";
import { createKept } from "./kept-rows.ts";
import type { Numbered } from "./numbered.ts";
import { QUOTE, type Quote, toEvidence, toQuote } from "./rows.ts";
import { IN_A_ROW, type ProofTable } from "./write-evidence.ts";

export interface EvidenceReader {
  of(table: ProofTable, owner: number): readonly Evidence[];
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
    some(table, owner, most) {
      const { numbers, manners } = readProofs(db, table, owner);
      return toList({ numbers: spread(numbers, most), manners: spread(manners, most) });
    },
    inOrder(table, owner, sentences, options) {
      // Few are sorted here; of a country the database sorts numbers, and only what is asked for is read.
      if (sentences <= IN_A_ROW) return inOrder(evidenceOf(table, owner), options);
      const { total, offset, rows } = proofsInOrder(db, table, owner, options);
      const numbers = rows.map(({ number }) => number as number);
      const manners = rows.map(({ manner }) => manner as number);
      return { total, offset, items: toList({ numbers, manners }) };
    },
    forget() {
      lists.node_proofs.clear();
      lists.edge_proofs.clear();
      quotes.clear();
    },
  };
}

const LIMIT = 50;
const PUBLISHED = "nullif(coalesce(q.published, a.published), '')";

/** In the order that `inOrder` gives. */
function proofsInOrder(
  db: Db,
  table: ProofTable,
  owner: number,
  { since, until, limit = LIMIT, offset = 0 }: PageOptions & Window,
): { readonly total: number; readonly offset: number; readonly rows: readonly Row[] } {
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
  return {
    total: db.sql(`SELECT count(*) AS total ${from}`).get(values)!.total as number,
    offset,
    rows: db
      .sql(
        `SELECT l.value AS number, ${manner} AS manner ${from}
         ORDER BY coalesce(${PUBLISHED}, '9999'), a.id, q.start, v.part, l.key LIMIT ? OFFSET ?`,
      )
      .all([...values, limit, offset]),
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
