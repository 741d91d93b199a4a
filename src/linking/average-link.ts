/**
 * Average linkage on a sparse graph of similarities (Voorhees 1986): again and again the two clusters with the highest mean similarity
 * over all their pairs (absent ones count 0) join, until no mean reaches the threshold. The sums between clusters are kept up to date,
 * the smaller list of neighbors poured into the larger, and wait in a heap, in which outdated entries are skipped.
 */
import { createHeap } from "./heap.ts";

export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
}

interface Cluster {
  /** Smallest member: what the cluster is called, so that ties do not depend on the order of joining. */
  name: number;
  readonly members: number[];
  /** Index of another cluster -> sum of similarities to its members. */
  readonly links: Map<number, number>;
}

/** Returns the cluster of each item, named by its smallest member. Items of one `group` start together. */
export function clusterByAverage(
  size: number,
  pairs: readonly Similarity[],
  threshold: number,
  group: readonly number[],
): number[] {
  const clusters = startingClusters(size, pairs, group);
  const heap = createHeap<Candidate>(
    (p, q) => p.mean > q.mean || (p.mean === q.mean && (p.a < q.a || (p.a === q.a && p.b < q.b))),
  );
  const meanOf = (x: Cluster, y: number): number =>
    x.links.get(y)! / (x.members.length * clusters[y]!.members.length);
  const offer = (x: number, y: number): void => {
    const mean = meanOf(clusters[x]!, y);
    if (mean >= threshold) heap.push({ a: Math.min(x, y), b: Math.max(x, y), mean });
  };
  clusters.forEach((cluster, x) => {
    for (const y of cluster?.links.keys() ?? []) if (x < y) offer(x, y);
  });
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const x = clusters[best.a];
    const y = clusters[best.b];
    if (x === undefined || y === undefined || meanOf(x, best.b) !== best.mean) continue;
    const [kept, gone] = x.links.size >= y.links.size ? [best.a, best.b] : [best.b, best.a];
    pour(clusters, gone, kept);
    for (const other of clusters[kept]!.links.keys()) offer(kept, other);
  }
  const result = new Array<number>(size);
  for (const cluster of clusters) {
    for (const member of cluster?.members ?? []) result[member] = cluster!.name;
  }
  return result;
}

function startingClusters(
  size: number,
  pairs: readonly Similarity[],
  group: readonly number[],
): (Cluster | undefined)[] {
  const clusters = new Array<Cluster | undefined>(size);
  for (let i = 0; i < size; i++) {
    const first = group[i]!;
    clusters[first] ??= { name: first, members: [], links: new Map() };
    clusters[first].members.push(i);
  }
  for (const { a, b, value } of pairs) {
    const x = group[a]!;
    const y = group[b]!;
    if (x !== y) link(clusters, x, y, value);
  }
  return clusters;
}

function link(clusters: (Cluster | undefined)[], x: number, y: number, value: number): void {
  const sum = (clusters[x]!.links.get(y) ?? 0) + value;
  clusters[x]!.links.set(y, sum);
  clusters[y]!.links.set(x, sum);
}

function pour(clusters: (Cluster | undefined)[], gone: number, kept: number): void {
  const from = clusters[gone]!;
  const to = clusters[kept]!;
  for (const member of from.members) to.members.push(member);
  to.name = Math.min(to.name, from.name);
  clusters[gone] = undefined;
  to.links.delete(gone);
  for (const [other, value] of from.links) {
    if (other === kept) continue;
    clusters[other]!.links.delete(gone);
    link(clusters, kept, other, value);
  }
}
