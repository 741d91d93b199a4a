/**
 * The tables, described for those who ask them in SQL in docs/store.md. What was read (`analyses`, `notes`) is kept; everything else is
 * made of it by linking. People ask the views (`nodes`, `edges`, ...), in which words and days are written out. The tables below them are
 * packed, because a store holds millions of rows: words that return are numbers of `terms`, days are numbers since 1970, a sentence stands once.
 *
 * Nodes are numbered in the order of their ids, with gaps for those to come, so that numbers may be compared for ids. `edge_rows` is clustered by source
 * and weight, its index by target and weight; an edge at an event has the days and the sentences of the event, unless it has a `proof` of its own.
 * `adjacency` holds the edges of a node at both of their ends again, packed: a walk past a crowded node reads a few rows and not a hundred thousand.
 */
/** To be raised with any change of the statements below: `check-schema.ts` takes no other. */
export const STORE_VERSION = 10;

/** In the head of the file, `drms`: tells it from other SQLite files. */
export const APPLICATION_ID = 0x64726d73;

/** Distance between the numbers of two neighbors when all nodes are written at once. */
export const NUMBER_GAP = 4;

/** The least and the most of it in a store that articles are added to. */
const GROWING_GAPS = { least: 16, most: 1024 };

/** All numbers are below, as far as the least gap allows: so long they take four bytes, and with the position of a name six. */
const MOST_NUMBER = 2 ** 30;

/** The same in a store that articles are added to, of so many nodes: all between two neighbors must find a number, or everything is written anew. */
export function growingGap(nodes: number): number {
  const { least, most } = GROWING_GAPS;
  const widest = 2 ** Math.floor(Math.log2(MOST_NUMBER / (nodes + 1)));
  return Math.min(most, Math.max(least, widest));
}

/** The number of the term `event`. */
export const EVENT_TERM = 1;

export const KEPT_TABLES = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE analyses (
  article TEXT NOT NULL, origin TEXT NOT NULL, outlet TEXT, analysis TEXT NOT NULL,
  PRIMARY KEY (article, origin)
);
CREATE TABLE notes (origin TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (origin, note)) WITHOUT ROWID;
CREATE TABLE changes (article TEXT PRIMARY KEY, before TEXT);
`;

const TABLES: Readonly<Record<string, string>> = {
  terms: "(number INTEGER PRIMARY KEY, term TEXT NOT NULL)",
  traits: `(number INTEGER PRIMARY KEY, country TEXT, unnamed INTEGER, act TEXT, plover TEXT, mode TEXT,
    contexts TEXT, status TEXT, polarity TEXT, precision TEXT, basis TEXT)`,
  sorts: `(number INTEGER PRIMARY KEY, kind TEXT NOT NULL, title TEXT, former INTEGER, stance TEXT,
    quoted INTEGER, id TEXT, source TEXT, target TEXT)`,
  manners: `(number INTEGER PRIMARY KEY, rule TEXT NOT NULL, status TEXT, polarity TEXT, copies TEXT)`,
  article_rows: `(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, origin TEXT,
    published TEXT, outlet TEXT, agency TEXT, url TEXT, source_id TEXT, reprint_group TEXT)`,
  node_rows: `(number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind INTEGER NOT NULL, traits INTEGER NOT NULL,
    name TEXT NOT NULL, from_day INTEGER, to_day INTEGER, stories INTEGER NOT NULL, first INTEGER, last INTEGER,
    sentences INTEGER NOT NULL)`,
  extras: "(node INTEGER PRIMARY KEY, told TEXT, former_ids TEXT, merged TEXT, x REAL, y REAL)",
  ranks: `(node INTEGER PRIMARY KEY, edges INTEGER NOT NULL, neighbors INTEGER NOT NULL, pagerank REAL NOT NULL,
    betweenness REAL NOT NULL)`,
  former_ids: "(id TEXT, node INTEGER, PRIMARY KEY (id, node)) WITHOUT ROWID",
  alias_rows: `(node INTEGER, position INTEGER, name TEXT NOT NULL, PRIMARY KEY (node, position))
    WITHOUT ROWID`,
  name_keys: "(hash INTEGER, entry INTEGER, PRIMARY KEY (hash, entry)) WITHOUT ROWID",
  words: "(number INTEGER PRIMARY KEY, word TEXT NOT NULL, letters INTEGER NOT NULL)",
  postings: "(word INTEGER PRIMARY KEY, entries BLOB NOT NULL)",
  edge_rows: `(source INTEGER, weight INTEGER, target INTEGER, sort INTEGER, proof INTEGER,
    PRIMARY KEY (source, weight DESC, target, sort)) WITHOUT ROWID`,
  edge_facts:
    "(proof INTEGER PRIMARY KEY, first INTEGER, last INTEGER, sentences INTEGER NOT NULL)",
  adjacency:
    "(node INTEGER, part INTEGER, edges BLOB NOT NULL, PRIMARY KEY (node, part)) WITHOUT ROWID",
  quote_rows: `(number INTEGER PRIMARY KEY, article INTEGER NOT NULL, start INTEGER NOT NULL,
    quote TEXT NOT NULL, kind INTEGER NOT NULL, end INTEGER, published TEXT)`,
  node_proofs: `(owner INTEGER, part INTEGER, quotes TEXT NOT NULL, manners NUMERIC NOT NULL, PRIMARY KEY (owner, part))
    WITHOUT ROWID`,
  edge_proofs: `(owner INTEGER, part INTEGER, quotes TEXT NOT NULL, manners NUMERIC NOT NULL, PRIMARY KEY (owner, part))
    WITHOUT ROWID`,
  // The memory of linking (`LinkedPile` of the model).
  linked_articles: `(article INTEGER PRIMARY KEY, day REAL, block TEXT NOT NULL, story TEXT NOT NULL, canonical INTEGER NOT NULL,
    repeated TEXT NOT NULL, cast_hash INTEGER NOT NULL, chains TEXT NOT NULL, countries TEXT NOT NULL, notes TEXT NOT NULL)`,
  // What is read of few articles at a time: beside the others it would be passed over, ten kilobytes an article, by each addition.
  linked_details: "(article INTEGER PRIMARY KEY, entities TEXT NOT NULL, record BLOB NOT NULL)",
  // What chains of any article say the same of; `chains` of an article are numbers of them.
  chain_lines: "(number INTEGER PRIMARY KEY, line TEXT NOT NULL)",
  tellings: `(article INTEGER, event INTEGER, node INTEGER NOT NULL, day_key INTEGER NOT NULL, names_nobody INTEGER NOT NULL,
    cluster TEXT, PRIMARY KEY (article, event)) WITHOUT ROWID`,
  heads: "(node INTEGER PRIMARY KEY, whole INTEGER NOT NULL, named INTEGER NOT NULL)",
  blocks: "(id TEXT PRIMARY KEY, counts TEXT NOT NULL)",
};

const day = (column: string): string =>
  `CASE typeof(${column}) WHEN 'integer' THEN date(${column} * 86400, 'unixepoch') ELSE ltrim(${column}, '=') END`;
const term = (column: string): string => `(SELECT term FROM terms WHERE number = ${column})`;
const QUOTED = `q.quote, a.id AS article, q.start, coalesce(q.end, q.start + length(q.quote)) AS end,
    coalesce(q.published, a.published) AS published, m.rule, m.status`;
/** The sentences of an owner: the list in each of its rows, with the manner that all of them or each of them has. */
const quoted = (proofs: string, owner: string): string =>
  `${proofs} v JOIN json_each(v.quotes) l JOIN quote_rows q ON q.number = l.value
    JOIN article_rows a ON a.number = q.article JOIN manners m ON m.number =
      CASE typeof(v.manners) WHEN 'text' THEN json_extract(v.manners, '$[' || l.key || ']') ELSE v.manners END
    WHERE v.owner = ${owner}`;
/** The end of an edge whose sentences and days an edge without its own has. */
const EVENT_END = "CASE WHEN substr(y.id, 1, 6) = 'event:' THEN y.number ELSE x.number END";
const FIRST_DAY = "coalesce(n.from_day, n.to_day, n.first)";
const LAST_DAY = "coalesce(n.to_day, n.from_day, n.last)";

const VIEWS: Readonly<Record<string, string>> = {
  articles: `SELECT id, title, origin, published, outlet, agency, url, source_id, reprint_group
    FROM article_rows WHERE title IS NOT NULL`,
  nodes: `SELECT n.number, n.id, ${term("n.kind")} AS kind, n.name, t.country, t.unnamed, t.act, t.plover, t.mode,
    t.contexts, t.status, t.polarity, ${day("n.from_day")} AS from_day, ${day("n.to_day")} AS to_day, t.precision,
    t.basis, n.stories, ${day("n.first")} AS first, ${day("n.last")} AS last, ${day(FIRST_DAY)} AS begins,
    ${day(LAST_DAY)} AS ends, n.sentences, r.edges, r.neighbors, r.pagerank, r.betweenness, z.x, z.y
    FROM node_rows n JOIN traits t ON t.number = n.traits LEFT JOIN ranks r ON r.node = n.number
    LEFT JOIN extras z ON z.node = n.number`,
  aliases: `SELECT number AS node, 0 AS position, name FROM node_rows
    UNION ALL SELECT node, position, name FROM alias_rows`,
  // [[number of the reason, what, article?], ...]
  merges: `SELECT z.node, json_extract(m.value, '$[1]') AS what, ${term("json_extract(m.value, '$[0]')")} AS reason,
    json_extract(m.value, '$[2]') AS article FROM extras z, json_each(z.merged) m`,
  edges: `SELECT e.source, s.kind, e.target, e.weight,
    ${day("iif(e.proof IS NULL, v.first, f.first)")} AS first, ${day("iif(e.proof IS NULL, v.last, f.last)")} AS last,
    s.title, s.former, s.stance, s.quoted, iif(e.proof IS NULL, v.sentences, f.sentences) AS sentences, e.sort, e.proof
    FROM edge_rows e JOIN sorts s ON s.number = e.sort LEFT JOIN edge_facts f ON f.proof = e.proof
    LEFT JOIN node_rows x ON x.number = e.source LEFT JOIN node_rows y ON y.number = e.target
    LEFT JOIN node_rows v ON v.number = ${EVENT_END}`,
  edge_list: `SELECT a.id AS source, e.kind, b.id AS target, e.weight, e.first, e.last, e.title, e.former,
    e.stance, e.quoted, e.sentences
    FROM edges e JOIN node_rows a ON a.number = e.source JOIN node_rows b ON b.number = e.target`,
  ends: `SELECT source AS node, weight, target AS other, sort, 1 AS leaves FROM edge_rows
    UNION ALL SELECT target, weight, source, sort, 0 FROM edge_rows`,
  quotes: `SELECT q.number, a.id AS article, q.start, coalesce(q.end, q.start + length(q.quote)) AS end, q.quote,
    ${term("q.kind")} AS kind, coalesce(q.published, a.published) AS published
    FROM quote_rows q JOIN article_rows a ON a.number = q.article`,
  node_evidence: `SELECT n.id AS node, ${QUOTED} FROM node_rows n JOIN ${quoted("node_proofs", "n.number")}`,
  edge_evidence: `SELECT x.id AS source, s.kind, y.id AS target, ${QUOTED}
    FROM edge_rows e JOIN sorts s ON s.number = e.sort JOIN node_rows x ON x.number = e.source
    JOIN node_rows y ON y.number = e.target JOIN ${quoted("edge_proofs", "e.proof")}
    UNION ALL SELECT x.id, s.kind, y.id, ${QUOTED}
    FROM edge_rows e JOIN sorts s ON s.number = e.sort JOIN node_rows x ON x.number = e.source
    JOIN node_rows y ON y.number = e.target JOIN ${quoted("node_proofs", EVENT_END)} AND e.proof IS NULL`,
  node_names: `SELECT n.number, n.name || coalesce((SELECT char(10) || group_concat(a.name, char(10))
    FROM alias_rows a WHERE a.node = n.number), '') AS names FROM node_rows n WHERE n.kind <> ${EVENT_TERM}`,
};

const SEARCHES = `
CREATE VIRTUAL TABLE name_search USING fts5(
  names, content='node_names', content_rowid='number', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_search USING fts5(
  quote, content='quote_rows', content_rowid='number', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
`;

export const GRAPH_TABLES = [
  ...Object.entries(TABLES).map(([name, columns]) => `CREATE TABLE ${name} ${columns};`),
  ...Object.entries(VIEWS).map(([name, query]) => `CREATE VIEW ${name} AS ${query};`),
  SEARCHES,
].join("\n");

/** When an article was published, as it is sorted by: those without a day come last. */
export function articleDay(published: string): string {
  return `coalesce(nullif(${published}, ''), '9999')`;
}

/**
 * Made after the rows: filling a table with its indexes takes twice as long. SQLite sorts as much at once as its cache may hold: 2 MB stay in those of
 * the processor, where 32 took a quarter longer. Words of sentences, though, are merged the less the more of them are put down at once.
 */
export const GRAPH_INDEXES = `
PRAGMA cache_size = -2048;
CREATE UNIQUE INDEX nodes_by_id ON node_rows (id);
CREATE INDEX events_by_day ON node_rows (coalesce(from_day, to_day, first, 2932896), coalesce(to_day, from_day, last)) WHERE kind = ${EVENT_TERM};
CREATE INDEX nodes_by_stories ON node_rows (stories DESC, number);
CREATE INDEX sorts_by_id ON sorts (id) WHERE id IS NOT NULL;
CREATE INDEX edges_by_target ON edge_rows (target, weight DESC);
CREATE UNIQUE INDEX words_by_text ON words (word);
CREATE INDEX words_by_length ON words (letters, word);
CREATE INDEX quotes_by_article ON quote_rows (article, start);
CREATE INDEX quotes_with_days ON quote_rows (number) WHERE published IS NOT NULL;
CREATE UNIQUE INDEX articles_by_day ON article_rows (${articleDay("published")}, id);
CREATE UNIQUE INDEX terms_by_text ON terms (term);
CREATE INDEX tellings_by_node ON tellings (node);
CREATE INDEX tellings_by_day ON tellings (day_key) WHERE day_key <> 0;
CREATE INDEX tellings_that_name_nobody ON tellings (day_key) WHERE names_nobody = 1;
INSERT INTO name_search(name_search) VALUES ('rebuild');
INSERT INTO quote_search(quote_search, rank) VALUES ('hashsize', 16777216);
INSERT INTO quote_search(quote_search) VALUES ('rebuild');
INSERT INTO quote_search(quote_search, rank) VALUES ('hashsize', 1048576);
`;

export const DROP_GRAPH = [
  ...Object.keys(VIEWS).map((name) => `DROP VIEW IF EXISTS ${name};`),
  "DROP TABLE IF EXISTS name_search; DROP TABLE IF EXISTS quote_search;",
  ...Object.keys(TABLES).map((name) => `DROP TABLE IF EXISTS ${name};`),
].join("\n");
