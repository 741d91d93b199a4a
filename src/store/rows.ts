/** Rows of the tables -> the attributes that the graph has in memory, in the order in which `toGraph` sets them. */
import { KIND_COLORS, type NodeKind, nodeSize } from "../graph/appearance.ts";
import type { EdgeAttributes, EdgeKind, NodeAttributes } from "../graph/attributes.ts";
import { statusByArticle } from "../graph/build.ts";
import type { ArticleRecord, EventStatus, Evidence, Merge } from "../model.ts";
import type { Row } from "./database.ts";
import { toDayText } from "./days.ts";
import type { Numbered } from "./numbered.ts";

/** What is read only when it is asked for. */
export interface LateParts {
  readonly aliases: () => readonly string[];
  readonly evidence: () => readonly Evidence[];
}

export function toNodeAttributes(row: Row, { term }: Numbered, late: LateParts): NodeAttributes {
  const kind = term(row.kind!) as NodeKind;
  const stories = row.stories as number;
  const attributes = {
    kind,
    name: row.name,
    get aliases() {
      return late.aliases();
    },
    ...given("country", term(row.country!)),
    ...(row.unnamed === null ? {} : { unnamed: row.unnamed === 1 }),
    ...(kind === "event" ? eventFacts(row, term, late) : {}),
    stories,
    ...given("first", toDayText(row.first!)),
    ...given("last", toDayText(row.last!)),
    size: nodeSize(kind, stories),
    color: KIND_COLORS[kind],
    ...(row.former_ids === null ? {} : { formerIds: JSON.parse(row.former_ids as string) }),
    ...(row.merged === null ? {} : { merged: unpackMerges(row.merged as string, term) }),
    get evidence() {
      return late.evidence();
    },
    ...(row.x === null ? {} : { x: row.x }),
    ...(row.y === null ? {} : { y: row.y }),
  };
  return attributes as unknown as NodeAttributes;
}

function unpackMerges(packed: string, term: Numbered["term"]): Merge[] {
  return (JSON.parse(packed) as [number, string, string?][]).map(([reason, what, article]) => ({
    what,
    reason: term(reason)!,
    ...(article !== undefined ? { article } : {}),
  }));
}

function eventFacts(row: Row, term: Numbered["term"], late: LateParts): object {
  const status = term(row.status!) as EventStatus;
  const contexts = term(row.contexts!);
  const facts = {
    act: term(row.act!),
    plover: term(row.plover!),
    ...given("mode", term(row.mode!)),
    ...(contexts === undefined ? {} : { contexts: JSON.parse(contexts) }),
    status,
    polarity: term(row.polarity!),
  };
  const rest = {
    ...given("from", toDayText(row.from_day!)),
    ...given("to", toDayText(row.to_day!)),
    ...given("precision", term(row.precision!)),
    ...given("basis", term(row.basis!)),
  };
  const told =
    row.told === null
      ? () => statusByArticle({ evidence: late.evidence(), status })
      : () => JSON.parse(row.told as string);
  // A spread would ask for it at once.
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(facts),
      told: { get: told, enumerable: true },
      ...Object.getOwnPropertyDescriptors(rest),
    },
  );
}

export type EdgeFacts = Omit<EdgeAttributes, "evidence">;
export type SortFacts = Omit<EdgeFacts, "weight" | "first" | "last">;

/** `row` of the edge, `sort` of the table of sorts. */
export function edgeFacts(row: Row, sort: Row): EdgeFacts {
  const first = toDayText(row.first!);
  const { kind, ...facts } = sortFacts(sort);
  return {
    kind,
    weight: row.weight as number,
    ...given("first", first),
    ...given("last", toDayText(row.last!) ?? first),
    ...facts,
  } as EdgeFacts;
}

export function sortFacts({ kind, title, former, stance, quoted }: Row): SortFacts {
  return {
    kind: kind as EdgeKind,
    ...(title === null ? {} : { title: title as string }),
    ...(former === null ? {} : { former: former === 1 }),
    ...(stance === null ? {} : { stance: stance as string }),
    ...(quoted === null ? {} : { quoted: quoted === 1 }),
  };
}

/** Columns of `EVIDENCE`. */
export function toEvidence(row: Row, { term }: Numbered): Evidence {
  const { article, start, end, quote, published, usual, status, polarity, rule, copies } = row;
  const date = published ?? usual;
  return {
    article: article as string,
    start: start as number,
    end: (end as number | null) ?? (start as number) + (quote as string).length,
    quote: quote as string,
    kind: term(row.kind!) as Evidence["kind"],
    ...(date === null || date === "" ? {} : { published: date as string }),
    ...(status === null ? {} : { status: status as EventStatus }),
    ...(polarity === null ? {} : { polarity: polarity as "asserted" | "denied" }),
    rule: rule as string,
    ...(copies === null ? {} : { copies: JSON.parse(copies as string) }),
  } as Evidence;
}

/** Of `node_proofs` or `edge_proofs`, as `v`. */
export const EVIDENCE = `a.id AS article, q.start, q.end, q.quote, q.kind, q.published, a.published AS usual,
  m.rule, m.status, m.polarity, v.copies`;
export const EVIDENCE_JOINS = `JOIN quote_rows q ON q.number = v.quote
  JOIN article_rows a ON a.number = q.article JOIN manners m ON m.number = v.manner`;

export function toArticleRecord(row: Row): ArticleRecord {
  return {
    id: row.id,
    title: row.title,
    origin: row.origin,
    ...given("published", row.published ?? undefined),
    ...given("outlet", row.outlet ?? undefined),
    ...given("agency", row.agency ?? undefined),
    ...given("url", row.url ?? undefined),
    ...given("sourceId", row.source_id ?? undefined),
    reprintGroup: row.reprint_group,
  } as unknown as ArticleRecord;
}

function given(name: string, value: unknown): object {
  return value === undefined ? {} : { [name]: value };
}
