/**
 * A sentence stands behind an event, its people and their edges: it is stored once, and told of by number. The sentences of an owner are
 * lists of such numbers, some hundred in a row: of a country there are a hundred thousand.
 */
import type { ArticleRecord, Evidence } from "../model.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import type { Numbering } from "./numbered.ts";
import { createQuoteNumbers } from "./quote-numbers.ts";

export interface EvidenceWriter {
  add(table: ProofTable, owner: number, evidence: readonly Evidence[]): void;
  articleNumber(id: string): number;
  finish(): void;
}

export type ProofTable = "node_proofs" | "edge_proofs";

/** Sentences in one row of proofs: about a kilobyte, so that it lies in its page. */
export const IN_A_ROW = 128;

export function evidenceWriter(
  db: Db,
  articles: readonly ArticleRecord[],
  { term, manner }: Numbering,
): EvidenceWriter {
  const plain = ["number", "article", "start", "quote", "kind"];
  const quotes = inserter(db, "quote_rows", plain);
  const oddQuotes = inserter(db, "quote_rows", [...plain, "end", "published"]);
  const columns = ["owner", "part", "quotes", "manners"];
  const proofs = {
    node_proofs: inserter(db, "node_proofs", columns),
    edge_proofs: inserter(db, "edge_proofs", columns),
  };
  const articleOf = articleNumbers(db, articles);
  const known = createQuoteNumbers();
  const numberOf = (item: Evidence): number => {
    const { article, start, end, quote, kind, published } = item;
    const { number: from, published: usual } = articleOf(article);
    const isUsual = published === usual;
    const sort = term(kind);
    const check = textHash(isUsual ? "" : (published ?? "-"), textHash(quote, end * 31 + sort));
    const found = known.find(from, start, check);
    if (found !== undefined) return found;
    const number = known.add(from, start, check);
    if (isUsual && end === start + quote.length && isPlain(quote)) {
      quotes.add(number, from, start, quote, sort);
    } else {
      oddQuotes.add(number, from, start, quote, sort, end, isUsual ? null : (published ?? ""));
    }
    return number;
  };
  return {
    add(table, owner, evidence) {
      const rows = proofs[table];
      for (let begin = 0; begin < evidence.length; begin += IN_A_ROW) {
        const end = Math.min(begin + IN_A_ROW, evidence.length);
        const numbers: number[] = [];
        const manners: number[] = [];
        for (let i = begin; i < end; i++) {
          manners.push(manner(evidence[i]!));
          numbers.push(numberOf(evidence[i]!));
        }
        rows.add(owner, begin / IN_A_ROW, ...packProofs(numbers, manners));
      }
    },
    articleNumber: (id) => articleOf(id).number,
    finish() {
      quotes.finish();
      oddQuotes.finish();
      proofs.node_proofs.finish();
      proofs.edge_proofs.finish();
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
