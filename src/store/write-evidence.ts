/** A sentence stands behind an event, its people and their edges: it is stored once, and told of by number. */
import type { ArticleRecord, Evidence } from "../model.ts";
import type { Db } from "./database.ts";
import { inserter } from "./inserter.ts";
import type { Numbering } from "./numbered.ts";

export interface EvidenceWriter {
  add(table: "node_proofs" | "edge_proofs", owner: number, evidence: readonly Evidence[]): void;
  finish(): void;
}

/** An article has less than so many units of text. */
const LONGEST = 2 ** 26;

export function evidenceWriter(
  db: Db,
  articles: readonly ArticleRecord[],
  { term, manner }: Numbering,
): EvidenceWriter {
  const quotes = inserter(db, "quote_rows", 7);
  const proofs = {
    node_proofs: inserter(db, "node_proofs", 5),
    edge_proofs: inserter(db, "edge_proofs", 5),
  };
  const articleOf = articleNumbers(db, articles);
  const known = new Map<number | string, number>();
  const checks: number[] = [];
  let count = 0;
  const numberOf = (item: Evidence): number => {
    const { article, start, end, quote, kind, published } = item;
    const { number: from, published: usual } = articleOf(article);
    const check = textHash(quote, textHash(`${kind}${end}${published ?? ""}`));
    let key: number | string = from * LONGEST + start;
    let number = known.get(key);
    if (number !== undefined && checks[number] !== check) {
      key = `${key} ${check}`;
      number = known.get(key);
    }
    if (number !== undefined) return number;
    number = ++count;
    known.set(key, number);
    checks[number] = check;
    quotes.add([
      number,
      from,
      start,
      isPlain(quote) && end === start + quote.length ? null : end,
      quote,
      term(kind),
      published === usual ? null : (published ?? ""),
    ]);
    return number;
  };
  return {
    add(table, owner, evidence) {
      const rows = proofs[table];
      for (let i = 0; i < evidence.length; i++) {
        const item = evidence[i]!;
        const copies = item.copies === undefined ? null : JSON.stringify(item.copies);
        rows.add([owner, i, numberOf(item), manner(item), copies]);
      }
    },
    finish() {
      quotes.finish();
      proofs.node_proofs.finish();
      proofs.edge_proofs.finish();
    },
  };
}

interface ArticleNumber {
  readonly number: number;
  readonly published: string | undefined;
}

/** Articles that are quoted and not told of have no title. */
function articleNumbers(db: Db, articles: readonly ArticleRecord[]): (id: string) => ArticleNumber {
  const insert = inserter(db, "article_rows", 10);
  const known = new Map<string, ArticleNumber>();
  for (const article of articles) {
    const { id, title, origin, published, outlet, agency, url, sourceId, reprintGroup } = article;
    if (known.has(id)) continue;
    const number = known.size + 1;
    known.set(id, { number, published });
    insert.add([
      number,
      id,
      title,
      origin,
      published ?? null,
      outlet ?? null,
      agency ?? null,
      url ?? null,
      sourceId ?? null,
      reprintGroup,
    ]);
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
function isPlain(text: string): boolean {
  return !SURROGATE.test(text);
}

const SURROGATE = /[\ud800-\udfff]/;

/** FNV-1a, 32 bits. */
export function textHash(text: string, start = 0x811c9dc5): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
