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
  /** Its value. A function for each column, which finds it three times as fast as one for all that is given the name. */
  readonly of: (attributes: Values) => unknown;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * In the order in which `toGraph` sets them. `x y size color` stand apart: some formats have a place of their
 * own for them.
 */
export const NODE_COLUMNS: readonly Column[] = [
  { name: "kind", type: "string", of: ({ kind }) => kind },
  { name: "name", type: "string", of: ({ name }) => name },
  { name: "aliases", type: "list", of: ({ aliases }) => aliases },
  { name: "country", type: "string", of: ({ country }) => country },
  { name: "unnamed", type: "boolean", of: ({ unnamed }) => unnamed },
  { name: "act", type: "string", of: ({ act }) => act },
  { name: "plover", type: "string", of: ({ plover }) => plover },
  { name: "mode", type: "string", of: ({ mode }) => mode },
  { name: "contexts", type: "list", of: ({ contexts }) => contexts },
  { name: "status", type: "string", of: ({ status }) => status },
  { name: "polarity", type: "string", of: ({ polarity }) => polarity },
  { name: "told", type: "json", of: ({ told }) => told },
  { name: "from", type: "string", of: ({ from }) => from },
  { name: "to", type: "string", of: ({ to }) => to },
  { name: "precision", type: "string", of: ({ precision }) => precision },
  { name: "basis", type: "string", of: ({ basis }) => basis },
  { name: "stories", type: "integer", of: ({ stories }) => stories },
  { name: "first", type: "string", of: ({ first }) => first },
  { name: "last", type: "string", of: ({ last }) => last },
  { name: "formerIds", type: "list", of: ({ formerIds }) => formerIds },
  { name: "merged", type: "json", of: ({ merged }) => merged },
  { name: "evidence", type: "json", of: ({ evidence }) => evidence },
];

export const LOOK_COLUMNS: readonly Column[] = [
  { name: "size", type: "double", of: ({ size }) => size },
  { name: "color", type: "string", of: ({ color }) => color },
  { name: "x", type: "double", of: ({ x }) => x },
  { name: "y", type: "double", of: ({ y }) => y },
];

export const EDGE_COLUMNS: readonly Column[] = [
  { name: "kind", type: "string", of: ({ kind }) => kind },
  { name: "weight", type: "integer", of: ({ weight }) => weight },
  { name: "first", type: "string", of: ({ first }) => first },
  { name: "last", type: "string", of: ({ last }) => last },
  { name: "title", type: "string", of: ({ title }) => title },
  { name: "former", type: "boolean", of: ({ former }) => former },
  { name: "stance", type: "string", of: ({ stance }) => stance },
  { name: "quoted", type: "boolean", of: ({ quoted }) => quoted },
  { name: "evidence", type: "json", of: ({ evidence }) => evidence },
];

/** `undefined` where the attribute is not there. */
export function attributeOf(attributes: NodeAttributes | EdgeAttributes, { of }: Column): unknown {
  return of(attributes as unknown as Values);
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
