/** PageRank and betweenness of a store to which articles were added: they hang on the whole graph, and are worked out when they are asked for. */
import { joinEnds } from "../graph/adjacency.ts";
import type { EdgeKind } from "../graph/attributes.ts";
import { betweennessOf } from "../graph/betweenness.ts";
import { isHidden } from "../graph/kinds.ts";
import { pageranks } from "../graph/pagerank.ts";
import type { Db } from "./database.ts";
import { meta } from "./header.ts";

export type Ranks = Readonly<Record<"pagerank" | "betweenness", ReadonlyMap<number, number>>>;

/** Whether the table has them. */
export function isRanked(db: Db): boolean {
  return meta(db, "ranked") !== "no";
}

/** By number of the node. */
export function rankNodes(db: Db): Ranks {
  const nodes = db
    .sql("SELECT number FROM node_rows ORDER BY number")
    .all()
    .map(({ number }) => number as number);
  const indexOf = new Map(nodes.map((number, i) => [number, i]));
  const hidden = new Set(
    db
      .sql("SELECT number, kind FROM sorts")
      .all()
      .filter(({ kind }) => isHidden(kind as EdgeKind))
      .map(({ number }) => number),
  );
  const [sources, targets, weights] = [[], [], []] as [number[], number[], number[]];
  for (const row of db.sql("SELECT source, target, sort, weight FROM edge_rows").iterate()) {
    if (hidden.has(row.sort!)) continue;
    sources.push(indexOf.get(row.source as number)!);
    targets.push(indexOf.get(row.target as number)!);
    weights.push(row.weight as number);
  }
  const adjacency = joinEnds(nodes.length, { count: sources.length, sources, targets, weights });
  const byNumber = (scores: ArrayLike<number>): Map<number, number> =>
    new Map(nodes.map((number, i) => [number, scores[i]!]));
  return {
    pagerank: byNumber(pageranks(adjacency)),
    betweenness: byNumber(betweennessOf(adjacency)),
  };
}
