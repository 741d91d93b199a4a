/** Proves a store: every quote against its article, every count against its evidence, the file against itself. */
import { type Db, openDatabase } from "./database.ts";
import { generation, keptAnalyses, linkedGeneration } from "./kept.ts";

export interface Verification {
  readonly articles: number;
  readonly nodes: number;
  readonly edges: number;
  readonly quotes: number;
  /** Articles are kept that the graph does not show yet. */
  readonly waiting: boolean;
  /** What is wrong, one sentence each. */
  readonly faults: readonly string[];
}

const FAULTS_LISTED = 100;

/** Those in which a count and its evidence differ: `of` is a table, `owner` its number in `evidence`. */
const miscounted = (of: string, owner: string, stories: string): string => `
  SELECT t.number FROM ${of} t LEFT JOIN (
    SELECT v.owner, count(*) AS sentences, count(DISTINCT coalesce(a.story, q.article)) AS stories,
      min(substr(q.published, 1, 10)) AS first, max(substr(q.published, 1, 10)) AS last
    FROM evidence v JOIN quotes q ON q.number = v.quote LEFT JOIN articles a ON a.id = q.article
    GROUP BY v.owner
  ) c ON c.owner = ${owner}
  WHERE c.sentences IS NOT t.sentences OR c.stories IS NOT t.${stories}
    OR c.first IS NOT t.first OR c.last IS NOT t.last`;

export function verifyStore(path: string): Verification {
  const db = openDatabase(path, "read");
  try {
    return db.reading(() => verify(db));
  } finally {
    db.close();
  }
}

function verify(db: Db): Verification {
  const faults: string[] = [];
  for (const row of db.sql("PRAGMA quick_check").all()) {
    const [message] = Object.values(row);
    if (message !== "ok") faults.push(`the file: ${message}`);
  }
  const count = (table: string): number =>
    db.sql(`SELECT count(*) AS total FROM ${table}`).get()?.total as number;
  for (const { number } of db.sql(miscounted("nodes", "t.number", "stories")).iterate()) {
    const { id } = db.sql("SELECT id FROM nodes WHERE number = ?").get([number!]) ?? {};
    faults.push(`node ${id}: its counts are not those of its evidence`);
  }
  for (const { number } of db.sql(miscounted("edges", "-t.number", "weight")).iterate()) {
    faults.push(
      `edge ${nameOfEdge(db, number as number)}: its counts are not those of its evidence`,
    );
  }
  const ends = db.sql("SELECT sum(1 + (source <> target)) AS total FROM edges").get()?.total ?? 0;
  if (ends !== count("adjacency")) faults.push("not every edge stands at both of its ends");
  checkQuotes(db, faults);
  const left = faults.length - FAULTS_LISTED;
  return {
    articles: count("articles"),
    nodes: count("nodes"),
    edges: count("edges"),
    quotes: count("quotes"),
    waiting: generation(db) !== linkedGeneration(db),
    faults: left > 0 ? [...faults.slice(0, FAULTS_LISTED), `and ${left} more`] : faults,
  };
}

function nameOfEdge(db: Db, number: number): string {
  const row = db.sql("SELECT source, kind, target FROM edge_list WHERE number = ?").get([number]);
  return row === undefined ? String(number) : `${row.source}|${row.kind}|${row.target}`;
}

/** Of an article that came from several places the first is the one that is quoted. */
function checkQuotes(db: Db, faults: string[]): void {
  const quotesOf = db.sql("SELECT start, end, quote FROM quotes WHERE article = ?");
  const checked = new Set<string>();
  for (const { article } of keptAnalyses(db)) {
    if (checked.has(article.id)) continue;
    checked.add(article.id);
    for (const { start, end, quote } of quotesOf.all([article.id])) {
      if (article.text.slice(start as number, end as number) === quote) continue;
      faults.push(`${article.origin}: no such words at ${start} to ${end}: "${quote}"`);
    }
  }
  // A store that was written of a graph alone has no articles to look into.
  if (checked.size === 0) return;
  for (const { article } of db.sql("SELECT DISTINCT article FROM quotes").all()) {
    if (!checked.has(article as string) && generation(db) === linkedGeneration(db)) {
      faults.push(`article ${article} is quoted but not kept`);
    }
  }
}
