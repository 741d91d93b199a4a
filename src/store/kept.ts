/** What was read, as it is kept: every analysis with its origin, and the notes of what could not be read. */
import type { Analysis, Note } from "../model.ts";
import type { Db, Row } from "./database.ts";

/** The same article from the same place replaces itself; from another place it is kept beside. */
export function keepAnalysis(db: Db, analysis: Analysis): void {
  const { id, origin, outlet } = analysis.article;
  db.sql(
    "INSERT OR REPLACE INTO analyses (article, origin, outlet, analysis) VALUES (?, ?, ?, ?)",
  ).run([id, origin, outlet ?? null, JSON.stringify(analysis)]);
  db.sql("INSERT OR REPLACE INTO meta VALUES ('linked', '0')").run();
}

export function keepNote(db: Db, note: Note): void {
  db.sql("INSERT OR IGNORE INTO notes VALUES (?, ?)").run([note.origin, JSON.stringify(note)]);
  db.sql("INSERT OR REPLACE INTO meta VALUES ('linked', '0')").run();
}

export function* keptAnalyses(db: Db): Generator<Analysis> {
  const rows = db.sql("SELECT analysis FROM analyses ORDER BY article, origin").iterate();
  for (const { analysis } of rows) yield JSON.parse(analysis as string) as Analysis;
}

export function keptNotes(db: Db): Note[] {
  return db
    .sql("SELECT note FROM notes ORDER BY origin, note")
    .all()
    .map(({ note }) => JSON.parse(note as string) as Note);
}

export function isKept(db: Db, article: string, origin: string): boolean {
  const row = db.sql("SELECT 1 FROM analyses WHERE article = ? AND origin = ?");
  return row.get([article, origin]) !== undefined;
}

/** By the id of an article, its origin or the name of an outlet, with their notes. How many went. */
export function forget(db: Db, what: string): number {
  const rows: Row[] = db
    .sql("SELECT article, origin FROM analyses WHERE article = ? OR origin = ? OR outlet = ?")
    .all([what, what, what]);
  for (const { article, origin } of rows) {
    db.sql("DELETE FROM analyses WHERE article = ? AND origin = ?").run([article!, origin!]);
    db.sql("DELETE FROM notes WHERE origin = ?").run([origin!]);
  }
  if (rows.length > 0) db.sql("INSERT OR REPLACE INTO meta VALUES ('linked', '0')").run();
  return rows.length;
}
