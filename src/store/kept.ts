/**
 * What was read, as it is kept: every analysis with its origin, and the notes of what could not be read. Each
 * change counts the generation up, so that a graph that was linked before it is known to be old.
 */
import type { Analysis, Note } from "../model.ts";
import type { Db } from "./database.ts";
import { meta } from "./header.ts";

/** The same article from the same place replaces itself; from another place it is kept beside. */
export function keepAnalysis(db: Db, analysis: Analysis): void {
  const { id, origin, outlet } = analysis.article;
  noteChange(db, id);
  db.sql("INSERT OR REPLACE INTO analyses VALUES (?, ?, ?, ?)").run([
    id,
    origin,
    outlet ?? null,
    JSON.stringify(analysis),
  ]);
  nextGeneration(db);
}

export function keepNote(db: Db, note: Note): void {
  const values = [note.origin, JSON.stringify(note)];
  if (db.sql("SELECT 1 FROM notes WHERE origin = ? AND note = ?").get(values) !== undefined) return;
  db.sql("INSERT INTO notes VALUES (?, ?)").run(values);
  nextGeneration(db);
}

export function* keptAnalyses(db: Db): Generator<Analysis> {
  const rows = db.sql("SELECT analysis FROM analyses ORDER BY article, origin").iterate();
  for (const { analysis } of rows) yield JSON.parse(analysis as string) as Analysis;
}

/** The first in the order of origins: the one that the graph is made of. */
export function keptAnalysis(db: Db, article: string): Analysis | undefined {
  const row = db
    .sql("SELECT analysis FROM analyses WHERE article = ? ORDER BY origin LIMIT 1")
    .get([article]);
  return row === undefined ? undefined : (JSON.parse(row.analysis as string) as Analysis);
}

export function keptNotes(db: Db): Note[] {
  return db
    .sql("SELECT note FROM notes ORDER BY origin, note")
    .all()
    .map(({ note }) => JSON.parse(note as string) as Note);
}

export function isKept(db: Db, article: string, origin: string): boolean {
  const row = db.sql("SELECT 1 AS found FROM analyses WHERE article = ? AND origin = ?");
  return row.get([article, origin]) !== undefined;
}

/** By the id of an article, its origin or the name of an outlet, with their notes. How many went. */
export function dropKept(db: Db, what: string): number {
  const rows = db
    .sql("SELECT article, origin FROM analyses WHERE article = ? OR origin = ? OR outlet = ?")
    .all([what, what, what]);
  for (const { article, origin } of rows) {
    noteChange(db, article as string);
    db.sql("DELETE FROM analyses WHERE article = ? AND origin = ?").run([article!, origin!]);
    db.sql("DELETE FROM notes WHERE origin = ?").run([origin!]);
  }
  if (rows.length > 0) nextGeneration(db);
  return rows.length;
}

/** The analysis that the graph was made of stays until it is made of others. */
function noteChange(db: Db, article: string): void {
  db.sql(
    `INSERT OR IGNORE INTO changes VALUES (?,
       (SELECT analysis FROM analyses WHERE article = ? ORDER BY origin LIMIT 1))`,
  ).run([article, article]);
}

export function generation(db: Db): number {
  return Number(meta(db, "generation") ?? 0);
}

/** Of the analyses that the graph was made of. */
export function linkedGeneration(db: Db): number {
  return Number(meta(db, "linked") ?? 0);
}

export function putMeta(db: Db, name: string, value: string): void {
  db.sql("INSERT OR REPLACE INTO meta VALUES (?, ?)").run([name, value]);
}

function nextGeneration(db: Db): void {
  putMeta(db, "generation", String(generation(db) + 1));
}
