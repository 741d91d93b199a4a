/**
 * The tables, described for those who ask them in SQL in docs/store.md. What was read (`analyses`, `notes`) is
 * kept; everything else is made of it by linking and is replaced as a whole.
 *
 * `adjacency` holds each edge at both of its ends, clustered by node and weight: the neighbors of a node lie
 * next to each other on disk, strongest first.
 */
export const STORE_VERSION = 2;

/** In the head of the file, `drms`: tells it from other SQLite files. */
export const APPLICATION_ID = 0x64726d73;

export const KEPT_TABLES = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE analyses (
  article TEXT NOT NULL, origin TEXT NOT NULL, outlet TEXT, analysis TEXT NOT NULL,
  PRIMARY KEY (article, origin)
);
CREATE TABLE notes (origin TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (origin, note)) WITHOUT ROWID;
`;

export const GRAPH_TABLES = `
CREATE TABLE articles (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL, published TEXT, outlet TEXT,
  agency TEXT, url TEXT, source_id TEXT, story TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE nodes (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  country TEXT, unnamed INTEGER, act TEXT, plover TEXT, mode TEXT, contexts TEXT, status TEXT, polarity TEXT,
  told TEXT, from_day TEXT, to_day TEXT, precision TEXT, basis TEXT, stories INTEGER NOT NULL,
  first TEXT, last TEXT, begins TEXT, ends TEXT, sentences INTEGER NOT NULL, edges INTEGER NOT NULL,
  neighbors INTEGER NOT NULL, pagerank REAL NOT NULL, betweenness REAL NOT NULL, x REAL, y REAL,
  former_ids TEXT
);
CREATE TABLE former_ids (id TEXT PRIMARY KEY, node INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (
  number INTEGER PRIMARY KEY, node INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
  folded TEXT, is_alias INTEGER NOT NULL
);
CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL, letters INTEGER NOT NULL);
CREATE TABLE name_words (word INTEGER, alias INTEGER, PRIMARY KEY (word, alias)) WITHOUT ROWID;
CREATE TABLE edges (
  number INTEGER PRIMARY KEY, id TEXT, source INTEGER NOT NULL, target INTEGER NOT NULL,
  kind TEXT NOT NULL, weight INTEGER NOT NULL, first TEXT, last TEXT, title TEXT, former INTEGER,
  stance TEXT, quoted INTEGER, sentences INTEGER NOT NULL
);
CREATE TABLE adjacency (
  node INTEGER, weight INTEGER, edge INTEGER, other INTEGER NOT NULL,
  PRIMARY KEY (node, weight DESC, edge)
) WITHOUT ROWID;
CREATE TABLE quotes (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  quote TEXT NOT NULL, kind TEXT NOT NULL, published TEXT
);
CREATE TABLE evidence (
  owner INTEGER, position INTEGER, quote INTEGER NOT NULL, rule TEXT NOT NULL, status TEXT,
  polarity TEXT, copies TEXT, PRIMARY KEY (owner, position)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE name_search USING fts5(
  name, content='aliases', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_search USING fts5(
  quote, content='quotes', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIEW edge_list AS
  SELECT a.id AS source, e.kind, b.id AS target, e.weight, e.first, e.last, e.title, e.former,
    e.stance, e.quoted, e.sentences, e.number
  FROM edges e JOIN nodes a ON a.number = e.source JOIN nodes b ON b.number = e.target;
CREATE VIEW node_evidence AS
  SELECT n.id AS node, q.quote, q.article, q.start, q.end, q.published, v.rule, v.status
  FROM nodes n JOIN evidence v ON v.owner = n.number JOIN quotes q ON q.number = v.quote;
CREATE VIEW edge_evidence AS
  SELECT e.number AS edge, q.quote, q.article, q.start, q.end, q.published, v.rule, v.status
  FROM edges e JOIN evidence v ON v.owner = -e.number JOIN quotes q ON q.number = v.quote;
`;

/** Made after the rows: filling a table with its indexes takes twice as long. */
export const GRAPH_INDEXES = `
CREATE UNIQUE INDEX nodes_by_id ON nodes (id);
CREATE INDEX events_by_day ON nodes (coalesce(begins, '9999-12-31'), id) WHERE kind = 'event';
CREATE INDEX nodes_by_stories ON nodes (stories DESC, id);
CREATE INDEX aliases_by_node ON aliases (node, position);
CREATE INDEX aliases_by_name ON aliases (folded) WHERE folded IS NOT NULL;
CREATE UNIQUE INDEX words_by_text ON words (word);
CREATE INDEX quotes_by_article ON quotes (article);
CREATE INDEX edges_by_id ON edges (id) WHERE id IS NOT NULL;
INSERT INTO name_search(name_search) VALUES ('rebuild');
INSERT INTO quote_search(quote_search) VALUES ('rebuild');
`;

export const DROP_GRAPH = `
DROP VIEW IF EXISTS edge_list; DROP VIEW IF EXISTS node_evidence; DROP VIEW IF EXISTS edge_evidence;
${[
  "articles",
  "nodes",
  "former_ids",
  "name_search",
  "quote_search",
  "aliases",
  "words",
  "name_words",
  "edges",
  "adjacency",
  "quotes",
  "evidence",
]
  .map((table) => `DROP TABLE IF EXISTS ${table};`)
  .join("\n")}
`;
