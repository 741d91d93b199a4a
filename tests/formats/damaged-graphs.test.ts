/** A graph file in which any value was replaced is either read and can be written again, or refused in a sentence. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FORMATS, FormatError, json, readGraph } from "../../src/formats/index.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { runCall } from "../../src/graph/query/calls.ts";
import { createQuery } from "../../src/graph/query/index.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const whole = [...json.write(toGraph(knowledge))].join("");

const REPLACEMENTS: readonly unknown[] = [
  null,
  -1,
  1e300,
  "",
  "x",
  "2023-99-99",
  "__proto__",
  true,
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  "😀".repeat(50),
];

test("any value replaced, any key taken out", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, ...REPLACEMENTS),
      (places, value) => {
        const data: unknown = JSON.parse(whole);
        for (const place of places) damage(data, place, value);
        useIfRead(JSON.stringify(data));
      },
    ),
    { numRuns: 1500, seed: 7 },
  );
});

/** Replaces (or takes out, for `undefined`) one of the values at any depth. */
function damage(data: unknown, place: number, value: unknown): void {
  const holders: [Record<string, unknown>, string][] = [];
  (function walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      holders.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  })(data);
  const [holder, key] = holders[place % holders.length]!;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
}

function useIfRead(text: string): void {
  let graph: NewsGraph;
  try {
    graph = readGraph(text);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    expect((error as Error).message.length).toBeLessThan(400);
    return;
  }
  for (const format of FORMATS) {
    if (format.name === "html") continue; // needs the built viewer, writes the JSON
    if (format.shape === "file") for (const _ of format.write(graph));
    else for (const { chunks } of format.files(graph)) for (const _ of chunks);
  }
  const query = createQuery(graph);
  runCall(query, "events", [], new Map());
  runCall(query, "top", [], new Map([["by", "stories"]]));
  runCall(query, "find", ["x"], new Map());
}

test("a graph whose articles call their reprint group a story, as they did once, is read", () => {
  const old = json.read!(whole.replaceAll('"reprintGroup":', '"story":'));
  expect([...json.write(old)].join("")).toBe(whole);
});
