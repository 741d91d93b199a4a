/** The memory of linking out of its tables, as linking asks for it when articles came or went. */
import type {
  Analysis,
  CountryCode,
  KeptHead,
  KeptPile,
  LinkedArticle,
  LinkedTelling,
  Note,
} from "../model.ts";
import { remembered } from "../text/remembered.ts";
import type { Db, Row } from "./database.ts";
import { keptNotes } from "./kept.ts";
import { unpackRepeated } from "./write-linked.ts";

export function keptPile(db: Db): KeptPile {
  const now = db.sql("SELECT analysis FROM analyses WHERE article = ? ORDER BY origin LIMIT 1");
  const then = db.sql("SELECT before FROM changes WHERE article = ?");
  const textNow = (article: string): string | undefined =>
    now.get([article])?.analysis as string | undefined;
  /** Null for one that is new. */
  const textBefore = (article: string): string | null | undefined => {
    const row = then.get([article]);
    return row === undefined ? textNow(article) : (row.before as string | null);
  };
  const parse = (text: string | null | undefined): Analysis | undefined =>
    text === null || text === undefined ? undefined : (JSON.parse(text) as Analysis);
  const numberOf = remembered(
    (article) =>
      db.sql("SELECT number FROM article_rows WHERE id = ?").get([article])!.number as number,
  );
  const tellings = (where: string, value: string | number): LinkedTelling[] =>
    db.sql(`${TELLINGS} WHERE ${where} ORDER BY a.id, t.event`).all([value]).map(toTelling);
  return {
    changed: db
      .sql("SELECT article FROM changes ORDER BY article")
      .all()
      .map(({ article }) => article as string)
      .filter((article) => (textNow(article) ?? null) !== (textBefore(article) ?? null)),
    notes: keptNotes(db),
    copies: copies(db),
    notesOnArticles: () =>
      new Map(
        db
          .sql(
            `SELECT a.id, l.notes FROM linked_articles l JOIN article_rows a ON a.number = l.article
             WHERE l.notes <> '[]'`,
          )
          .all()
          .map(({ id, notes }) => [id as string, JSON.parse(notes as string) as Note[]]),
      ),
    analysis: (article) => parse(textNow(article)),
    text: (article) =>
      db
        .sql(
          `SELECT json_extract(analysis, '$.article.text') AS text FROM analyses WHERE article = ?
           ORDER BY origin LIMIT 1`,
        )
        .get([article])!.text as string,
    analysisBefore: (article) => parse(textBefore(article)),
    *articles() {
      for (const rows of pages(db, ARTICLES_AFTER)) {
        for (const row of rows) {
          yield {
            article: toLinkedArticle(row),
            chains: JSON.parse(row.chains as string) as number[],
          };
        }
      }
    },
    *lines() {
      for (const rows of pages(db, LINES_AFTER)) {
        for (const { number, line } of rows) {
          yield { number: number as number, line: line as string };
        }
      }
    },
    details(article) {
      const row = db
        .sql("SELECT entities FROM linked_details WHERE article = ?")
        .get([numberOf(article)])!;
      return { cast: JSON.parse(row.entities as string) };
    },
    record: (article) =>
      db.sql("SELECT record FROM linked_details WHERE article = ?").get([numberOf(article)])!
        .record as Uint8Array,
    silentAmong: (articles) =>
      db
        .sql(`SELECT DISTINCT a.id FROM ${AMONG} AND t.names_nobody = 1`)
        .all([JSON.stringify(articles)])
        .map(({ id }) => id as string),
    silentDays: (articles) =>
      db
        .sql(
          `SELECT day_key AS day FROM (SELECT DISTINCT t.day_key FROM ${AMONG} AND t.day_key <> 0) d
           WHERE EXISTS (SELECT 1 FROM tellings s WHERE s.day_key = d.day_key AND s.names_nobody = 1)`,
        )
        .all([JSON.stringify(articles)])
        .map(({ day }) => day as number),
    articlesIn: (countries) => articlesIn(db, countries),
    head(id) {
      const row = db.sql(HEAD).get([id]);
      return row === undefined ? undefined : toKeptHead(row);
    },
    block: (id) => db.sql("SELECT counts FROM blocks WHERE id = ?").get([id])!.counts as string,
    blockIds: () =>
      db
        .sql("SELECT id FROM blocks ORDER BY id")
        .all()
        .map(({ id }) => id as string),
    tellingsOfArticle: (article) => tellings("t.article = ?", numberOf(article)),
    tellingsOfEvent: (id) => tellings("t.node = (SELECT number FROM node_rows WHERE id = ?)", id),
    countTellings: (events) =>
      new Map(
        db
          .sql(
            `SELECT n.id, count(*) AS count FROM json_each(?) j JOIN node_rows n ON n.id = j.value
             JOIN tellings t ON t.node = n.number GROUP BY n.number`,
          )
          .all([JSON.stringify(events)])
          .map(({ id, count }) => [id as string, count as number]),
      ),
    tellingsOfDay: (dayKey) => tellings("t.day_key = ? AND t.day_key <> 0", dayKey),
  };
}

function copies(db: Db): { origin: string; of: string }[] {
  const rows = db.sql(
    `SELECT c.origin, c.first FROM (
       SELECT article, origin, min(origin) OVER (PARTITION BY article) AS first FROM analyses) c
     WHERE c.origin <> c.first ORDER BY c.article, c.origin`,
  );
  return rows.all().map(({ origin, first }) => ({ origin: origin as string, of: first as string }));
}

/** Many rows in one answer: one by one they take twice as long. `question` asks for those whose `number` is greater, in its order. */
function* pages(db: Db, question: string): Generator<readonly Row[]> {
  const after = (number: number): Row[] => db.sql(question).all([number]);
  for (let rows = after(-1); rows.length > 0; rows = after(rows.at(-1)!.number as number)) {
    yield rows;
  }
}

const LINES_AFTER =
  "SELECT number, line FROM chain_lines WHERE number > ? ORDER BY number LIMIT 4096";

/** A day as text: of numbers that are not whole there are none in an answer of many rows. */
const ARTICLES_AFTER = `SELECT l.article AS number, a.id, a.outlet, a.reprint_group, CAST(l.day AS TEXT) AS day, l.block, l.story, l.canonical, l.repeated, l.cast_hash, l.chains
  FROM linked_articles l JOIN article_rows a ON a.number = l.article WHERE l.article > ? ORDER BY l.article LIMIT 1024`;

function toLinkedArticle(row: Row): LinkedArticle {
  const repeated = row.repeated as string;
  return {
    id: row.id as string,
    ...(row.outlet === null ? {} : { outlet: row.outlet as string }),
    ...(row.day === null ? {} : { day: Number(row.day) }),
    block: row.block as string,
    story: row.story as string,
    reprint: row.reprint_group as string,
    isCanonical: row.canonical === 1,
    ...(repeated === "" ? NEVER_REPEATED : unpackRepeated(repeated)),
    castHash: row.cast_hash as number,
  };
}

const NEVER_REPEATED = { repeated: [], prints: [] };

/** Tellings `t` of the articles `a` whose ids are listed. */
const AMONG = `json_each(?) j JOIN article_rows a ON a.id = j.value JOIN tellings t ON t.article = a.number
  WHERE true`;

const HEAD = `SELECT n.id, n.name, t.country, t.unnamed, h.whole FROM node_rows n
  JOIN heads h ON h.node = n.number JOIN traits t ON t.number = n.traits WHERE n.id = ?`;

function toKeptHead({ id, name, country, unnamed, whole }: Row): KeptHead {
  return {
    ...{ id: id as string, name: name as string, whole: whole as number },
    ...(country === null ? {} : { country: country as string }),
    ...(unnamed === null ? {} : { unnamed: unnamed === 1 }),
  };
}

const TELLINGS = `SELECT a.id AS article, t.event, n.id, t.day_key, t.names_nobody, t.cluster
  FROM tellings t JOIN article_rows a ON a.number = t.article JOIN node_rows n ON n.number = t.node`;

function toTelling(row: Row): LinkedTelling {
  const article = row.article as string;
  const event = row.event as number;
  return {
    article,
    event,
    id: row.id as string,
    cluster: (row.cluster as string | null) ?? `${article} ${event}`,
    dayKey: row.day_key as number,
    namesNobody: row.names_nobody === 1,
  };
}

function articlesIn(db: Db, countries: readonly CountryCode[]): string[] {
  const found = db.sql(
    `SELECT a.id FROM linked_articles l JOIN article_rows a ON a.number = l.article
     WHERE instr(l.countries, ?) > 0`,
  );
  return countries.flatMap((country) => found.all([`|${country}|`]).map(({ id }) => id as string));
}
