/**
 * Scores of coreference: MUC (Vilain 1995), B³ (Bagga and Baldwin 1998), CEAFe (Luo 2005), LEA (Moosavi and Strube
 * 2016), and the CoNLL average of the first three. Mentions that only one side has count as singletons that the other
 * side lacks, as in the reference scorer.
 */
import { assign } from "./assignment.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface CoreferenceScores {
  readonly muc: Score;
  readonly b3: Score;
  readonly ceafe: Score;
  readonly lea: Score;
  /** Mean F1 of MUC, B³ and CEAFe. */
  readonly conll: number;
}

/** Mention -> cluster. */
export type Clustering = ReadonlyMap<string, string>;

interface Side {
  readonly clusters: readonly (readonly string[])[];
  /** Mention -> index of its cluster. */
  readonly of: ReadonlyMap<string, number>;
}

export function scoreCoreference(gold: Clustering, found: Clustering): CoreferenceScores {
  const key = toSide(gold);
  const response = toSide(found);
  const muc = score(mucSide(response, key), mucSide(key, response));
  const b3 = score(b3Side(response, key), b3Side(key, response));
  const ceafe = ceafEntity(key, response);
  const lea = score(leaSide(response, key), leaSide(key, response));
  return { muc, b3, ceafe, lea, conll: (muc.f1 + b3.f1 + ceafe.f1) / 3 };
}

function toSide(clustering: Clustering): Side {
  const byName = new Map<string, string[]>();
  for (const [mention, cluster] of clustering) {
    const list = byName.get(cluster);
    if (list) list.push(mention);
    else byName.set(cluster, [mention]);
  }
  const clusters = [...byName.values()];
  const of = new Map<string, number>();
  clusters.forEach((cluster, i) => {
    for (const mention of cluster) of.set(mention, i);
  });
  return { clusters, of };
}

function score(precision: number, recall: number): Score {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Links of `side` that `other` keeps, over all links of `side`. */
function mucSide(side: Side, other: Side): number {
  let kept = 0;
  let links = 0;
  for (const cluster of side.clusters) {
    const parts = new Set(cluster.map((mention) => other.of.get(mention) ?? `alone ${mention}`));
    kept += cluster.length - parts.size;
    links += cluster.length - 1;
  }
  return ratio(kept, links);
}

function b3Side(side: Side, other: Side): number {
  let sum = 0;
  let mentions = 0;
  for (const cluster of side.clusters) {
    for (const count of overlaps(cluster, other).values()) sum += (count * count) / cluster.length;
    mentions += cluster.length;
  }
  return ratio(sum, mentions);
}

function overlaps(cluster: readonly string[], other: Side): Map<number, number> {
  const counts = new Map<number, number>();
  for (const mention of cluster) {
    const at = other.of.get(mention);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

/** A singleton counts as resolved when the other side has it alone, too. */
function leaSide(side: Side, other: Side): number {
  let sum = 0;
  let weight = 0;
  for (const cluster of side.clusters) {
    weight += cluster.length;
    if (cluster.length === 1) {
      const at = other.of.get(cluster[0]!);
      sum += at !== undefined && other.clusters[at]!.length === 1 ? 1 : 0;
      continue;
    }
    let links = 0;
    for (const count of overlaps(cluster, other).values()) links += (count * (count - 1)) / 2;
    sum += (cluster.length * links) / ((cluster.length * (cluster.length - 1)) / 2);
  }
  return ratio(sum, weight);
}

/** One-to-one alignment of clusters with the greatest sum of 2|A∩B| / (|A|+|B|), found inside each connected part. */
function ceafEntity(key: Side, response: Side): Score {
  const edges = key.clusters.map((cluster) => overlaps(cluster, response));
  let total = 0;
  for (const { rows, columns } of connectedParts(edges, response.clusters.length)) {
    const values = rows.map((row) =>
      columns.map((column) => {
        const shared = edges[row]!.get(column) ?? 0;
        return (2 * shared) / (key.clusters[row]!.length + response.clusters[column]!.length);
      }),
    );
    total += assign(values);
  }
  return score(ratio(total, response.clusters.length), ratio(total, key.clusters.length));
}

function connectedParts(
  edges: readonly ReadonlyMap<number, number>[],
  columns: number,
): { rows: number[]; columns: number[] }[] {
  const rowsOf: number[][] = Array.from({ length: columns }, () => []);
  edges.forEach((row, i) => {
    for (const column of row.keys()) rowsOf[column]!.push(i);
  });
  const seen = new Set<number>();
  const parts: { rows: number[]; columns: number[] }[] = [];
  edges.forEach((_, start) => {
    if (seen.has(start)) return;
    const rows = [start];
    const found = new Set<number>();
    seen.add(start);
    for (let i = 0; i < rows.length; i++) {
      for (const column of edges[rows[i]!]!.keys()) {
        if (found.has(column)) continue;
        found.add(column);
        for (const row of rowsOf[column]!) {
          if (seen.has(row)) continue;
          seen.add(row);
          rows.push(row);
        }
      }
    }
    if (found.size > 0) parts.push({ rows, columns: [...found] });
  });
  return parts;
}
