/**
 * A table of the user with identifiers (Wikidata, OpenSanctions, a list of his own), CSV with a header or JSONL. The columns `name`,
 * `aliases` (parted by `|` or `;`), `kind` and `country` (alpha-3) say whom a row means; `id` is an entity's id in the graph; every
 * other column is an identifier. A row is taken when id or name fit, kind and country do not speak against it, and it is the only one.
 */
import type { CountryCode, Entity, EntityKind, Note } from "../model.ts";
import { foldName } from "./person-names.ts";

export interface IdentifierRow {
  readonly line: number;
  readonly kind?: string;
  readonly country?: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

export interface Identifiers {
  /** By id, and by folded name and alias. */
  readonly rows: ReadonlyMap<string, readonly IdentifierRow[]>;
  readonly notes: readonly Note[];
}

const KNOWN = new Set(["id", "name", "aliases", "kind", "country"]);
const SEPARATOR = /[|;]/;

export function parseIdentifiers(text: string, origin = "identifiers"): Identifiers {
  const rows = new Map<string, IdentifierRow[]>();
  const notes: Note[] = [];
  const records = text.trimStart().startsWith("{") ? readJsonLines(text) : readCsv(text);
  for (const { line, fields } of records) {
    const names = [fields?.name ?? "", ...(fields?.aliases ?? "").split(SEPARATOR)]
      .map((name) => foldName(name.trim()))
      .filter((name) => name !== "");
    const keys = new Set([...(fields?.id ? [fields.id] : []), ...names]);
    if (fields === undefined || keys.size === 0) {
      notes.push({
        stage: "linking",
        origin,
        message: `line ${line} is left out: no id and no name`,
      });
      continue;
    }
    const { kind, country } = fields;
    const row: IdentifierRow = {
      line,
      ...(kind ? { kind } : {}),
      ...(country ? { country } : {}),
      identifiers: Object.fromEntries(
        Object.entries(fields).filter(([column, value]) => !KNOWN.has(column) && value !== ""),
      ),
    };
    for (const key of keys) rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return { rows, notes };
}

export function identify(
  id: string,
  names: readonly string[],
  kind: EntityKind,
  country: CountryCode | undefined,
  rows: ReadonlyMap<string, readonly IdentifierRow[]>,
): Pick<Entity, "identifiers"> {
  if (rows.size === 0) return {};
  const full = names.filter((name) => kind !== "person" || name.includes(" "));
  const fitting = new Set(
    [id, ...full.map(foldName)]
      .flatMap((key) => rows.get(key) ?? [])
      .filter((row) => row.kind === undefined || row.kind === kind)
      .filter((row) => !row.country || country === undefined || row.country === country),
  );
  const [only, ...others] = rows.get(id)?.slice(0, 1) ?? fitting;
  return only === undefined || others.length > 0 ? {} : { identifiers: only.identifiers };
}

interface TableLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>> | undefined;
}

function readJsonLines(text: string): TableLine[] {
  return text.split("\n").flatMap((raw, i): TableLine[] => {
    if (raw.trim() === "") return [];
    return [{ line: i + 1, fields: readJson(raw) }];
  });
}

function readJson(raw: string): Record<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== "object" || value === null) return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([column, item]) => [
        column,
        Array.isArray(item) ? item.join("|") : String(item ?? ""),
      ]),
    );
  } catch {
    return undefined;
  }
}

/** RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. */
function readCsv(text: string): TableLine[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let line = 1;
  let first = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((item) => item.trim() !== "")) rows.push({ line: first, cells });
    cells = [];
    cell = "";
    first = line;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit === "\n") line++;
    if (isQuoted) {
      if (unit !== '"') cell += unit;
      else if (text[i + 1] === '"') cell += text[i++]!;
      else isQuoted = false;
    } else if (unit === '"') isQuoted = true;
    else if (unit === ",") {
      cells.push(cell);
      cell = "";
    } else if (unit === "\n") endRow();
    else if (unit !== "\r") cell += unit;
  }
  endRow();
  const [header, ...body] = rows;
  const columns = (header?.cells ?? []).map((name) =>
    name.replace("\ufeff", "").trim().toLowerCase(),
  );
  return body.map(({ line: at, cells: values }) => ({
    line: at,
    fields: Object.fromEntries(columns.map((column, i) => [column, (values[i] ?? "").trim()])),
  }));
}
