/** What a graph says of itself. */
import type { GraphAttributes } from "../graph/attributes.ts";
import type { Db } from "./database.ts";
import { toArticleRecord } from "./rows.ts";

export function meta(db: Db, name: string): string | undefined {
  return db.sql("SELECT value FROM meta WHERE name = ?").get([name])?.value as string | undefined;
}

/** As `toGraph` orders it. Articles and notes are many in a large store: read each time that they are asked for, never kept. */
export function readHeader(db: Db): GraphAttributes {
  return {
    ...(JSON.parse(meta(db, "header") ?? "{}") as GraphAttributes),
    get articles() {
      return db.sql("SELECT * FROM articles ORDER BY id").all().map(toArticleRecord);
    },
    get notes() {
      return JSON.parse(meta(db, "graph notes") ?? "[]") as GraphAttributes["notes"];
    },
  };
}
