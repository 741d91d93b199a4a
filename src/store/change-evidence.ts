/**
 * Evidence of nodes and edges when articles came or went: of an owner with a hundred thousand sentences those of a few articles are taken
 * out and others put in, and only the rows of its list that are other than before are written.
 */

import type { ChangedRegion, Evidence } from "../model.ts";
import { compareEvidence } from "../text/evidence-order.ts";
import { lowerBound } from "../text/lower-bound.ts";
import type { Db, Row, Value } from "./database.ts";
import { toDayNumber } from "./days.ts";
import type { Numbering } from "./numbered.ts";
import { addProofs } from "./read-evidence.ts";
import { IN_A_ROW, isPlain, type ProofTable, packProofs } from "./write-evidence.ts";

/** What the sentences of an owner amount to. */
export interface EvidenceWeight {
  readonly sentences: number;
  readonly stories: number;
  readonly first: Value;
  readonly last: Value;
}

export interface EvidenceChanger {
  /** Takes the sentences of the region out of the list of an owner and puts others in. `stories`: how many it had. */
  splice(
    table: ProofTable,
    owner: number,
    stories: number,
    evidence: readonly Evidence[],
  ): EvidenceWeight;
  /** The whole list. */
  replace(table: ProofTable, owner: number, evidence: readonly Evidence[]): EvidenceWeight;
  drop(table: ProofTable, owner: number): void;
  /** Takes away the sentences that nobody tells any more. */
  finish(isStillTold: (quote: number, article: string) => boolean): void;
}

export interface ArticleFacts {
  readonly number: number;
  readonly published: string | undefined;
  readonly reprint: string;
}

export interface ChangedArticles {
  readonly region: ChangedRegion;
  before(id: string): ArticleFacts | undefined;
  now(id: string): ArticleFacts;
}

/** Taken out of the lists, and put in where it is told again. */
const IN_REGION = 1;
/** Stays, and may be a reprint of what is of the region. */
const NEAR = 2;

interface StoredQuote {
  readonly number: number;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly published: string | undefined;
}

export function evidenceChanger(
  db: Db,
  articles: ChangedArticles,
  { term, manner }: Numbering,
): EvidenceChanger {
  const quotes = new Map<number, StoredQuote>();
  const loaded = new Map<string, Map<string, StoredQuote>>();
  const dropped = new Set<number>();
  const told = new Set<number>();
  let last = (db.sql("SELECT max(number) AS most FROM quote_rows").get()?.most as number) ?? 0;

  const keep = (row: Row): StoredQuote => {
    const quote = toStoredQuote(row);
    quotes.set(quote.number, quote);
    return quote;
  };
  const load = (article: string): Map<string, StoredQuote> => {
    let own = loaded.get(article);
    if (own === undefined) {
      own = new Map();
      const facts = articles.before(article);
      const rows =
        facts === undefined ? [] : db.sql(`${QUOTES} WHERE q.article = ?`).all([facts.number]);
      for (const row of rows) {
        own.set(keyOf(row.kind as number, toStoredQuote(row)), keep(row));
      }
      loaded.set(article, own);
    }
    return own;
  };
  const { region } = articles;
  /** By number of a sentence that was there before: whether it is of the region or near it. Lists of hundreds of thousands are held against it. */
  const places = new Uint8Array(last + 1);
  for (const article of region.articles) {
    for (const { number } of load(article).values()) places[number] = IN_REGION;
  }
  /** Sentences near the region -> the group of reprints that they count for. */
  const lasting = new Map<number, string>();
  for (const article of region.near) {
    const { reprint } = articles.before(article)!;
    for (const { number, start } of load(article).values()) {
      if (region.sentences.get(article)?.has(start)) places[number] = IN_REGION;
      else {
        places[number] = NEAR;
        lasting.set(number, reprint);
      }
    }
  }

  const quoteOf = (number: number): StoredQuote =>
    quotes.get(number) ?? keep(db.sql(`${QUOTES} WHERE q.number = ?`).get([number])!);
  /** Those that were put in just now are of it. */
  const placeOf = (number: number): number => places[number] ?? IN_REGION;
  const numberOf = (item: Evidence): number => {
    const { article, start, end, quote, kind, published } = item;
    const own = load(article);
    const sort = term(kind);
    const stored: StoredQuote = { number: last + 1, article, start, end, quote, published };
    const key = keyOf(sort, stored);
    const found = own.get(key);
    if (found !== undefined) return found.number;
    last++;
    own.set(key, stored);
    quotes.set(last, stored);
    const { number: from, published: usual } = articles.now(article);
    const isUsual = published === usual && end === start + quote.length && isPlain(quote);
    db.sql(
      "INSERT INTO quote_rows (number, article, start, quote, kind, end, published) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ).run([
      ...[last, from, start, quote, sort],
      isUsual ? null : end,
      isUsual || published === usual ? null : (published ?? ""),
    ]);
    db.sql("INSERT INTO quote_search (rowid, quote) VALUES (?, ?)").run([last, quote]);
    return last;
  };

  const read = (table: ProofTable, owner: number): { rows: Row[]; list: Proofs } => {
    const rows = db
      .sql(`SELECT part, quotes, manners FROM ${table} WHERE owner = ? ORDER BY part`)
      .all([owner]);
    const list: Proofs = { numbers: [], manners: [] };
    for (const row of rows) addProofs(list, row);
    return { rows, list };
  };
  /** `unchanged`: so many of the list are what they were before. */
  const write = (
    table: ProofTable,
    owner: number,
    before: readonly Row[],
    list: Proofs,
    unchanged = 0,
  ): void => {
    const parts = Math.ceil(list.numbers.length / IN_A_ROW);
    for (let part = Math.floor(unchanged / IN_A_ROW); part < parts; part++) {
      const [from, to] = [part * IN_A_ROW, (part + 1) * IN_A_ROW];
      const packed = packProofs(list.numbers.slice(from, to), list.manners.slice(from, to));
      const other = before[part];
      if (other?.quotes === packed[0] && other.manners === packed[1]) continue;
      db.sql(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?)`).run([owner, part, ...packed]);
    }
    if (before.length > parts) {
      db.sql(`DELETE FROM ${table} WHERE owner = ? AND part >= ?`).run([owner, parts]);
    }
  };
  const reprintsOf = (
    ids: Iterable<string>,
    of: (id: string) => ArticleFacts | undefined,
  ): Set<string> => new Set([...ids].map((id) => of(id)?.reprint ?? id));
  const weigh = ({ numbers }: Proofs, stories: number): EvidenceWeight => {
    const isDated = (at: number): boolean => quoteOf(numbers[at]!).published !== undefined;
    const all = numbers.length;
    const dated = all === 0 || isDated(all - 1) ? all : lowerBound(0, all, isDated);
    const dayAt = (at: number): string | undefined =>
      dated === 0 ? undefined : quoteOf(numbers[at]!).published!.slice(0, 10);
    return {
      sentences: numbers.length,
      stories,
      first: toDayNumber(dayAt(0)),
      last: toDayNumber(dayAt(dated - 1)),
    };
  };
  /** Where what comes before an item ends. Most that come are newer than all that stay; each that is looked at is a row to read. */
  const endBefore = (numbers: readonly number[], from: number, item: StoredQuote): number => {
    const isBefore = (at: number): boolean => compareEvidence(quoteOf(numbers[at]!), item) < 0;
    if (from === numbers.length || !isBefore(from)) return from;
    return isBefore(numbers.length - 1)
      ? numbers.length
      : lowerBound(from + 1, numbers.length - 1, isBefore);
  };
  const add = (evidence: readonly Evidence[]): Proofs => {
    const numbers = evidence.map(numberOf);
    for (const number of numbers) told.add(number);
    return { numbers, manners: evidence.map(manner) };
  };

  return {
    splice(table, owner, stories, evidence) {
      const { rows, list } = read(table, owner);
      const keptNumbers: number[] = [];
      const keptManners: number[] = [];
      const goneArticles = new Set<string>();
      const stayed = new Set<string>();
      /** Of those that are taken out: how many that stay are before them. What is told again comes where it was. */
      const stoodAt = new Map<number, number>();
      let unchanged = list.numbers.length;
      list.numbers.forEach((number, i) => {
        const place = placeOf(number);
        if (place === IN_REGION) {
          unchanged = Math.min(unchanged, i);
          dropped.add(number);
          stoodAt.set(number, keptNumbers.length);
          goneArticles.add(quotes.get(number)!.article);
        } else {
          keptNumbers.push(number);
          keptManners.push(list.manners[i]!);
          if (place === NEAR) stayed.add(lasting.get(number)!);
        }
      });
      const own = add(evidence);
      const merged: Proofs = { numbers: [], manners: [] };
      let at = 0;
      own.numbers.forEach((number, i) => {
        const end = stoodAt.get(number) ?? endBefore(keptNumbers, at, quoteOf(number));
        unchanged = Math.min(unchanged, end);
        for (; at < end; at++) {
          merged.numbers.push(keptNumbers[at]!);
          merged.manners.push(keptManners[at]!);
        }
        merged.numbers.push(number);
        merged.manners.push(own.manners[i]!);
      });
      for (; at < keptNumbers.length; at++) {
        merged.numbers.push(keptNumbers[at]!);
        merged.manners.push(keptManners[at]!);
      }
      write(table, owner, rows, merged, unchanged);
      const ownArticles = new Set(evidence.map(({ article }) => article));
      return weigh(
        merged,
        stories -
          without(reprintsOf(goneArticles, articles.before), stayed) +
          without(reprintsOf(ownArticles, articles.now), stayed),
      );
    },
    replace(table, owner, evidence) {
      const { rows, list } = read(table, owner);
      for (const number of list.numbers) dropped.add(number);
      const own = add(evidence);
      write(table, owner, rows, own);
      return weigh(
        own,
        reprintsOf(
          evidence.map(({ article }) => article),
          articles.now,
        ).size,
      );
    },
    drop(table, owner) {
      const { rows, list } = read(table, owner);
      for (const number of list.numbers) dropped.add(number);
      if (rows.length > 0) db.sql(`DELETE FROM ${table} WHERE owner = ?`).run([owner]);
    },
    finish(isStillTold) {
      for (const number of dropped) {
        if (told.has(number)) continue;
        const { article, quote } = quoteOf(number);
        if (!region.articles.has(article) && isStillTold(number, article)) continue;
        db.sql("INSERT INTO quote_search (quote_search, rowid, quote) VALUES ('delete', ?, ?)").run(
          [number, quote],
        );
        db.sql("DELETE FROM quote_rows WHERE number = ?").run([number]);
      }
    },
  };
}

/** How many of the one are not in the other. */
function without(all: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const each of all) if (!others.has(each)) count++;
  return count;
}

interface Proofs {
  readonly numbers: number[];
  readonly manners: number[];
}

const QUOTES = `SELECT q.number, a.id AS article, q.start, q.end, q.quote, q.kind, q.published, a.published AS usual
  FROM quote_rows q JOIN article_rows a ON a.number = q.article`;

function toStoredQuote(row: Row): StoredQuote {
  const quote = row.quote as string;
  const start = row.start as number;
  const date = row.published ?? row.usual;
  return {
    number: row.number as number,
    article: row.article as string,
    start,
    end: (row.end as number | null) ?? start + quote.length,
    quote,
    published: date === null || date === "" ? undefined : (date as string),
  };
}

function keyOf(kind: number, { start, end, quote, published }: StoredQuote): string {
  return `${start} ${end} ${kind} ${published ?? ""}\n${quote}`;
}
