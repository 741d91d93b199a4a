/**
 * The attributes of nodes and edges as columns of plain values, for formats that know strings and numbers only.
 * Lists and objects are JSON in a string. What is written by these tables is read back by them.
 */
import type { EdgeAttributes, NodeAttributes } from "../graph/attributes.ts";
import { FormatError } from "./format.ts";

export type ColumnType = "string" | "integer" | "double" | "boolean" | "list" | "json";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/**
 * In the order in which `toGraph` sets them. `x y size color` stand apart: some formats have a place of their
 * own for them.
 */
export const NODE_COLUMNS: readonly Column[] = [
  { name: "kind", type: "string" },
  { name: "name", type: "string" },
  { name: "aliases", type: "list" },
  { name: "country", type: "string" },
  { name: "unnamed", type: "boolean" },
  { name: "act", type: "string" },
  { name: "plover", type: "string" },
  { name: "mode", type: "string" },
  { name: "contexts", type: "list" },
  { name: "status", type: "string" },
  { name: "polarity", type: "string" },
  { name: "told", type: "json" },
  { name: "from", type: "string" },
  { name: "to", type: "string" },
  { name: "precision", type: "string" },
  { name: "basis", type: "string" },
  { name: "stories", type: "integer" },
  { name: "first", type: "string" },
  { name: "last", type: "string" },
  { name: "formerIds", type: "list" },
  { name: "merged", type: "json" },
  { name: "evidence", type: "json" },
];

export const LOOK_COLUMNS: readonly Column[] = [
  { name: "size", type: "double" },
  { name: "color", type: "string" },
  { name: "x", type: "double" },
  { name: "y", type: "double" },
];

export const EDGE_COLUMNS: readonly Column[] = [
  { name: "kind", type: "string" },
  { name: "weight", type: "integer" },
  { name: "first", type: "string" },
  { name: "last", type: "string" },
  { name: "title", type: "string" },
  { name: "former", type: "boolean" },
  { name: "stance", type: "string" },
  { name: "quoted", type: "boolean" },
  { name: "evidence", type: "json" },
];

/** `undefined` where the attribute is not there. */
export function attributeOf(
  attributes: NodeAttributes | EdgeAttributes,
  { name }: Column,
): unknown {
  return (attributes as unknown as Record<string, unknown>)[name];
}

/** The way back: strings of a file into attributes, in the order of the columns. */
export function parseValues(
  columns: readonly Column[],
  values: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const { name, type } of columns) {
    const value = values.get(name);
    if (value === undefined) continue;
    if (type === "string") attributes[name] = value;
    else if (type === "boolean") attributes[name] = value === "true";
    else if (type === "integer" || type === "double") attributes[name] = Number(value);
    else attributes[name] = parseList(name, value);
  }
  return attributes;
}

function parseList(name: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    throw new FormatError(
      `"${name}" is not the JSON that was written: ${(error as Error).message}`,
    );
  }
}
