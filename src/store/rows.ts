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

/** Columns of `NODE`. */
export function toNodeAttributes(row: Row, numbered: Numbered, late: LateParts): NodeAttributes {
  const kind = numbered.term(row.kind!) as NodeKind;
  const traits = numbered.traits(row.traits as number);
  const stories = row.stories as number;
  const attributes = {
    kind,
    name: row.name,
    get aliases() {
      return late.aliases();
    },
    ...given("country", traits.country ?? undefined),
    ...(traits.unnamed === null ? {} : { unnamed: traits.unnamed === 1 }),
    ...(kind === "event" ? eventFacts(row, traits) : {}),
    stories,
    ...given("first", toDayText(row.first!)),
    ...given("last", toDayText(row.last!)),
    size: nodeSize(kind, stories),
    color: KIND_COLORS[kind],
    ...(row.former_ids === null ? {} : { formerIds: JSON.parse(row.former_ids as string) }),
    ...(row.merged === null ? {} : { merged: unpackMerges(row.merged as string, numbered.term) }),
    get evidence() {
      return late.evidence();
    },
    ...(row.x === null ? {} : { x: row.x }),
    ...(row.y === null ? {} : { y: row.y }),
  };
  if (kind === "event") {
    const status = traits.status as EventStatus;
    const told =
      row.told === null
        ? () => statusByArticle({ evidence: late.evidence(), status })
        : () => JSON.parse(row.told as string);
    Object.defineProperty(attributes, "told", { get: told, enumerable: true, configurable: true });
  }
  return attributes as unknown as NodeAttributes;
}

function unpackMerges(packed: string, term: Numbered["term"]): Merge[] {
  return (JSON.parse(packed) as [number, string, string?][]).map(([reason, what, article]) => ({
    what,
    reason: term(reason),
    ...(article !== undefined ? { article } : {}),
  }));
}

export const NODE = `n.number, n.id, n.kind, n.traits, n.name, n.from_day, n.to_day, n.stories, n.first, n.last, n.sentences,
  z.told, z.former_ids, z.merged, z.x, z.y`;
export const NODE_JOINS = "node_rows n LEFT JOIN extras z ON z.node = n.number";

/** `told` keeps its place. */
function eventFacts(row: Row, traits: Row): object {
  return {
    act: traits.act,
    plover: traits.plover,
    ...given("mode", traits.mode ?? undefined),
    ...(traits.contexts === null ? {} : { contexts: JSON.parse(traits.contexts as string) }),
    status: traits.status,
    polarity: traits.polarity,
    told: undefined,
    ...given("from", toDayText(row.from_day!)),
    ...given("to", toDayText(row.to_day!)),
    ...given("precision", traits.precision ?? undefined),
    ...given("basis", traits.basis ?? undefined),
  };
}

export type SortFacts = Omit<EdgeAttributes, "weight" | "first" | "last" | "evidence">;

/** `days` is the row of its facts, or of the event that has them; sentences are read when they are asked for. */
export function toEdgeAttributes(
  sort: Row,
  weight: number,
  days: Row,
  evidence: () => readonly Evidence[],
): EdgeAttributes {
  const { kind, ...facts } = sortFacts(sort);
  const attributes = {
    kind,
    weight,
    ...given("first", toDayText(days.first!)),
    ...given("last", toDayText(days.last!)),
    ...facts,
    get evidence() {
      return evidence();
    },
  };
  return attributes as EdgeAttributes;
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

/** A sentence as it stands in its article: what evidence is without the manner in which it was read. */
export type Quote = Pick<Evidence, "article" | "start" | "end" | "quote" | "kind" | "published">;

/** Columns of `QUOTE`. */
export function toQuote(row: Row, { term }: Numbered): Quote {
  const { article, start, end, quote, published, usual } = row;
  const date = published ?? usual;
  return {
    article: article as string,
    start: start as number,
    end: (end as number | null) ?? (start as number) + (quote as string).length,
    quote: quote as string,
    kind: term(row.kind!) as Evidence["kind"],
    ...(date === null || date === "" ? {} : { published: date as string }),
  };
}

export const QUOTE = `q.number, a.id AS article, q.start, q.end, q.quote, q.kind, q.published, a.published AS usual
  FROM quote_rows q JOIN article_rows a ON a.number = q.article`;

/** `manner`: row of the table of manners. */
export function toEvidence(quote: Quote, { status, polarity, rule, copies }: Row): Evidence {
  const { article, start, end, kind, published } = quote;
  return {
    article,
    start,
    end,
    quote: quote.quote,
    kind,
    ...(published === undefined ? {} : { published }),
    ...(status === null ? {} : { status: status as EventStatus }),
    ...(polarity === null ? {} : { polarity: polarity as "asserted" | "denied" }),
    rule: rule as string,
    ...(copies === null ? {} : { copies: JSON.parse(copies as string) }),
  };
}

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
