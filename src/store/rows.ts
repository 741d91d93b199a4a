/** Rows of the tables -> the attributes that the graph has in memory, in the order in which `toGraph` sets them. */
import { KIND_COLORS, type NodeKind, nodeSize } from "../graph/appearance.ts";
import type { EdgeAttributes, NodeAttributes } from "../graph/attributes.ts";
import type { ArticleRecord, Evidence } from "../model.ts";
import type { Row } from "./database.ts";

/** What is read only when it is asked for. */
export interface LateParts {
  readonly aliases: () => readonly string[];
  readonly evidence: () => readonly Evidence[];
}

export function toNodeAttributes(row: Row, late: LateParts): NodeAttributes {
  const { kind, name, stories } = row;
  const attributes = {
    kind,
    name,
    get aliases() {
      return late.aliases();
    },
    ...given(row, ["country"]),
    ...(row.unnamed === null ? {} : { unnamed: row.unnamed === 1 }),
    ...given(row, ["act", "plover", "mode"]),
    ...(row.contexts === null ? {} : { contexts: JSON.parse(row.contexts as string) }),
    ...given(row, ["status", "polarity"]),
    ...(row.told === null ? {} : { told: JSON.parse(row.told as string) }),
    ...(row.from_day === null ? {} : { from: row.from_day }),
    ...(row.to_day === null ? {} : { to: row.to_day }),
    ...given(row, ["precision", "basis", "stories", "first", "last"]),
    size: nodeSize(kind as NodeKind, stories as number),
    color: KIND_COLORS[kind as NodeKind],
    ...(row.former_ids === null ? {} : { formerIds: JSON.parse(row.former_ids as string) }),
    get evidence() {
      return late.evidence();
    },
    ...given(row, ["x", "y"]),
  };
  return attributes as unknown as NodeAttributes;
}

export function toEdgeAttributes(row: Row, evidence: () => readonly Evidence[]): EdgeAttributes {
  const attributes = {
    ...edgeFacts(row),
    get evidence() {
      return evidence();
    },
  };
  return attributes as EdgeAttributes;
}

export function edgeFacts(row: Row): Omit<EdgeAttributes, "evidence"> {
  return {
    ...given(row, ["kind", "weight", "first", "last", "title"]),
    ...(row.former === null ? {} : { former: row.former === 1 }),
    ...given(row, ["stance"]),
    ...(row.quoted === null ? {} : { quoted: row.quoted === 1 }),
  } as unknown as Omit<EdgeAttributes, "evidence">;
}

export function toEvidence(row: Row): Evidence {
  return {
    ...given(row, ["article", "start", "end", "quote", "kind", "published"]),
    ...given(row, ["status", "polarity", "rule"]),
    ...(row.copies === null ? {} : { copies: JSON.parse(row.copies as string) }),
  } as unknown as Evidence;
}

export function toArticleRecord(row: Row): ArticleRecord {
  return {
    ...given(row, ["id", "title", "origin", "published", "outlet", "agency", "url"]),
    ...(row.source_id === null ? {} : { sourceId: row.source_id }),
    story: row.story,
  } as unknown as ArticleRecord;
}

/** The columns that hold something. */
function given(row: Row, names: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const value = row[name];
    if (value !== null && value !== undefined) values[name] = value;
  }
  return values;
}
