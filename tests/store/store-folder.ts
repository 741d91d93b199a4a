/** A folder for the stores of a test file, and graphs as text to compare them by. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { json } from "../../src/formats/json.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";

/** Gives paths in it; it goes when the tests of the file are done. */
export function storeFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-stores-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

export function graphText(graph: NewsGraph): string {
  return [...json.write(graph)].join("");
}
