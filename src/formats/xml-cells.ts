/** The attributes of a node or an edge as elements of XML, one a column: the better part of writing GEXF and GraphML. */
import type { EdgeAttributes, NodeAttributes } from "../graph/attributes.ts";
import { attributeOf, type Column } from "./columns.ts";

/** How a value is written. */
export interface Cell<Value> {
  readonly before: string;
  readonly write: (value: Value) => string;
  readonly after: string;
}

/** By index of the column. */
export interface CellForm {
  readonly text: (column: number) => Cell<string>;
  /** Of lists and objects. */
  readonly json: (column: number) => Cell<object>;
}

/** Those that are there, in the order of the columns. Goes by what is there: to ask for each column would take ten times as long. */
export function cellsWriter(
  columns: readonly Column[],
  form: CellForm,
): (attributes: NodeAttributes | EdgeAttributes) => string {
  const forms = columns.map((_, i) => ({ text: form.text(i), json: form.json(i) }));
  const indexes = new Map(columns.map(({ name }, i) => [name, i]));
  const cell = (column: number, value: unknown): string => {
    const { text, json } = forms[column]!;
    if (typeof value === "object") return json.before + json.write(value!) + json.after;
    return text.before + (typeof value === "string" ? text.write(value) : value) + text.after;
  };
  const inOrder = (attributes: NodeAttributes | EdgeAttributes): string => {
    let cells = "";
    for (let i = 0; i < columns.length; i++) {
      const value = attributeOf(attributes, columns[i]!);
      if (value !== undefined) cells += cell(i, value);
    }
    return cells;
  };
  return (attributes) => {
    let cells = "";
    let last = -1;
    for (const name in attributes) {
      const column = indexes.get(name);
      if (column === undefined) continue;
      const value = attributes[name as keyof typeof attributes] as unknown;
      if (value === undefined) continue;
      if (column < last) return inOrder(attributes);
      last = column;
      cells += cell(column, value);
    }
    return cells;
  };
}
