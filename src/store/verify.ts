/** Proves a store: every quote against its article, every count against its evidence, the file against itself and against what linking keeps in it. */
import { type Db, openDatabase } from "./database.ts";
import { toCode } from "./edge-codes.ts";
import { generation, keptAnalyses, linkedGeneration } from "./kept.ts";
import { readEdges } from "./reader.ts";
import { checkLinked } from "./verify-linked.ts";

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

/** What the evidence of each owner amounts to. */
const weighed = (proofs: string): string => `
  SELECT v.owner, count(*) AS sentences, count(DISTINCT coalesce(a.reprint_group, a.id)) AS stories,
    min(substr(coalesce(q.published, a.published), 1, 10)) AS first,
    max(substr(coalesce(q.published, a.published), 1, 10)) AS last
  FROM ${proofs} v JOIN json_each(v.quotes) l JOIN quote_rows q ON q.number = l.value JOIN article_rows a ON a.number = q.article
  GROUP BY v.owner`;

/** Those in which a count and its evidence differ. */
const MISCOUNTED_NODES = `WITH c AS MATERIALIZED (${weighed("node_proofs")})
  SELECT t.id FROM nodes t LEFT JOIN c ON c.owner = t.number WHERE c.sentences IS NOT t.sentences
    OR c.stories IS NOT t.stories OR c.first IS NOT t.first OR c.last IS NOT t.last`;
const MISCOUNTED_EDGES = `WITH
  own AS MATERIALIZED (${weighed("edge_proofs")}), shared AS MATERIALIZED (${weighed("node_proofs")})
  SELECT x.id || '|' || t.kind || '|' || y.id AS id
  FROM edges t JOIN node_rows x ON x.number = t.source JOIN node_rows y ON y.number = t.target
  LEFT JOIN own ON own.owner = t.proof
  LEFT JOIN shared ON t.proof IS NULL
    AND shared.owner = CASE WHEN substr(y.id, 1, 6) = 'event:' THEN y.number ELSE x.number END
  WHERE coalesce(own.sentences, shared.sentences) IS NOT t.sentences
    OR coalesce(own.stories, shared.stories) IS NOT t.weight
    OR coalesce(own.first, shared.first) IS NOT t.first
    OR coalesce(own.last, shared.last) IS NOT t.last`;

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
  for (const row of db.sql("SELECT quick_check FROM pragma_quick_check").all()) {
    const [message] = Object.values(row);
    if (message !== "ok") faults.push(`the file: ${message}`);
  }
  const count = (table: string): number =>
    db.sql(`SELECT count(*) AS total FROM ${table}`).get()?.total as number;
  for (const { id } of db.sql(MISCOUNTED_NODES).iterate()) {
    faults.push(`node ${id}: its counts are not those of its evidence`);
  }
  for (const { id } of db.sql(MISCOUNTED_EDGES).iterate()) {
    faults.push(`edge ${id}: its counts are not those of its evidence`);
  }
  checkAdjacency(db, faults);
  checkQuotes(db, faults);
  checkLinked(db, faults);
  const left = faults.length - FAULTS_LISTED;
  return {
    articles: count("articles"),
    nodes: count("node_rows"),
    edges: count("edge_rows"),
    quotes: count("quote_rows"),
    waiting: generation(db) !== linkedGeneration(db),
    faults: left > 0 ? [...faults.slice(0, FAULTS_LISTED), `and ${left} more`] : faults,
  };
}

/** The packed edges of each node are those of the rows. */
function checkAdjacency(db: Db, faults: string[]): void {
  const rows = db.sql(
    `SELECT weight, target AS other, sort, 1 AS leaves, proof IS NOT NULL AS proven FROM edge_rows WHERE source = ?
     UNION ALL SELECT weight, source, sort, 0, proof IS NOT NULL FROM edge_rows WHERE target = ?`,
  );
  for (const { number, id } of db.sql("SELECT number, id FROM node_rows").iterate()) {
    const { others, weights, codes } = readEdges(db, number as number);
    const packed = Array.from(others, (other, i) => `${other} ${weights[i]} ${codes[i]}`);
    const told = rows
      .all([number!, number!])
      // A loop stands once in the packed edges.
      .filter(({ other, leaves }) => leaves === 1 || other !== number)
      .map(({ other, weight, sort, leaves, proven }) => {
        const code = toCode(sort as number, leaves === 0, proven === 1);
        return `${other} ${weight} ${code}`;
      });
    if (packed.sort().join() !== told.sort().join()) {
      faults.push(`node ${id}: its packed edges are not those of the table`);
    }
    const counted = db.sql("SELECT edges, neighbors FROM ranks WHERE node = ?").get([number!]);
    if (
      counted?.edges !== others.length ||
      counted.neighbors !== new Set(Array.from(others)).size
    ) {
      faults.push(`node ${id}: its edges are not as many as is said`);
    }
  }
}

/** Of an article that came from several places the first is the one that is quoted. */
function checkQuotes(db: Db, faults: string[]): void {
  const quotesOf = db.sql(
    `SELECT q.start, q.end, q.quote FROM quote_rows q JOIN article_rows a ON a.number = q.article
     WHERE a.id = ?`,
  );
  const checked = new Set<string>();
  for (const { article } of keptAnalyses(db)) {
    if (checked.has(article.id)) continue;
    checked.add(article.id);
    for (const { start, end, quote } of quotesOf.all([article.id])) {
      const text = quote as string;
      const last = (end as number | null) ?? (start as number) + text.length;
      if (article.text.slice(start as number, last) === text) continue;
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
