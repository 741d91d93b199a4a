/**
 * A sentence stands behind an event, its people and their edges: it is stored once, and told of by number. The sentences of an owner are
 * lists of such numbers, some hundred in a row: of a country there are a hundred thousand.
 */
import type { ArticleRecord, Evidence, NumberedEvidence, NumberedQuote, Quotes } from "../model.ts";
import { HashNumbers } from "../text/hash-numbers.ts";
import { WideHash } from "../text/wide-hash.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import type { Numbering } from "./numbered.ts";

export interface EvidenceWriter {
  add(table: ProofTable, owner: number, proofs: NumberedProofs): void;
  /** What stands for evidence in the tables. */
  number(evidence: readonly Evidence[]): NumberedProofs;
  articleNumber(id: string): number;
  finish(): void;
}

/** Numbers of sentences, and of how each is told. */
export interface NumberedProofs {
  readonly quotes: readonly number[];
  readonly manners: readonly number[];
}

export type ProofTable = "node_proofs" | "edge_proofs";

/** Sentences in one row of proofs: about a kilobyte, so that it lies in its page. */
export const IN_A_ROW = 128;

/** `quotes`: of numbered evidence. */
export function evidenceWriter(
  db: Db,
  articles: readonly ArticleRecord[],
  { term, manner }: Numbering,
  quotes: Quotes | undefined,
): EvidenceWriter {
  const columns = ["owner", "part", "quotes", "manners"];
  const rows = {
    node_proofs: inserter(db, "node_proofs", columns),
    edge_proofs: inserter(db, "edge_proofs", columns),
  };
  const articleOf = articleNumbers(db, articles);
  const write = quoteWriter(db, articleOf, term);
  const { numberOf, finish } =
    quotes === undefined ? quotesAsTheyCome(write) : quotesByNumber(quotes, write);
  return {
    number: (evidence) => ({ quotes: evidence.map(numberOf), manners: evidence.map(manner) }),
    add(table, owner, { quotes: numbers, manners }) {
      const put = (part: number, some: readonly number[], told: readonly number[]): void => {
        const [quotes, manner] = packProofs(some, told);
        rows[table].add(owner, part, quotes, manner);
      };
      if (numbers.length <= IN_A_ROW) {
        if (numbers.length > 0) put(0, numbers, manners);
        return;
      }
      for (let begin = 0; begin < numbers.length; begin += IN_A_ROW) {
        const end = begin + IN_A_ROW;
        put(begin / IN_A_ROW, numbers.slice(begin, end), manners.slice(begin, end));
      }
    },
    articleNumber: (id) => articleOf(id).number,
    finish() {
      finish();
      write.finish();
      rows.node_proofs.finish();
      rows.edge_proofs.finish();
    },
  };
}

interface QuoteWriter {
  /** As it is kept. */
  toRow(quote: Quote): QuoteRow;
  add(number: number, row: QuoteRow, quote: Quote): void;
  finish(): void;
}

type Quote = Omit<NumberedQuote, "number"> & Pick<Evidence, "published">;

interface QuoteRow {
  readonly article: number;
  readonly kind: number;
  readonly isUsual: boolean;
}

function quoteWriter(
  db: Db,
  articleOf: (id: string) => ArticleNumber,
  term: Numbering["term"],
): QuoteWriter {
  const plain = ["number", "article", "start", "quote", "kind"];
  const quotes = inserter(db, "quote_rows", plain);
  const oddQuotes = inserter(db, "quote_rows", [...plain, "end", "published"]);
  return {
    toRow({ article, kind, published }) {
      const { number, published: usual } = articleOf(article);
      return { article: number, kind: term(kind), isUsual: published === usual };
    },
    add(number, { article, kind, isUsual }, { start, end, quote, published }) {
      if (isUsual && end === start + quote.length && isPlain(quote)) {
        quotes.add(number, article, start, quote, kind);
      } else {
        const day = isUsual ? null : (published ?? "");
        oddQuotes.add(number, article, start, quote, kind, end, day);
      }
    },
    finish() {
      quotes.finish();
      oddQuotes.finish();
    },
  };
}

interface QuoteNumbering {
  numberOf(item: Evidence): number;
  finish(): void;
}

function quotesAsTheyCome(write: QuoteWriter): QuoteNumbering {
  const known = new HashNumbers();
  const hash = new WideHash();
  let count = 0;
  return {
    numberOf(item) {
      addQuote(hash.clear(), item);
      let number = known.find(hash);
      if (number === undefined) {
        number = ++count;
        known.set(hash, number);
        write.add(number, write.toRow(item), item);
      }
      return number;
    },
    finish() {},
  };
}

/** Lengths first, so that no letter of one text is taken for one of the next. */
function addQuote(hash: WideHash, { article, start, end, quote, kind, published }: Evidence): void {
  for (const text of [article, kind, published, quote])
    hash.add(text === undefined ? -1 : text.length);
  hash.add(start);
  hash.add(end);
  hash.addText(article);
  hash.addText(kind);
  hash.addText(published ?? "");
  hash.addText(quote);
}

/** They are written when it is known which of them are told of: of each article at once. */
function quotesByNumber({ count, quotes }: Quotes, write: QuoteWriter): QuoteNumbering {
  const isTold = new Uint8Array(count + 1);
  return {
    numberOf(item) {
      const { sentence } = item as NumberedEvidence;
      isTold[sentence] = 1;
      return sentence;
    },
    finish() {
      for (const quote of quotes((number) => isTold[number] === 1)) {
        write.add(quote.number, write.toRow(quote), quote);
      }
    },
  };
}

/** A row of a list: its sentences, and the manner of all of them or of each. */
export function packProofs(
  numbers: readonly number[],
  manners: readonly number[],
): [quotes: string, manners: string | number] {
  const [first] = manners;
  const isOne = manners.every((manner) => manner === first);
  return [`[${numbers.join(",")}]`, isOne ? first! : JSON.stringify(manners)];
}

interface ArticleNumber {
  readonly number: number;
  readonly published: string | undefined;
}

/** Articles that are quoted and not told of have no title. */
function articleNumbers(db: Db, articles: readonly ArticleRecord[]): (id: string) => ArticleNumber {
  const insert = inserter(db, "article_rows", [
    ...["number", "id", "title", "origin", "published"],
    ...["outlet", "agency", "url", "source_id", "reprint_group"],
  ]);
  const known = new Map<string, ArticleNumber>();
  for (const article of articles) {
    const { id, title, origin, published, outlet, agency, url, sourceId, reprintGroup } = article;
    if (known.has(id)) continue;
    const number = known.size + 1;
    known.set(id, { number, published });
    insert.add(
      ...[number, id, title, origin, published ?? null],
      ...[outlet ?? null, agency ?? null, url ?? null, sourceId ?? null, reprintGroup],
    );
  }
  insert.finish();
  const quotedOnly = db.sql("INSERT INTO article_rows (number, id) VALUES (?, ?)");
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = { number: known.size + 1, published: undefined };
      known.set(id, found);
      quotedOnly.run([found.number, id]);
    }
    return found;
  };
}

/** SQLite counts characters, JavaScript units: they differ beyond the basic plane. */
export function isPlain(text: string): boolean {
  return !SURROGATE.test(text);
}

const SURROGATE = /[\ud800-\udfff]/;

/** FNV-1a, 32 bits. */
export function textHash(text: string, start = 0x811c9dc5): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
