/** Turtle (W3C RDF 1.1), for triple stores and linked data. What is in it: `triples.ts`. */
import type { NewsGraph } from "../graph/attributes.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { literal } from "./literal.ts";
import { PREFIXES, type Resource, resources, type Term } from "./triples.ts";

export const turtle: FileFormat = {
  name: "turtle",
  about: "Turtle, for triple stores (schema.org, SEM, PROV)",
  extensions: [".ttl"],
  mediaType: "text/turtle",
  hasPositions: false,
  shape: "file",
  write,
};

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  for (const [prefix, iri] of Object.entries(PREFIXES)) yield `@prefix ${prefix}: <${iri}> .\n`;
  for (const resource of resources(graph, options)) yield toTurtle(resource);
}

function toTurtle({ iri, types, properties }: Resource): string {
  const lines = [
    `a ${types.join(", ")}`,
    ...properties.map(([predicate, object]) => `${predicate} ${toTerm(object)}`),
  ];
  return `\n<${iri}> ${lines.join(" ;\n  ")} .\n`;
}

function toTerm(term: Term): string {
  if ("iri" in term) return `<${term.iri}>`;
  if ("name" in term) return term.name;
  return `${literal(term.text, '"')}${term.datatype === undefined ? "" : `^^${term.datatype}`}`;
}
