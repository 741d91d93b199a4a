/** Values that return, as numbers of rows in small tables: words, traits of nodes, sorts of edges, manners of evidence. */
import type { EdgeAttributes, NodeAttributes } from "../graph/attributes.ts";
import { NODE_KINDS } from "../graph/kinds.ts";
import type { Evidence } from "../model.ts";
import { edgeKey } from "../text/edge-key.ts";
import { HashNumbers } from "../text/hash-numbers.ts";
import { WideHash } from "../text/wide-hash.ts";
import type { Db, Row, Value } from "./database.ts";

type SortedFacts = Pick<EdgeAttributes, "kind" | "title" | "former" | "stance" | "quoted">;

export interface Numbering {
  term(text: string): number;
  traits(node: NodeAttributes): number;
  /** Of an edge whose id is the key that `edgeKey` makes of it. */
  spelledSort(facts: SortedFacts): number;
  sort(id: string, source: string, target: string, facts: SortedFacts): number;
  manner(evidence: Pick<Evidence, "rule" | "status" | "polarity" | "copies">): number;
}

/** Goes on from what the tables hold; the kinds of nodes come first, `event` as 1. */
export function createNumbering(db: Db): Numbering {
  const terms = table(db, "terms", ["term"]);
  for (const kind of ["event", ...NODE_KINDS]) terms.number([kind]);
  const traits = table(db, "traits", [
    ...["country", "unnamed", "act", "plover", "mode"],
    ...["contexts", "status", "polarity", "precision", "basis"],
  ]);
  const sorts = table(db, "sorts", [
    ...["kind", "title", "former", "stance", "quoted"],
    ...["id", "source", "target"],
  ]);
  // What nearly all have is found without putting a key together: a graph has millions of each.
  const knownTerms = new Map<string, number>();
  const plainSorts = new Map<string, number>();
  const spelledSort = (facts: SortedFacts): number => {
    const plain = isPlain(facts) ? plainSorts.get(facts.kind) : undefined;
    if (plain !== undefined) return plain;
    const number = sorts.number([...sortValues(facts), null, null, null]);
    if (isPlain(facts)) plainSorts.set(facts.kind, number);
    return number;
  };
  const manners = table(db, "manners", ["rule", "status", "polarity", "copies"]);
  let lastManner: { readonly of: Parameters<Numbering["manner"]>[0]; readonly number: number } = {
    of: { rule: "" },
    number: -1,
  };
  return {
    term(text) {
      let number = knownTerms.get(text);
      if (number === undefined) {
        number = terms.number([text]);
        knownTerms.set(text, number);
      }
      return number;
    },
    traits: (node) => traits.number(traitValues(node)),
    spelledSort,
    sort(id, source, target, facts) {
      const isSpelled = isPlain(facts)
        ? isPlainKey(id, source, facts.kind, target)
        : id === edgeKey(source, facts.kind, target, facts);
      // An edge with an id of its own is a sort of its own, which says where it is.
      return isSpelled
        ? spelledSort(facts)
        : sorts.number([...sortValues(facts), id, source, target]);
    },
    manner(evidence) {
      const { rule, status, polarity, copies } = evidence;
      const { of, number } = lastManner;
      const isSame = rule === of.rule && status === of.status && polarity === of.polarity;
      // Millions of sentences in a row were found by the same rule.
      if (isSame && copies === undefined && of.copies === undefined && number > 0) return number;
      const found = manners.number([
        ...[rule, status ?? null, polarity ?? null],
        copies === undefined ? null : JSON.stringify(copies),
      ]);
      lastManner = { of: evidence, number: found };
      return found;
    },
  };
}

function isPlain({ title, former, stance, quoted }: SortedFacts): boolean {
  return (
    title === undefined && former === undefined && stance === undefined && quoted === undefined
  );
}

function sortValues({ kind, title, former, stance, quoted }: SortedFacts): Value[] {
  return [kind, title ?? null, toBit(former), stance ?? null, toBit(quoted)];
}

/** The same as `edgeKey`, of which a graph has millions, without making the text. */
function isPlainKey(id: string, source: string, kind: string, target: string): boolean {
  const [first, second] = [source.length, source.length + kind.length + 1];
  return (
    id.length === second + target.length + 1 &&
    id[first] === "|" &&
    id[second] === "|" &&
    id.startsWith(source) &&
    id.startsWith(kind, first + 1) &&
    id.endsWith(target)
  );
}

export function toBit(value: boolean | undefined): Value {
  return value === undefined ? null : Number(value);
}

function traitValues(node: NodeAttributes): Value[] {
  if (node.kind === "event") {
    const { act, plover, mode, contexts, status, polarity, precision, basis } = node;
    return [
      ...[null, null, act, plover, mode ?? null],
      contexts === undefined ? null : JSON.stringify(contexts),
      ...[status, polarity, precision ?? null, basis ?? null],
    ];
  }
  const { country, unnamed } = node.kind === "article" ? {} : node;
  return [country ?? null, toBit(unnamed), ...new Array<null>(8).fill(null)];
}

function table(db: Db, name: string, columns: readonly string[]) {
  // Lists of the articles that copy a sentence make hundreds of thousands of rows, of some hundred letters each.
  const known = new HashNumbers();
  const hash = new WideHash();
  let last = 0;
  for (const row of db.sql(`SELECT number, ${columns.join(", ")} FROM ${name}`).all()) {
    const number = row.number as number;
    addValues(
      hash.clear(),
      columns.map((column) => row[column]!),
    );
    known.set(hash, number);
    last = Math.max(last, number);
  }
  const places = columns.map(() => "?").join(", ");
  return {
    number(values: readonly Value[]): number {
      addValues(hash.clear(), values);
      let number = known.find(hash);
      if (number === undefined) {
        number = ++last;
        known.set(hash, number);
        db.sql(`INSERT INTO ${name} (number, ${columns.join(", ")}) VALUES (?, ${places})`).run([
          number,
          ...values,
        ]);
      }
      return number;
    },
  };
}

/** Before each its sort or length, so that no letter of one is taken for one of the next. */
function addValues(hash: WideHash, values: readonly Value[]): void {
  for (const value of values) {
    if (value === null) hash.add(NOTHING);
    else if (typeof value === "string") {
      hash.add(value.length);
      hash.addText(value);
    } else {
      hash.add(NUMBER);
      hash.add(value as number);
    }
  }
}

/** No lengths. */
const [NOTHING, NUMBER] = [-1, -2] as const;

/** The same tables read: each row when it is first asked for. */
export interface Numbered {
  term(number: Value): string;
  /** Of a word; -1 for one that the store does not know. */
  termNumber(text: string): number;
  traits(number: number): Row;
  sort(number: number): Row;
  manner(number: number): Row;
  forget(): void;
}

export function createNumbered(db: Db): Numbered {
  const rowsOf = (name: string) => {
    const rows = new Map<number, Row>();
    const row = (number: number): Row => {
      let found = rows.get(number);
      if (found === undefined) {
        found = db.sql(`SELECT * FROM ${name} WHERE number = ?`).get([number])!;
        rows.set(number, found);
      }
      return found;
    };
    return { row, forget: () => rows.clear() };
  };
  const [terms, traits, sorts, manners] = ["terms", "traits", "sorts", "manners"].map(rowsOf);
  return {
    term: (number) => terms!.row(number as number).term as string,
    termNumber: (text) =>
      (db.sql("SELECT number FROM terms WHERE term = ?").get([text])?.number as number) ?? -1,
    traits: traits!.row,
    sort: sorts!.row,
    manner: manners!.row,
    forget() {
      for (const rows of [terms!, traits!, sorts!, manners!]) rows.forget();
    },
  };
}
