/**
 * Average linkage on a sparse graph of similarities (Voorhees 1986): again and again the two clusters with the highest mean similarity
 * over all their pairs (absent ones count 0) join, until no mean reaches the threshold. The sums between clusters are kept up to date,
 * the smaller list of neighbors poured into the larger.
 *
 * Of each cluster only its best candidate among those behind it waits in a heap (the "generic algorithm" of Müllner 2011, arXiv:1109.2378): joining never makes
 * a mean larger than the larger of the two before, so what waits is never too low, and what is outdated is found anew when its turn comes. With all candidates in
 * the heap thousands of articles on one story took most of linking.
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
  /** By cluster: the mean of its entry in the heap that counts; 0 where it has none. */
  const waiting = new Float64Array(size);
  const meanOf = (x: Cluster, sum: number, y: number): number =>
    sum / (x.members.length * clusters[y]!.members.length);
  const offer = (a: number, b: number, mean: number): void => {
    waiting[a] = mean;
    heap.push({ a, b, mean });
  };
  const offerBest = (x: number): void => {
    const cluster = clusters[x]!;
    let best = 0;
    let partner = -1;
    for (const [y, sum] of cluster.links) {
      if (y < x) continue;
      const mean = meanOf(cluster, sum, y);
      if (mean > best || (mean === best && y < partner)) {
        best = mean;
        partner = y;
      }
    }
    waiting[x] = 0;
    if (partner >= 0 && best >= threshold) offer(x, partner, best);
  };
  clusters.forEach((cluster, x) => {
    if (cluster !== undefined) offerBest(x);
  });
  for (let best = heap.pop(); best !== undefined; best = heap.pop()) {
    const { a, b, mean } = best;
    const x = clusters[a];
    if (x === undefined || waiting[a] !== mean) continue;
    const y = clusters[b];
    if (y === undefined || meanOf(x, x.links.get(b) ?? 0, b) !== mean) {
      offerBest(a);
      continue;
    }
    const [kept, gone] = x.links.size >= y.links.size ? [a, b] : [b, a];
    pour(clusters, gone, kept);
    offerBest(kept);
    // Rounding, and a partner that now stands behind, can make a mean larger than what waits.
    const joined = clusters[kept]!;
    for (const [other, sum] of joined.links) {
      if (other > kept) continue;
      const now = meanOf(joined, sum, other);
      if (now >= threshold && now >= waiting[other]!) offer(other, kept, now);
    }
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
