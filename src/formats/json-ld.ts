/** JSON-LD 1.1, for the web of data. What is in it: `triples.ts`. */
import type { NewsGraph } from "../graph/attributes.ts";
import type { FileFormat, WriteOptions } from "./format.ts";
import { wellFormed } from "./literal.ts";
import { PREFIXES, type Resource, resources, type Term } from "./triples.ts";

export const jsonLd: FileFormat = {
  name: "jsonld",
  about: "JSON-LD, for the web of data (schema.org, SEM, PROV)",
  extensions: [".jsonld"],
  mediaType: "application/ld+json",
  hasPositions: false,
  shape: "file",
  write,
};

function* write(graph: NewsGraph, options: WriteOptions = {}): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`;
  let separator = "\n";
  for (const resource of resources(graph, options)) {
    yield separator + JSON.stringify(toNode(resource));
    separator = ",\n";
  }
  yield "]}\n";
}

function toNode({ iri, types, properties }: Resource): Record<string, unknown> {
  const node: Record<string, unknown> = { "@id": iri, "@type": types };
  const lists = new Map<string, unknown[]>();
  for (const [predicate, object] of properties) {
    const values = lists.get(predicate) ?? [];
    values.push(toValue(object));
    lists.set(predicate, values);
  }
  for (const [predicate, values] of lists) {
    node[predicate] = values.length === 1 ? values[0] : values;
  }
  return node;
}

function toValue(term: Term): unknown {
  if ("iri" in term) return { "@id": term.iri };
  if ("name" in term) return { "@id": term.name };
  const text = wellFormed(term.text);
  return term.datatype === undefined ? text : { "@value": text, "@type": term.datatype };
}
