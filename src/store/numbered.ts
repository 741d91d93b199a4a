/** Values that return, as numbers of rows in small tables: words, sorts of edges, manners of evidence. */
import type { EdgeAttributes } from "../graph/attributes.ts";
import { NODE_KINDS } from "../graph/kinds.ts";
import type { Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import type { Db, Row, Value } from "./database.ts";

export interface Numbering {
  term(text: string | undefined): Value;
  sort(
    id: string,
    source: string,
    target: string,
    facts: Omit<EdgeAttributes, "weight" | "evidence">,
  ): number;
  manner(evidence: Pick<Evidence, "rule" | "status" | "polarity">): number;
}

/** Goes on from what the tables hold; the kinds of nodes come first, `event` as 1. */
export function createNumbering(db: Db): Numbering {
  const terms = table(db, "terms", (row) => row.term as string);
  for (const kind of ["event", ...NODE_KINDS]) terms.number(kind, [kind]);
  const sorts = table(db, "sorts", (row) =>
    JSON.stringify([
      row.kind,
      row.title,
      row.former,
      row.stance,
      row.quoted,
      row.id,
      row.source,
      row.target,
    ]),
  );
  const manners = table(db, "manners", ({ rule, status, polarity }) =>
    JSON.stringify([rule, status, polarity]),
  );
  return {
    term: (text) => (text === undefined ? null : terms.number(text, [text])),
    sort(id, source, target, facts) {
      const { kind, title, former, stance, quoted } = facts;
      const values = [
        kind,
        title ?? null,
        toBit(former),
        stance ?? null,
        toBit(quoted),
        // An edge with an id of its own is a sort of its own, which says where it is.
        ...(id === edgeKey(source, facts.kind, target, facts)
          ? [null, null, null]
          : [id, source, target]),
      ];
      return sorts.number(JSON.stringify(values), values);
    },
    manner({ rule, status, polarity }) {
      const values = [rule, status ?? null, polarity ?? null];
      return manners.number(JSON.stringify(values), values);
    },
  };
}

export function toBit(value: boolean | undefined): Value {
  return value === undefined ? null : Number(value);
}

function table(db: Db, name: string, keyOf: (row: Row) => string) {
  const rows = db.sql(`SELECT * FROM ${name}`).all();
  const numbers = new Map(rows.map((row) => [keyOf(row), row.number as number]));
  let last = rows.reduce((most, { number }) => Math.max(most, number as number), 0);
  return {
    number(key: string, values: readonly Value[]): number {
      let number = numbers.get(key);
      if (number === undefined) {
        number = ++last;
        numbers.set(key, number);
        const places = values.map(() => "?").join(", ");
        db.sql(`INSERT INTO ${name} VALUES (?, ${places})`).run([number, ...values]);
      }
      return number;
    },
  };
}

/** The same tables read: each row when it is first asked for. */
export interface Numbered {
  term(number: Value): string | undefined;
  /** Of a word; -1 for one that the store does not know. */
  termNumber(text: string): number;
  sort(number: number): Row;
  forget(): void;
}

export function createNumbered(db: Db): Numbered {
  const terms = new Map<number, string>();
  const sorts = new Map<number, Row>();
  return {
    term(number) {
      if (number === null) return undefined;
      let text = terms.get(number as number);
      if (text === undefined) {
        text = db.sql("SELECT term FROM terms WHERE number = ?").get([number])?.term as string;
        terms.set(number as number, text);
      }
      return text;
    },
    termNumber: (text) =>
      (db.sql("SELECT number FROM terms WHERE term = ?").get([text])?.number as number) ?? -1,
    sort(number) {
      let row = sorts.get(number);
      if (row === undefined) {
        row = db.sql("SELECT * FROM sorts WHERE number = ?").get([number])!;
        sorts.set(number, row);
      }
      return row;
    },
    forget() {
      terms.clear();
      sorts.clear();
    },
  };
}
