/**
 * Programs of other makers read what we write, plain and hostile, and must find the same nodes, edges and
 * attributes.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import cytoscape from "cytoscape";
import Graph, { MultiDirectedGraph } from "graphology";
import gexfReader from "graphology-gexf";
import graphmlReader from "graphology-graphml";
import { Parser } from "n3";
import { describe, expect, test } from "vitest";
import { formatNamed } from "../../src/formats/index.ts";
import { cleanXml } from "../../src/formats/xml.ts";
import { withArticleNodes } from "../../src/graph/article-nodes.ts";
import type { NewsGraph } from "../../src/graph/attributes.ts";
import { toGraph } from "../../src/graph/build.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { hostileGraph } from "./hostile.ts";

const graphs: readonly (readonly [string, NewsGraph])[] = [
  ["a plain graph", toGraph(knowledge)],
  ["a hostile graph", hostileGraph()],
  ["a graph with its articles", withArticleNodes(toGraph(knowledge))],
];

function write(name: string, graph: NewsGraph): string {
  const format = formatNamed(name)!;
  if (format.shape !== "file") throw new Error(`${name} is a folder`);
  return [...format.write(graph)].join("");
}

function table(name: string, file: string, graph: NewsGraph): string {
  const format = formatNamed(name)!;
  if (format.shape !== "folder") throw new Error(`${name} is a file`);
  for (const { path, chunks } of format.files(graph))
    if (path === file) return [...chunks].join("");
  throw new Error(`${name} has no ${file}`);
}

const sorted = (items: readonly string[]): string[] => [...items].sort();

describe.each(graphs)("%s", (_, graph) => {
  const names = sorted(graph.mapNodes((_id, { name }) => cleanXml(name)));
  const weights = graph.mapEdges((_id, { kind, weight }) => `${kind} ${weight}`).sort();

  test("JSON fits the schema that is shipped", () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../data/schema/graph.schema.json"), "utf8"),
    );
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);
    const isValid = validate(JSON.parse(write("json", graph)));
    expect(validate.errors).toBeNull();
    expect(isValid).toBe(true);
  });

  test("graphology imports the JSON as it is", () => {
    const read = MultiDirectedGraph.from(JSON.parse(write("json", graph)));
    expect([read.order, read.size]).toEqual([graph.order, graph.size]);
    expect(read.export()).toEqual(graph.export());
  });

  test("graphology-gexf reads GEXF 1.3", () => {
    const read = gexfReader.parse(Graph, write("gexf", graph), { allowUndeclaredAttributes: true });
    expect([read.order, read.size]).toEqual([graph.order, graph.size]);
    expect(sorted(read.mapNodes((_id, { name }) => name))).toEqual(names);
    expect(
      sorted(read.mapEdges((_id, { label, weight }) => `${String(label).split(":")[0]} ${weight}`)),
    ).toEqual(weights);
    expect(
      read.everyNode(
        (_id, { x, y, color }) => Number.isFinite(x) && Number.isFinite(y) && color !== undefined,
      ),
    ).toBe(true);
  });

  test("graphology-graphml reads GraphML", () => {
    const read = graphmlReader.parse(MultiDirectedGraph, write("graphml", graph));
    expect([read.order, read.size]).toEqual([graph.order, graph.size]);
    expect(sorted(read.mapNodes((_id, { name }) => name))).toEqual(names);
    expect(sorted(read.mapEdges((_id, { kind, weight }) => `${kind} ${weight}`))).toEqual(weights);
  });

  test("Cytoscape takes the cyjs", () => {
    const read = cytoscape({ headless: true, ...JSON.parse(write("cyjs", graph)) });
    expect([read.nodes().length, read.edges().length]).toEqual([graph.order, graph.size]);
    expect(
      read
        .nodes()
        .map((node) => node.data("name"))
        .sort(),
    ).toEqual(graph.mapNodes((_id, { name }) => name).sort());
    expect(
      read
        .edges()
        .map((edge) => `${edge.data("kind")} ${edge.data("weight")}`)
        .sort(),
    ).toEqual(weights);
  });

  test("n3 reads the Turtle, and JSON-LD says the same", () => {
    const quads = new Parser().parse(write("turtle", graph));
    const statements = quads.filter(({ object }) =>
      object.value.endsWith("rdf-syntax-ns#Statement"),
    );
    expect(statements).toHaveLength(graph.size);
    const labels = quads.filter(({ predicate }) => predicate.value === "https://schema.org/name");
    expect(labels.map(({ object }) => object.value).sort()).toEqual(
      graph.mapNodes((_id, { name }) => wellFormed(name)).sort(),
    );
    expect(countTriples(JSON.parse(write("jsonld", graph)))).toBe(quads.length);
  });

  test("the tables are read as CSV, and no cell starts a formula", () => {
    for (const [file, count] of [
      ["nodes.csv", graph.order],
      ["edges.csv", graph.size],
    ] as const) {
      const [head, ...rows] = parseCsv(table("csv", file, graph)) as string[][];
      expect(rows).toHaveLength(count);
      expect(rows.every((row) => row.length === head!.length)).toBe(true);
      const numbers = /^-?\d+(?:\.\d+)?$/;
      const dangerous = rows
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !numbers.test(cell));
      expect(dangerous).toEqual([]);
    }
    const evidence = parseCsv(table("csv", "evidence.csv", graph), { columns: true }) as {
      quote: string;
    }[];
    expect(evidence.length).toBeGreaterThanOrEqual(graph.order + graph.size);
  });

  test("the tables for Neo4j have the heads that its importer asks for", () => {
    const [nodeHead, ...nodes] = parseCsv(table("neo4j", "nodes.csv", graph)) as string[][];
    const [edgeHead, ...edges] = parseCsv(table("neo4j", "relationships.csv", graph)) as string[][];
    expect([nodes.length, edges.length]).toEqual([graph.order, graph.size]);
    expect(nodeHead).toEqual(
      expect.arrayContaining(["id:ID", "aliases:string[]", "first:date", ":LABEL"]),
    );
    expect(edgeHead).toEqual(
      expect.arrayContaining([":START_ID", ":END_ID", "weight:int", ":TYPE"]),
    );
    const ids = new Set(nodes.map(([id]) => id));
    expect(edges.every(([source, target]) => ids.has(source) && ids.has(target))).toBe(true);
  });

  test("every line of the PLOVER records is JSON, one for each event", () => {
    const lines = write("plover", graph).trimEnd().split("\n");
    const events = graph.filterNodes((_id, { kind }) => kind === "event");
    expect(lines.map((line) => JSON.parse(line).event_id).sort()).toEqual(events.sort());
  });

  test("the Cypher script has balanced strings and one row for each node and edge", () => {
    const script = write("cypher", graph).replace(/\\./g, "");
    expect(script.split("'").length % 2).toBe(1);
    const outside = script.replace(/'[^']*'/g, "''");
    expect(outside.match(/\{id: ''/g)).toHaveLength(graph.order + graph.size);
    expect(outside).not.toMatch(/DROP TABLE|script/);
  });

  test("every link in the vault leads to a note", () => {
    const format = formatNamed("obsidian")!;
    if (format.shape !== "folder") return;
    const notes = [...format.files(graph)].map(({ path, chunks }) => ({
      path,
      text: [...chunks].join(""),
    }));
    const paths = new Set(notes.map(({ path }) => path));
    expect(paths.size).toBe(graph.order);
    expect(
      [...paths].filter((path) => /\.\.|[\\:*?"<>|#^[\]]/.test(path.replace(/\.md$/, ""))),
    ).toEqual([]);
    const links = notes.flatMap(({ text }) =>
      [...text.matchAll(/(?<!\\)\[\[([^|\]]+)\|/g)].map(([, path]) => path),
    );
    expect(links.length).toBeGreaterThanOrEqual(2 * graph.size);
    expect(links.filter((path) => !paths.has(`${path}.md`))).toEqual([]);
  });
});

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

function countTriples(document: { readonly "@graph": readonly Record<string, unknown>[] }): number {
  let count = 0;
  for (const { "@id": _, ...properties } of document["@graph"]) {
    for (const value of Object.values(properties)) count += Array.isArray(value) ? value.length : 1;
  }
  return count;
}
