/** Every question in docs/store.md is asked of the small graph of the fixtures, and must find something. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, expect, test } from "vitest";
import { toGraph } from "../../src/graph/build.ts";
import { writeStore } from "../../src/store/index.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { storeFolder } from "./store-folder.ts";

const path = storeFolder()("graph.db");
writeStore(toGraph(knowledge), path);
const database = new Database(path);
afterAll(() => database.close());

const docs = readFileSync(join(import.meta.dirname, "../../docs/store.md"), "utf8");
const questions = [...docs.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql!);

test("there are questions", () => expect(questions.length).toBeGreaterThanOrEqual(8));

test.each(questions)("%s", (sql) => {
  expect(database.prepare(sql).all().length).toBeGreaterThan(0);
});

test("every table and view is described", () => {
  const names = database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%search_%'",
    )
    .all() as { name: string }[];
  expect(names.map(({ name }) => name).filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
});
