/** Every command in docs/recipes.md is run on the small graph of the fixtures, and must find something. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { json } from "../../src/formats/json.ts";
import { toGraph } from "../../src/graph/build.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { dramatis } from "./fake-io.ts";

const folder = mkdtempSync(join(tmpdir(), "dramatis-recipes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const graph = join(folder, "graph.json");
writeFileSync(graph, [...json.write(toGraph(knowledge))].join(""));

const commands = readFileSync(join(import.meta.dirname, "../../docs/recipes.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("    dramatis "))
  .map((line) => line.trim());

test("there are ten recipes and more", () => {
  expect(commands.length).toBeGreaterThanOrEqual(10);
});

test.each(commands)("%s", async (command) => {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain!,
  );
  const args = words.slice(1).map((word) => (word === "graph.json" ? graph : word));
  const { code, out, err } = await dramatis(args);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out.trim()).not.toBe("nothing found");
  expect(out.length).toBeGreaterThan(20);
});
