/** The memory of linking into its tables. */
import type {
  LinkedArticle,
  LinkedBlock,
  LinkedHead,
  LinkedLine,
  LinkedPile,
  LinkedTelling,
  WrittenArticle,
} from "../model.ts";
import type { Db, Value } from "./database.ts";
import { inserter } from "./inserter.ts";

export type NumberOf = (id: string) => number;

export const LINKED_COLUMNS = [
  ...["article", "day", "block", "story", "canonical", "repeated"],
  ...["cast_hash", "chains", "countries", "notes"],
];
export const DETAIL_COLUMNS = ["article", "entities", "record"];
export const TELLING_COLUMNS = ["article", "event", "node", "day_key", "names_nobody", "cluster"];

export function writeLinked(
  db: Db,
  linked: LinkedPile,
  articleNumber: NumberOf,
  nodeNumber: NumberOf,
): void {
  const fill = <T>(
    table: string,
    columns: readonly string[],
    items: Iterable<T>,
    toRow: (item: T) => Value[],
  ): void => {
    const rows = inserter(db, table, columns);
    for (const item of items) rows.add(...toRow(item));
    rows.finish();
  };
  const lines = inserter(db, "chain_lines", ["number", "line"]);
  const details = inserter(db, "linked_details", DETAIL_COLUMNS);
  fill("linked_articles", LINKED_COLUMNS, linked.articles(), (each) => {
    for (const line of each.lines) lines.add(...lineRow(line));
    details.add(...detailRow(each, articleNumber));
    return articleRow(each, articleNumber);
  });
  lines.finish();
  details.finish();
  fill("tellings", TELLING_COLUMNS, linked.tellings(), (each) =>
    tellingRow(each, articleNumber, nodeNumber),
  );
  fill("heads", ["node", "whole", "named"], linked.heads(), (each) => headRow(each, nodeNumber));
  fill("blocks", ["id", "counts"], linked.blocks(), blockRow);
}

export function articleRow(linked: WrittenArticle, numberOf: NumberOf): Value[] {
  const { id, day, block, story, isCanonical, castHash } = linked;
  const { chains, countries, notes } = linked;
  return [
    ...[numberOf(id), day ?? null, block, story, Number(isCanonical), packRepeated(linked)],
    ...[castHash, JSON.stringify(chains), packCountries(countries), JSON.stringify(notes)],
  ];
}

export function detailRow({ id, cast, record }: WrittenArticle, numberOf: NumberOf): Value[] {
  return [numberOf(id), JSON.stringify(cast), record];
}

export function lineRow({ number, line }: LinkedLine): Value[] {
  return [number, line];
}

/** `3 70412 5 90871`: sentences and hashes in turns. */
function packRepeated({ repeated, prints }: Pick<LinkedArticle, "repeated" | "prints">): string {
  return repeated.map((sentence, i) => `${sentence} ${prints[i]}`).join(" ");
}

export function unpackRepeated(packed: string): Pick<LinkedArticle, "repeated" | "prints"> {
  const numbers = packed.split(" ").map(Number);
  return {
    repeated: numbers.filter((_, i) => i % 2 === 0),
    prints: numbers.filter((_, i) => i % 2 === 1),
  };
}

/** `|DEU|FRA|`, so that one is found by a look for `|FRA|`. */
export function packCountries(countries: readonly string[]): string {
  return countries.length === 0 ? "" : `|${countries.join("|")}|`;
}

export function tellingRow(
  { article, event, id, cluster, dayKey, namesNobody }: LinkedTelling,
  articleNumber: NumberOf,
  nodeNumber: NumberOf,
): Value[] {
  const isOwn = cluster === `${article} ${event}`;
  return [
    ...[articleNumber(article), event, nodeNumber(id), dayKey, Number(namesNobody)],
    isOwn ? null : cluster,
  ];
}

export function headRow({ id, whole, named }: LinkedHead, nodeNumber: NumberOf): Value[] {
  return [nodeNumber(id), whole, named];
}

export function blockRow({ id, counts }: LinkedBlock): Value[] {
  return [id, counts];
}
