/**
 * The graph as RDF: schema.org for people, organizations, places and articles, the Simple Event Model (van Hage
 * et al. 2011) for events and who takes part, PROV-O for the quotes. Every edge is also a resource of its own
 * that carries its weight, days and quotes. Turtle and JSON-LD are both written from here, subject by subject.
 */
import type { EdgeAttributes, NewsGraph, NodeAttributes } from "../graph/attributes.ts";
import type { ArticleRecord, Evidence } from "../model.ts";
import type { WriteOptions } from "./format.ts";
import { wellFormed } from "./literal.ts";
import { edgesOf, evidenceOf } from "./parts.ts";

export const PREFIXES: Readonly<Record<string, string>> = {
  schema: "https://schema.org/",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dr: "urn:dramatis:vocabulary:",
};

/** Prefixed names are written `schema:name`; an `iri` is whole. */
export type Term =
  | { readonly iri: string }
  | { readonly name: string }
  | {
      readonly text: string;
      readonly datatype?: "xsd:date" | "xsd:dateTime" | "xsd:integer" | "xsd:boolean";
    };

export interface Resource {
  readonly iri: string;
  /** Prefixed names. */
  readonly types: readonly string[];
  readonly properties: readonly (readonly [predicate: string, object: Term])[];
}

type Properties = [string, Term][];

const NODE_TYPES: Readonly<Record<NodeAttributes["kind"], readonly string[]>> = {
  person: ["schema:Person", "sem:Actor"],
  organization: ["schema:Organization", "sem:Actor"],
  group: ["schema:Organization", "dr:Group", "sem:Actor"],
  country: ["schema:Country", "sem:Actor"],
  place: ["schema:Place", "sem:Place"],
  event: ["schema:Event", "sem:Event"],
  article: ["schema:NewsArticle"],
};

/** From the event to the one who takes part; other kinds of edges keep their direction. */
const SEM_ROLES: Partial<Readonly<Record<EdgeAttributes["kind"], string>>> = {
  actor: "sem:hasActor",
  recipient: "sem:hasActor",
  participant: "sem:hasActor",
};

export function* resources(graph: NewsGraph, options: WriteOptions = {}): Generator<Resource> {
  const withQuotes = options.evidence !== false;
  for (const { node, attributes } of graph.nodeEntries()) {
    yield nodeResource(graph, node, attributes, withQuotes);
  }
  for (const { edge, source, target, attributes } of edgesOf(graph, options)) {
    yield edgeResource(edge, source, target, attributes, withQuotes);
  }
  if (!withQuotes) return;
  yield* quoteResources(graph, options);
  for (const article of graph.getAttribute("articles") ?? []) yield articleResource(article);
}

function nodeResource(
  graph: NewsGraph,
  id: string,
  attributes: NodeAttributes,
  withQuotes: boolean,
): Resource {
  const properties: Properties = [
    ["schema:name", { text: attributes.name }],
    ...attributes.aliases.map((text): Properties[number] => ["schema:alternateName", { text }]),
    ["schema:identifier", { text: id }],
    ["dr:stories", integer(attributes.stories)],
    ...days(attributes),
  ];
  if (attributes.kind === "event") {
    const { act, plover, status, polarity, from, to } = attributes;
    properties.push(["dr:act", { text: act }], ["sem:eventType", { name: `dr:${plover}` }]);
    properties.push(["dr:status", { text: status }], ["dr:polarity", { text: polarity }]);
    if (from !== undefined) {
      properties.push(
        ["schema:startDate", day(from)],
        ["sem:hasEarliestBeginTimeStamp", day(from)],
      );
    }
    if (to !== undefined) {
      properties.push(["schema:endDate", day(to)], ["sem:hasLatestEndTimeStamp", day(to)]);
    }
    properties.push(...participations(graph, id));
  } else if ("country" in attributes && attributes.country !== undefined) {
    properties.push(["dr:country", { text: attributes.country }]);
  }
  if (withQuotes) properties.push(...derivations(attributes.evidence));
  return { iri: nodeIri(id), types: NODE_TYPES[attributes.kind], properties };
}

/** Straight triples beside the edge resources, for queries that do not care how often a thing was told. */
function participations(graph: NewsGraph, event: string): Properties {
  const properties: Properties = [];
  graph.forEachEdge(event, (_, { kind }, source, target) => {
    if (kind === "at") {
      properties.push(
        ["sem:hasPlace", { iri: nodeIri(target) }],
        ["schema:location", { iri: nodeIri(target) }],
      );
    } else if (kind in SEM_ROLES) {
      properties.push(
        [SEM_ROLES[kind]!, { iri: nodeIri(source) }],
        [`dr:${kind}`, { iri: nodeIri(source) }],
      );
    }
  });
  return properties;
}

function edgeResource(
  id: string,
  source: string,
  target: string,
  attributes: EdgeAttributes,
  withQuotes: boolean,
): Resource {
  const { kind, weight, title, former, stance, quoted, evidence } = attributes;
  const properties: Properties = [
    ["rdf:subject", { iri: nodeIri(source) }],
    ["rdf:predicate", { name: `dr:${kind}` }],
    ["rdf:object", { iri: nodeIri(target) }],
    ["schema:identifier", { text: id }],
    ["dr:stories", integer(weight)],
    ...days(attributes),
  ];
  if (title !== undefined) properties.push(["schema:roleName", { text: title }]);
  if (stance !== undefined) properties.push(["dr:stance", { text: stance }]);
  if (former !== undefined) properties.push(["dr:former", boolean(former)]);
  if (quoted !== undefined) properties.push(["dr:quoted", boolean(quoted)]);
  if (withQuotes) properties.push(...derivations(evidence));
  return { iri: `urn:dramatis:edge:${encode(id)}`, types: ["rdf:Statement"], properties };
}

/** A sentence is quoted by many nodes and edges: it is described once. */
function* quoteResources(graph: NewsGraph, options: WriteOptions): Generator<Resource> {
  const seen = new Set<string>();
  for (const { evidence } of evidenceOf(graph, options)) {
    const iri = quoteIri(evidence);
    if (seen.has(iri)) continue;
    seen.add(iri);
    const { article, quote, start, end } = evidence;
    yield {
      iri,
      types: ["schema:Quotation", "prov:Entity"],
      properties: [
        ["schema:text", { text: quote }],
        ["schema:isPartOf", { iri: articleIri(article) }],
        ["prov:wasQuotedFrom", { iri: articleIri(article) }],
        ["dr:start", integer(start)],
        ["dr:end", integer(end)],
      ],
    };
  }
}

function articleResource({
  id,
  title,
  published,
  outlet,
  url,
  reprintGroup,
}: ArticleRecord): Resource {
  const properties: Properties = [
    ["schema:headline", { text: title }],
    ["dr:reprintGroup", { text: reprintGroup }],
  ];
  if (published !== undefined) properties.push(["schema:datePublished", moment(published)]);
  if (outlet !== undefined) properties.push(["schema:publisher", { text: outlet }]);
  if (url !== undefined) properties.push(["schema:url", { text: url }]);
  return { iri: articleIri(id), types: ["schema:NewsArticle", "prov:Entity"], properties };
}

function derivations(evidence: readonly Evidence[]): Properties {
  const iris = new Set(evidence.map(quoteIri));
  return [...iris].map((iri) => ["prov:wasDerivedFrom", { iri }]);
}

function days({ first, last }: NodeAttributes | EdgeAttributes): Properties {
  const properties: Properties = [];
  if (first !== undefined) properties.push(["dr:first", day(first)]);
  if (last !== undefined) properties.push(["dr:last", day(last)]);
  return properties;
}

function day(text: string): Term {
  return { text, datatype: "xsd:date" };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** Articles date themselves as precisely as they like; what is neither type stays text. */
function moment(text: string): Term {
  if (DAY.test(text)) return day(text);
  return MOMENT.test(text) ? { text, datatype: "xsd:dateTime" } : { text };
}

function integer(value: number): Term {
  return { text: String(value), datatype: "xsd:integer" };
}

function boolean(value: boolean): Term {
  return { text: String(value), datatype: "xsd:boolean" };
}

function nodeIri(id: string): string {
  return `urn:dramatis:${encode(id)}`;
}

function articleIri(id: string): string {
  return `urn:dramatis:article:${encode(id)}`;
}

function quoteIri({ article, start, end }: Evidence): string {
  return `urn:dramatis:quote:${encode(article)}:${start}-${end}`;
}

/** `:` is fine in a URN and keeps ids readable. */
function encode(id: string): string {
  return encodeURIComponent(wellFormed(id))
    .replaceAll("%3A", ":")
    .replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
