/** What linking keeps in a store to go on from, against the graph that was made with it: an addition would carry a fault on. */
import { namedHash } from "../text/head-hash.ts";
import type { Db, Row } from "./database.ts";
import { generation, linkedGeneration } from "./kept.ts";
import { isMemoryKept } from "./memory.ts";
import { EVENT_TERM } from "./schema.ts";

interface Check {
  /** Rows are faults. */
  readonly query: string;
  readonly tell: (row: Row) => string;
}

const CHECKS: readonly Check[] = [
  {
    query: `SELECT a.id FROM article_rows a LEFT JOIN linked_articles l ON l.article = a.number
      LEFT JOIN linked_details d ON d.article = a.number
      WHERE a.title IS NOT NULL AND (l.article IS NULL OR d.article IS NULL)`,
    tell: ({ id }) => `article ${id}: linking has kept nothing of it`,
  },
  {
    query: `SELECT l.article, a.id FROM linked_articles l LEFT JOIN article_rows a ON a.number = l.article
      WHERE a.title IS NULL`,
    tell: ({ article, id }) =>
      `linked article ${id ?? `number ${article}`}: it is not among the articles of the graph`,
  },
  {
    query: `SELECT l.article FROM linked_details l LEFT JOIN linked_articles o ON o.article = l.article
      WHERE o.article IS NULL`,
    tell: ({ article }) =>
      `details of article number ${article}: linking has kept nothing else of it`,
  },
  {
    query: `SELECT a.id, l.story FROM linked_articles l JOIN article_rows a ON a.number = l.article
      LEFT JOIN article_rows s ON s.id = l.story WHERE s.title IS NULL`,
    tell: ({ id, story }) => `linked article ${id}: its story ${story} is not an article`,
  },
  {
    query: `SELECT a.id, l.block FROM linked_articles l JOIN article_rows a ON a.number = l.article
      LEFT JOIN blocks b ON b.id = l.block WHERE b.id IS NULL`,
    tell: ({ id, block }) => `linked article ${id}: there is no block of days ${block}`,
  },
  {
    query: `SELECT b.id FROM blocks b LEFT JOIN linked_articles l ON l.block = b.id WHERE l.article IS NULL`,
    tell: ({ id }) => `block of days ${id}: no article is in it`,
  },
  {
    query: `SELECT DISTINCT a.id, c.value AS entity FROM linked_details l JOIN article_rows a ON a.number = l.article
      JOIN json_each(l.entities) chain JOIN json_each(chain.value) c
      LEFT JOIN node_rows n ON n.id = c.value WHERE n.id IS NULL`,
    tell: ({ id, entity }) => `linked article ${id}: ${entity}, of its cast, is not a node`,
  },
  {
    query: `SELECT DISTINCT a.id FROM linked_articles l JOIN article_rows a ON a.number = l.article
      JOIN json_each(l.chains) c LEFT JOIN chain_lines s ON s.number = c.value WHERE s.number IS NULL`,
    tell: ({ id }) => `linked article ${id}: what one of its chains says is not kept`,
  },
  {
    query: `SELECT number FROM chain_lines
      WHERE number NOT IN (SELECT c.value FROM linked_articles l JOIN json_each(l.chains) c)`,
    tell: ({ number }) => `line ${number} of chains: no article has it`,
  },
  {
    query: `SELECT t.article, t.event FROM tellings t
      LEFT JOIN linked_articles l ON l.article = t.article WHERE l.article IS NULL`,
    tell: ({ article, event }) =>
      `telling ${event} of article number ${article}: linking has kept nothing of the article`,
  },
  {
    query: `SELECT a.id, t.event FROM tellings t JOIN article_rows a ON a.number = t.article
      LEFT JOIN node_rows n ON n.number = t.node AND n.kind = ${EVENT_TERM} WHERE n.id IS NULL`,
    tell: ({ id, event }) => `telling ${event} of article ${id}: what it tells is not an event`,
  },
  {
    query: `SELECT n.id FROM node_rows n LEFT JOIN tellings t ON t.node = n.number
      WHERE n.kind = ${EVENT_TERM} AND t.node IS NULL`,
    tell: ({ id }) => `node ${id}: no telling of it is kept`,
  },
  {
    query: `SELECT t.cluster FROM tellings t WHERE t.cluster IS NOT NULL
      GROUP BY t.cluster HAVING count(DISTINCT t.node) > 1`,
    tell: ({ cluster }) =>
      `tellings ${cluster}: they are one by their story, and told of two events`,
  },
  {
    query: `SELECT h.node FROM heads h LEFT JOIN node_rows n ON n.number = h.node AND n.kind <> ${EVENT_TERM}
      WHERE n.id IS NULL`,
    tell: ({ node }) => `hashes of node number ${node}: it is not an entity`,
  },
];

export function checkLinked(db: Db, faults: string[]): void {
  if (!isMemoryKept(db)) return;
  for (const { query, tell } of CHECKS) {
    for (const row of db.sql(query).iterate()) faults.push(tell(row));
  }
  checkHeads(db, faults);
  if (generation(db) !== linkedGeneration(db)) return;
  for (const { article } of db.sql("SELECT article FROM changes").iterate()) {
    faults.push(`article ${article}: it is noted as changed, and the graph shows it`);
  }
}

/** Of every entity, and of what it is now. */
function checkHeads(db: Db, faults: string[]): void {
  const rows = db.sql(
    `SELECT n.id, k.term AS kind, n.name, t.country, t.unnamed, h.named FROM node_rows n
     JOIN terms k ON k.number = n.kind JOIN traits t ON t.number = n.traits LEFT JOIN heads h ON h.node = n.number
     WHERE n.kind <> ${EVENT_TERM}`,
  );
  for (const { id, kind, name, country, unnamed, named } of rows.iterate()) {
    const hash = namedHash({
      kind: kind as never,
      name: name as string,
      ...(country === null ? {} : { country: country as string }),
      ...(unnamed === null ? {} : { unnamed: unnamed === 1 }),
    });
    if (named === null) faults.push(`node ${id}: linking has kept no hashes of it`);
    else if (named !== hash) faults.push(`node ${id}: it is not as linking has kept it`);
  }
}
