/**
 * Whether a graph that came from a file holds what everything behind relies on: each attribute of its type, each
 * quote with its place and article. Throws `FormatError` that names the first thing that is wrong. Attributes of
 * others are let pass.
 */
import type { GraphAttributes, NewsGraph } from "../graph/attributes.ts";
import { ACTS, EDGE_KINDS, NODE_KINDS, POLARITIES, STATUSES } from "../graph/kinds.ts";
import {
  type Column,
  type ColumnType,
  EDGE_COLUMNS,
  LOOK_COLUMNS,
  NODE_COLUMNS,
} from "./columns.ts";
import { FormatError } from "./format.ts";

export function checkWhole(graph: NewsGraph): void {
  checkHeader(graph.getAttributes());
  graph.forEachNode((key, attributes) => {
    const isEvent = (attributes as { kind?: unknown }).kind === "event";
    const needs = isEvent ? EVENT_NEEDS : NODE_NEEDS;
    checkPart(`node "${key}"`, attributes as unknown as Fields, NODE_TYPES, needs, NODE_SETS);
  });
  graph.forEachEdge((key, attributes) => {
    checkPart(`edge "${key}"`, attributes as unknown as Fields, EDGE_TYPES, EDGE_NEEDS, EDGE_SETS);
  });
}

type Fields = Readonly<Record<string, unknown>>;

const NODE_NEEDS = ["kind", "name", "aliases", "evidence"];
const EVENT_NEEDS = [...NODE_NEEDS, "act", "plover", "status", "polarity", "told"];
const EDGE_NEEDS = ["kind", "weight", "evidence"];
/** Attributes with a closed set of values. */
type Sets = Readonly<Record<string, readonly string[]>>;
const NODE_SETS: Sets = {
  kind: NODE_KINDS,
  act: ACTS,
  plover: ACTS,
  status: STATUSES,
  polarity: POLARITIES,
};
const EDGE_SETS: Sets = { kind: EDGE_KINDS };
const DAYS = ["first", "last", "from", "to"];
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const NODE_TYPES = typesOf([...NODE_COLUMNS, ...LOOK_COLUMNS]);
const EDGE_TYPES = typesOf(EDGE_COLUMNS);
type Shape = Readonly<Record<string, ColumnType>>;
const EVIDENCE: Shape = {
  article: "string",
  start: "integer",
  end: "integer",
  quote: "string",
  kind: "string",
  rule: "string",
};
const EVIDENCE_MAY: Shape = {
  published: "string",
  status: "string",
  polarity: "string",
  copies: "list",
};
const ARTICLE: Shape = {
  id: "string",
  title: "string",
  origin: "string",
  reprintGroup: "string",
};
const ARTICLE_MAY: Shape = {
  published: "string",
  outlet: "string",
  agency: "string",
  url: "string",
  sourceId: "string",
};
const MERGE: Shape = { what: "string", reason: "string" };
const MERGE_MAY: Shape = { article: "string" };
const NOTE: Shape = { stage: "string", origin: "string", message: "string" };

function typesOf(columns: readonly Column[]): ReadonlyMap<string, ColumnType> {
  return new Map(columns.map(({ name, type }) => [name, type]));
}

function checkPart(
  owner: string,
  attributes: Fields,
  types: ReadonlyMap<string, ColumnType>,
  needs: readonly string[],
  sets: Sets,
): void {
  for (const name of needs) {
    if (attributes[name] === undefined) throw new FormatError(`${owner} lacks "${name}"`);
  }
  for (const [name, value] of Object.entries(attributes)) {
    const type = types.get(name);
    if (type !== undefined && !isOfType(value, type)) {
      throw new FormatError(
        `"${name}" of ${owner} is not what was written: expected ${TOLD[type]}`,
      );
    }
  }
  for (const name in sets) {
    const value = attributes[name];
    if (value !== undefined && !sets[name]!.includes(value as string)) {
      throw new FormatError(`"${name}" of ${owner} is none of ${sets[name]!.join(", ")}`);
    }
  }
  for (const name of DAYS) {
    const value = attributes[name];
    if (value !== undefined && !DAY.test(value as string)) {
      throw new FormatError(`"${name}" of ${owner} is no day like 2023-03-20`);
    }
  }
  const { told } = attributes;
  if (
    told !== undefined &&
    !Object.values(told as object).every((status) => isOfType(status, "string"))
  ) {
    throw new FormatError(`"told" of ${owner} is damaged`);
  }
  if (attributes.merged !== undefined)
    checkItems(`the merges of ${owner}`, attributes.merged, MERGE, MERGE_MAY);
  checkItems(`the evidence of ${owner}`, attributes.evidence, EVIDENCE, EVIDENCE_MAY);
}

const TOLD: Readonly<Record<ColumnType, string>> = {
  string: "a text",
  integer: "a number",
  double: "a number",
  boolean: "true or false",
  list: "a list of texts",
  json: "a list or an object",
};

function isOfType(value: unknown, type: ColumnType): boolean {
  if (type === "string" || type === "boolean") return typeof value === type;
  if (type === "integer" || type === "double") return Number.isFinite(value);
  if (type === "list")
    return Array.isArray(value) && value.every((item) => typeof item === "string");
  return typeof value === "object" && value !== null;
}

function checkHeader({ generator, inputs, counts, articles, notes }: GraphAttributes): void {
  if (typeof generator !== "string" || typeof inputs !== "string" || !isOfType(counts, "json")) {
    throw new FormatError("the header lacks generator, inputs or counts");
  }
  checkItems("the articles of the header", articles, ARTICLE, ARTICLE_MAY);
  checkItems("the notes of the header", notes, NOTE, {});
}

function checkItems(owner: string, items: unknown, needs: Shape, may: Shape): void {
  if (!Array.isArray(items)) throw new FormatError(`${owner} are not a list`);
  for (const item of items as readonly (Fields | null)[]) {
    for (const name in needs) {
      if (isOfType(item?.[name], needs[name]!)) continue;
      throw new FormatError(`${owner} are damaged: "${name}" is missing or of the wrong type`);
    }
    for (const name in may) {
      const value = item?.[name];
      if (value === undefined || isOfType(value, may[name]!)) continue;
      throw new FormatError(`${owner} are damaged: "${name}" is of the wrong type`);
    }
  }
}
